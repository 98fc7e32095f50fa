// Signing out: first everything is sent; what cannot be sent stays sealed, and only if the officer says so.
import * as db from "./db.js";
import { on, tell } from "./news.js";
import { hurry } from "./outbox.js";
import { ask, post } from "./session.js";
import { word } from "./words.js";
import * as wipe from "./wipe.js";

const HERE = "/tablet/", OUT = "/accounts/logout/", IN = "/accounts/login/", LIMIT = 8000;
const asks = () => document.getElementById("leaving");
const waiting = async () => {
  const { who } = await db.known();
  return (await db.entries()).filter((entry) => entry.user === who?.user).length;
};

const limit = (work) => Promise.race([work, new Promise((done) => { setTimeout(done, LIMIT); })]);

function agreed(number) {
  const place = asks();
  place.querySelector("[data-count]").textContent = word("stay", number);
  place.showModal();
  return new Promise((done) => {
    const end = (answer) => { place.close(); done(answer); };
    place.querySelector("[data-leave]").addEventListener("click", () => end(true), { once: true });
    place.querySelector("[data-stay]").addEventListener("click", () => end(false), { once: true });
    place.addEventListener("cancel", () => done(false), { once: true });
  });
}

async function leave() {
  await limit(hurry());
  const number = await waiting();
  if (number && !(await agreed(number))) return;
  // Without a network the session cannot be ended yet: it is the first thing that happens when there is one.
  const ended = await signOut();
  await wipe.afterSignOut(ended);
  tell("left", { to: ended ? IN : HERE });
}

async function signOut() {
  const { status, body } = await ask("/tablet/session/");
  if (status === 401) return true;
  if (status !== 200) return false;
  const form = new URLSearchParams({ csrfmiddlewaretoken: body.csrf });
  const answer = await fetch(OUT, { method: "POST", body: form, redirect: "manual" }).catch(() => null);
  return answer?.type === "opaqueredirect" || answer?.ok === true;
}

// A sign-out that was asked for without a network. True while it is still owed.
export async function owed() {
  if (!(await db.read("leaving"))) return false;
  if (!(await signOut())) return true;
  await wipe.afterSignOut(true);
  location.assign(IN);
  return true;
}

// The device was given up by somebody in charge: its sealed entries are handed over for review, then nothing stays.
async function revoked() {
  const { device } = await db.known();
  const entries = (await db.entries()).map(({ key, user, seq, kind, incident, captured_at, body }) => (
    { key, user, seq, kind, incident, captured_at, body }
  ));
  // In parts, since one request has a greatest size; the last part closes the queue.
  do {
    const part = entries.splice(0, 1), more = entries.length > 0;
    const answer = await post("/api/v1/tablet/quarantine", { device, entries: part, more }, "");
    // 401: it was taken over before. Any other answer means that this is the only copy: kept until the next attempt.
    if (answer.status === 401) break;
    if (answer.status !== 201) return;
  } while (entries.length);
  await wipe.everything();
  location.assign(IN);
}

export function start() {
  document.addEventListener("submit", (event) => {
    if (new URL(event.target.action, location.href).pathname !== OUT) return;
    event.preventDefault();
    leave();
  });
  on("left", ({ to }) => location.assign(to));
  on("revoked", revoked);
}
