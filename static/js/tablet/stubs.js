// The little of each own assignment that is kept in clear: identifiers, number, version and status, nothing of anyone.
// With it an officer goes on working after the tablet was restarted without a signal.
import * as db from "./db.js";

const AFTER = { start: "en_route", arrive: "on_scene", clear: "clear", unstart: "dispatched", unarrive: "en_route", unclear: "on_scene" };
export const OPEN = { dispatched: ["start", "arrive"], en_route: ["arrive", "clear"], on_scene: ["clear"] };

// Steps are taken, confirmed and renewed one at a time in this browser, so that each builds on the one before it.
export const alone = (work) => navigator.locks.request("cit-step", work);

const number = (text) => Number(String(text ?? "").replace(/\D/g, "")) || 0;

// The version that the next step starts from: that of the page, or of the steps of this tablet that came after it.
export async function version(assignment, shown) {
  const found = await db.get("stubs", assignment);
  return `v${Math.max(number(shown), found?.version ?? 0)}`;
}

// A step that started from this version is stored: the next one builds on it, also before the server has told of it.
export async function moved({ assignment, move }, { user, incident, from }) {
  const found = await db.get("stubs", assignment) ?? { assignment, user, incident, number: "", at: Date.now() };
  const status = AFTER[move] ?? found.status;
  if (status) await db.put("stubs", { ...found, version: number(from) + 1, status, changed: Date.now() });
}

// What the server says counts, except while further steps of this assignment wait to be sent.
export const settle = (assignment, now) => alone(async () => {
  const found = await db.get("stubs", assignment);
  const waits = (await db.entries()).some((entry) => entry.state === "queued" && entry.hint?.assignment === assignment);
  if (!found || waits) return;
  if (now.status === "clear" || now.status === "cancelled") await db.remove("stubs", assignment);
  else await db.put("stubs", { ...found, version: number(now.version), status: now.status, changed: Date.now() });
});

// All own assignments, as the server gave them when it was asked; what was done here since then is newer.
export const renew = (user, assignments, asked) => alone(async () => {
  const queued = (await db.entries()).filter((entry) => entry.state === "queued");
  const waiting = new Set(queued.map((entry) => entry.hint?.assignment));
  const rows = new Map((await db.all("stubs")).map((row) => [row.assignment, row]));
  const newer = (id) => rows.has(id) && (waiting.has(id) || rows.get(id).changed >= asked);
  const current = new Set(assignments.map((one) => one.id));
  await db.run("stubs", "readwrite", (at) => {
    const store = at.objectStore("stubs");
    for (const one of assignments) {
      const { id, number: called } = one.incident;
      const row = newer(one.id) ? rows.get(one.id) : { version: one.version, status: one.status };
      store.put({ ...row, assignment: one.id, user, incident: id, number: called, at: Date.now() });
    }
    for (const known of rows.keys()) if (!current.has(known) && !newer(known)) store.delete(known);
  });
});

export const mine = async (user) => (await db.all("stubs")).filter((row) => row.user === user);
