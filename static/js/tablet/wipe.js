// Taking away what this browser holds for the tablet: after a sign-out what nobody waits for, after a revocation all.
import * as cacheKey from "./keeping.js";
import * as db from "./db.js";
import { dropAll } from "./memory.js";

const WORKER = "/tablet/";

async function drop() {
  for (const name of await caches.keys()) await caches.delete(name);
  for (const one of await navigator.serviceWorker.getRegistrations()) {
    if (new URL(one.scope).pathname === WORKER) await one.unregister();
  }
}

// Nothing readable stays. With entries waiting, or the session not yet ended, the sealed entries stay, and the worker
// with its files without names: without it the tablet would not open to send them.
export async function afterSignOut(ended) {
  dropAll();
  await cacheKey.end();
  if (!ended || (await db.entries()).length) {
    await db.empty("cache", "stubs");
    await db.forget("who");
    return ended ? db.forget("leaving") : db.write("leaving", true);
  }
  await db.destroy();
  return drop();
}

export async function everything() {
  dropAll();
  await cacheKey.end();
  await db.destroy();
  await drop();
  sessionStorage.clear();
  localStorage.clear();
}
