// The key of the readable cache, in memory only: of this page, and of a worker that all pages of this browser share.
// It is never written anywhere, so a tablet that was switched off shows nothing.
const PATIENCE = 1000;
let held = null, worker;

function shared() {
  if (worker !== undefined) return worker;
  try {
    // It lives on for a moment when the last page is left, so that going from one page to the next keeps the key.
    worker = new SharedWorker(new URL("keeper.js", import.meta.url), { name: "cit-keeper", extendedLifetime: true });
    worker.port.start();
  } catch {
    worker = null;
  }
  return worker;
}

function say(message) {
  const port = shared()?.port;
  if (!port) return Promise.resolve(null);
  return new Promise((done) => {
    const timer = setTimeout(done, PATIENCE, null);
    worker.addEventListener("error", () => { clearTimeout(timer); done(null); }, { once: true });
    port.addEventListener("message", ({ data }) => { clearTimeout(timer); done(data); }, { once: true });
    port.postMessage(message);
  });
}

export async function key(user) {
  held ??= await say({ kind: "ask" });
  return held?.user === user ? held.key : null;
}

export async function keep(text, user) {
  const raw = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const made = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  raw.fill(0);
  held = { key: made, user };
  await say({ kind: "keep", held });
}

export async function forget() {
  held = null;
  await say({ kind: "keep", held: null });
}

// The worker itself ends, too.
export async function end() {
  held = null;
  await say({ kind: "end" });
}
