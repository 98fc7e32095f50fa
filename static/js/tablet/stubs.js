// The little of each own assignment that is kept in clear: identifiers, number, version and status, nothing of anyone.
// With it an officer goes on working after the tablet was restarted without a signal.
import * as db from "./db.js";

const AFTER = { start: "en_route", arrive: "on_scene", clear: "clear", unstart: "dispatched", unarrive: "en_route", unclear: "on_scene" };
export const OPEN = { dispatched: ["start", "arrive"], en_route: ["arrive", "clear"], on_scene: ["clear"] };

const number = (text) => Number(String(text ?? "").replace(/\D/g, "")) || 0;

// The version that the next step starts from: that of the page, or of the steps of this tablet that came after it.
export async function version(assignment, shown) {
  const found = await db.get("stubs", assignment);
  return `v${Math.max(number(shown), found?.version ?? 0)}`;
}

// A step is stored: the next one builds on it.
export async function moved({ assignment, move }) {
  const found = await db.get("stubs", assignment);
  if (found) await db.put("stubs", { ...found, version: found.version + 1, status: AFTER[move] ?? found.status });
}

// What the server says counts, except while further steps of this assignment wait to be sent.
export async function settle(assignment, now) {
  const found = await db.get("stubs", assignment);
  const waits = (await db.entries()).some((entry) => entry.state === "queued" && entry.hint?.assignment === assignment);
  if (!found || waits) return;
  if (now.status === "clear" || now.status === "cancelled") await db.remove("stubs", assignment);
  else await db.put("stubs", { ...found, version: number(now.version), status: now.status });
}

// All own assignments, as the server gives them.
export async function renew(user, assignments) {
  const queued = (await db.entries()).filter((entry) => entry.state === "queued");
  const waiting = new Set(queued.map((entry) => entry.hint?.assignment));
  const rows = new Map((await db.all("stubs")).map((row) => [row.assignment, row]));
  const current = new Set(assignments.map((one) => one.id));
  await db.run("stubs", "readwrite", (at) => {
    const store = at.objectStore("stubs");
    for (const one of assignments) {
      if (rows.has(one.id) && waiting.has(one.id)) continue;
      const { id, number: called } = one.incident;
      store.put({ assignment: one.id, user, incident: id, number: called, version: one.version, status: one.status, at: Date.now() });
    }
    for (const known of rows.keys()) if (!current.has(known) && !waiting.has(known)) store.delete(known);
  });
}

export const mine = async (user) => (await db.all("stubs")).filter((row) => row.user === user);
