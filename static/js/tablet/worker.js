// The service worker of /tablet/. It keeps a named list of files under the name of their release, and the one page that
// opens without a signal. Answers with content are never kept: not pages, not the API's.
// RELEASE, FILES and SHELL stand above this text when the server gives it out.
const PREFIX = "cit-tablet-", NAME = PREFIX + RELEASE, LIMIT = 6000;
const LISTED = new Set(FILES);

async function fill() {
  const cache = await caches.open(NAME);
  await Promise.all([...FILES, SHELL].map(async (path) => {
    const answer = await fetch(path, { cache: "reload" });
    if (!answer.ok || answer.redirected) throw new Error(`${path}: ${answer.status}`);
    if (path === SHELL && !answer.headers.has("X-CIT")) throw new Error("somebody else answered");
    await cache.put(path, answer);
  }));
}

async function tidy() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
}

const kept = async (path) => (await caches.open(NAME)).match(path);

async function page(request) {
  try {
    const limit = request.method === "GET" ? { signal: AbortSignal.timeout(LIMIT) } : {};
    return await fetch(request, limit);
  } catch {
    return (await kept(SHELL)) ?? Response.error();
  }
}

// A new release takes over at once: entries lie in the database, which no release touches.
addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
addEventListener("fetch", (event) => {
  const { request } = event, { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (request.method === "GET" && LISTED.has(pathname)) {
    event.respondWith(kept(pathname).then((found) => found ?? fetch(request)));
  }
});
