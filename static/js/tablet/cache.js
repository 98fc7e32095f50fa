// What dispatch told about the own assignments, readable without a signal for as long as this browser runs: encrypted
// with a key that is only in memory. It ends after twelve hours, with the assignment, and when somebody else signs in.
import * as db from "./db.js";
import * as keeper from "./keeping.js";
import { ask } from "./session.js";
import * as stubs from "./stubs.js";

const AGE = 12 * 3600 * 1000;
const old = (row) => !(Math.abs(Date.now() - row.at) < AGE);

async function lock(row, key) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(row));
  return { iv, ct: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text) };
}

async function unlock({ iv, ct }, key) {
  const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, ct).catch(() => null);
  return text && JSON.parse(new TextDecoder().decode(text));
}

// Everything that is too old, and all that belongs to somebody else.
export async function purge() {
  const who = await db.read("who");
  for (const store of ["cache", "stubs"]) {
    const key = store === "cache" ? "id" : "assignment";
    for (const row of await db.all(store)) if (old(row) || row.user !== who?.user) await db.remove(store, row[key]);
  }
}

// As the server has it now; what it no longer lists is gone from the tablet.
export async function renew() {
  const asked = Date.now();
  const { status, body } = await ask("/api/v1/tablet");
  const who = await db.read("who");
  if (status !== 200 || !who) return false;
  await stubs.renew(who.user, body.assignments, asked);
  const key = await keeper.key(who.user);
  const rows = [];
  for (const one of key ? body.assignments : []) {
    rows.push({ id: one.id, user: who.user, at: Date.now(), ...await lock(one, key) });
  }
  await db.run("cache", "readwrite", (at) => {
    const store = at.objectStore("cache");
    store.clear();
    rows.forEach((row) => store.put(row));
  });
  return true;
}

// Map(assignment -> what dispatch told); empty when the key is gone.
export async function readable() {
  const who = await db.read("who"), found = new Map();
  const key = who && await keeper.key(who.user);
  for (const row of key ? await db.all("cache") : []) {
    const one = !old(row) && row.user === who.user && await unlock(row, key);
    if (one) found.set(row.id, one);
  }
  return found;
}

// The assignment has ended: its text goes at once, and not only with the next renewal.
export const end = (assignment) => db.remove("cache", assignment);
