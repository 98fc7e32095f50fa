// The tablet's own database: entries that wait, in order; what this device is; a little of each assignment in clear.
// Everything is written with strict durability: what the screen calls "Saved" survives a pulled battery.
const NAME = "cit-tablet", VERSION = 1;
const KEYS = { outbox: "key", meta: "name", stubs: "assignment", cache: "id" };
let opened = null, gone = false;

function open() {
  // What was taken away is not made again by a page that is being left.
  if (gone) return Promise.reject(new Error("the database was taken away"));
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(KEYS)) request.result.createObjectStore(store, { keyPath });
    };
    request.onerror = () => failed(request.error);
    request.onblocked = () => failed(new Error("blocked"));
    request.onsuccess = () => {
      // Another tab takes the database away at sign-out; an open connection would hold it up.
      request.result.onversionchange = () => { request.result.close(); opened = null; };
      request.result.onclose = () => { opened = null; };
      done(request.result);
    };
  });
  opened.catch(() => { opened = null; });
  return opened;
}

// One transaction. `work` gets the transaction; the result of the request it answers is known once all is on the disk.
export async function run(stores, mode, work) {
  const db = await open();
  return new Promise((done, failed) => {
    const transaction = db.transaction(stores, mode, { durability: "strict" });
    let request;
    transaction.oncomplete = () => done(request?.result);
    transaction.onabort = () => failed(transaction.error ?? new Error("aborted"));
    request = work(transaction);
  });
}

export const get = (store, key) => run(store, "readonly", (at) => at.objectStore(store).get(key));
export const all = (store) => run(store, "readonly", (at) => at.objectStore(store).getAll());
export const put = (store, row) => run(store, "readwrite", (at) => at.objectStore(store).put(row));
export const remove = (store, key) => run(store, "readwrite", (at) => at.objectStore(store).delete(key));
export const empty = (...stores) => run(stores, "readwrite", (at) => {
  stores.forEach((store) => at.objectStore(store).clear());
});

// What the device knows of itself: { device, seq, who, server key, ... }, one row for each name.
export const read = async (name) => (await get("meta", name))?.value;
export const write = (name, value) => put("meta", { name, value });
export const forget = (...names) => run("meta", "readwrite", (at) => {
  names.forEach((name) => at.objectStore("meta").delete(name));
});

// The entry and the count it bears are written together, so that a number is neither lost nor given twice.
// False when another tab has taken the number meanwhile.
export async function keep(record) {
  let taken = false;
  await run(["outbox", "meta"], "readwrite", (at) => {
    const meta = at.objectStore("meta"), asked = meta.get("seq");
    asked.onsuccess = () => {
      if ((asked.result?.value ?? 0) !== record.seq - 1) return;
      taken = true;
      meta.put({ name: "seq", value: record.seq });
      at.objectStore("outbox").put(record);
    };
  });
  return taken;
}

// Changes an entry that waits, in one piece with whoever sends it at this moment: what the change makes of it, or null
// when it is not there as expected.
async function alter(key, change) {
  let made = null;
  await run("outbox", "readwrite", (at) => {
    const store = at.objectStore("outbox"), asked = store.get(key);
    asked.onsuccess = () => {
      made = asked.result?.state === "queued" ? change(asked.result) : null;
      if (made) store.put(made);
    };
  });
  return made;
}

// An attempt is counted before it is made: from then on the server may have these bytes, and they stay as they are.
export const attempt = (key) => alter(key, (found) => ({ ...found, tries: found.tries + 1 }));
export const replace = (record) => alter(record.key, (found) => (found.tries ? null : record));

// Every entry of the device, in the order in which it was made.
export const entries = async () => (await all("outbox")).sort((one, other) => one.seq - other.seq);

export async function destroy() {
  (await opened?.catch(() => null))?.close();
  [opened, gone] = [null, true];
  await new Promise((done) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = request.onerror = request.onblocked = done;
  });
}

export const known = async () => Object.fromEntries((await all("meta")).map(({ name, value }) => [name, value]));

// The identity that the server gave to this device, and the last number it has seen from it.
export const enrol = (device, seq) => run("meta", "readwrite", (at) => {
  const meta = at.objectStore("meta");
  meta.put({ name: "device", value: device });
  meta.put({ name: "seq", value: seq });
});
