// What an officer entered: sealed, numbered and stored before the screen says "Saved", then sent in order, once, by one
// page at a time. An answer that says nothing about the entry stops the sending and keeps everything as it is; a refusal
// of one entry puts it aside for its officer and holds back nothing behind it.
import * as cache from "./cache.js";
import * as db from "./db.js";
import { drop } from "./memory.js";
import { tell } from "./news.js";
import { binding, seal } from "./seal.js";
import { again, ask, meet } from "./session.js";
import * as stubs from "./stubs.js";

const FIRST = 1500, LONGEST = 60000;
const TAKEN = new Set([200, 201]);
const PARKED = new Set([400, 404, 412, 413, 422, 428]);
let wanted = false, running = null, failures = 0, timer = 0;

export async function add({ incident, kind, data, ifMatch = "", hint = null, about = "", supersedes = "" }) {
  const { who, device, key: lock, seq: last = 0 } = await db.known();
  if (!who || !device || !lock) throw new Error("nobody is signed in");
  const key = crypto.randomUUID(), captured_at = new Date().toISOString();
  for (let seq = last + 1; ; seq = ((await db.read("seq")) ?? 0) + 1) {
    const sealed = await seal(lock, data, binding({ device, user: who.user, key, seq, kind }));
    const body = JSON.stringify({ kind, seq, captured_at, sealed, ...(supersedes && { supersedes }) });
    const record = {
      key, seq, device, user: who.user, label: who.label, incident, kind, ifMatch, hint, about,
      captured_at, state: "queued", tries: 0, body,
    };
    if (await db.keep(record)) {
      tell("changed");
      return record;
    }
  }
}

// Another content for an entry that was never sent: its key and number stay, so that no number is missing. Null when an
// attempt was made meanwhile.
export async function change(record, data) {
  const { key: lock } = await db.known();
  const { kind, seq, supersedes } = JSON.parse(record.body), captured_at = new Date().toISOString();
  const sealed = await seal(lock, data, binding(record));
  const body = JSON.stringify({ kind, seq, captured_at, sealed, ...(supersedes && { supersedes }) });
  const made = await db.replace({ ...record, tries: 0, captured_at, body });
  if (made) tell("changed");
  return made;
}

// Sent exactly as it was stored, so that a repeat has the same bytes; what differs from one time to the next is a header.
const send = (record, csrf) => ask(`/api/v1/incidents/${record.incident}/commands`, {
  method: "POST",
  body: record.body,
  headers: {
    "Content-Type": "application/json",
    "Idempotency-Key": `"${record.key}"`,
    "X-Device": record.device,
    "X-Sent-At": new Date().toISOString(),
    "X-CSRFToken": csrf,
    ...(record.ifMatch && { "If-Match": `"${record.ifMatch}"` }),
  },
});

const plain = ({ body, ...record }) => record;
const next = async (user) => (await db.entries()).find((entry) => entry.state === "queued" && entry.user === user);

async function pass() {
  const session = await meet();
  if (session.status !== 200) return stop(session);
  if (await next(session.body.user)) tell("contact", { state: "sending" });
  let proven = false;
  for (let found = await next(session.body.user); found; found = await next(session.body.user)) {
    const record = await db.attempt(found.key);
    if (!record) continue;
    const answer = await send(record, session.body.csrf);
    if (TAKEN.has(answer.status)) await taken(record, answer);
    else if (PARKED.has(answer.status)) await park(record, answer);
    else if (!proven && answer.body?.code === "device_unknown" && await again(session.body)) proven = true;
    else return stop(answer);
  }
  failures = 0;
  tell("contact", { state: "ok" });
  return undefined;
}

async function settle(now) {
  await stubs.settle(now.id, now);
  if (now.status === "clear") await cache.end(now.id);
}

async function taken(record, { body }) {
  await db.remove("outbox", record.key);
  failures = 0;
  drop(record.key);
  if (body?.assignment) await settle(body.assignment);
  tell("sent", { record: plain(record), answer: body });
  tell("changed");
}

async function park(record, { status, body }) {
  // There was nothing to withdraw: nothing is left to decide.
  if (record.kind === "withdrawal") return taken(record, { body: null });
  const answer = { status, words: body?.current?.words ?? body?.message ?? "", current: body?.current ?? null };
  await db.put("outbox", { ...record, state: "parked", answer });
  tell("parked", { record: plain(record), answer });
  tell("changed");
}

function stop({ status, body, wait }) {
  // Handed over now; should that fail, the next attempt leads here again.
  if (status === 401 && body?.code === "device_revoked") tell("revoked");
  tell("contact", { state: status === 401 ? "out" : status ? "busy" : "offline" });
  const pause = Math.min(LONGEST, FIRST * 2 ** failures) * (0.8 + 0.4 * Math.random());
  failures += 1;
  clearTimeout(timer);
  timer = setTimeout(flush, Math.max(pause, wait));
  return undefined;
}

async function drain() {
  while (wanted) {
    wanted = false;
    clearTimeout(timer);
    await pass();
  }
}

// One page of the browser sends at a time; a page that asks meanwhile has its turn afterwards and looks again.
export function flush() {
  wanted = true;
  running ??= navigator.locks.request("cit-outbox", drain).finally(() => { running = null; });
  return running;
}

// A reason to believe that it works again.
export function hurry() {
  failures = 0;
  return flush();
}
