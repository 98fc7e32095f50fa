// Who is signed in according to the server, and what the tablet needs from it: an identity of its own, the public key
// that entries are sealed to, the key of the readable cache.
import * as db from "./db.js";
import * as keeper from "./keeping.js";
import { tell } from "./news.js";

const LIMIT = 8000, DAY = 24 * 3600 * 1000;
const OURS = "X-CIT";

// An answer of the server itself, or status 0: no network, too slow, or somebody else answered (a captive portal).
export async function ask(url, more = {}) {
  try {
    const answer = await fetch(url, { cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(LIMIT), ...more });
    const wait = Number(answer.headers.get("Retry-After")) * 1000 || 0;
    const body = await answer.json().catch(() => null);
    if (!answer.headers.has(OURS)) return { status: 0, body: null, wait };
    return { status: answer.status, body, wait };
  } catch {
    return { status: 0, body: null, wait: 0 };
  }
}

export const post = (url, body, csrf) => ask(url, {
  method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
});

// Asked before every sending: another page of this browser may have signed somebody else in.
export async function meet() {
  // Whoever has signed out without a network is out, although the server does not know yet.
  if (await db.read("leaving")) return { status: 401, body: null, wait: 0 };
  const answer = await ask("/tablet/session/");
  if (answer.status === 200) await navigator.locks.request("cit-welcome", () => welcome(answer.body));
  return answer;
}

async function welcome(session) {
  const known = await db.known();
  if (known.who?.user !== session.user) {
    // What the one before could read is not for the next; what they entered stays and waits for them.
    await db.empty("cache", "stubs");
    await keeper.forget();
    await db.write("who", { user: session.user, label: session.label });
    tell("who");
  }
  const stale = !known.key || Date.now() - known.key.at > DAY;
  if (stale || !known.device || !(await keeper.key(session.user))) await equip(session, known.device);
}

async function equip(session, device) {
  const { status, body } = await ask("/api/v1/tablet/key");
  if (status !== 200 || body.user !== session.user) return;
  await db.write("key", { kid: body.kid, jwk: body.jwk, at: Date.now() });
  await keeper.keep(body.cache_key, session.user);
  // A database that was taken away at a sign-out goes on with the device's old identity and count.
  if (!device) await (body.device ? db.enrol(body.device.id, body.device.seq) : register(session));
}

async function register({ label, csrf }) {
  const { body } = await post("/api/v1/tablet/devices", { name: label || "Tablet", kind: "tablet" }, csrf);
  if (body?.id) await db.enrol(body.id, 0);
}

// The proof was lost and the database was not: the entries are sealed to this device, so it must be the same again.
export async function again({ csrf }) {
  const { status } = await post("/api/v1/tablet/devices/again", { device: await db.read("device") }, csrf);
  return status === 200;
}

// Whether something typed can be stored now.
export async function ready() {
  const { who, device, key } = await db.known();
  return Boolean(who && device && key);
}
