// The record's page: questions open with the answer that asks for them, and every change is kept within two seconds.
import { conditions } from "./record_shown.js";
import * as drafts from "./record_draft.js";
import { rows } from "./record_rows.js";
import { hurry } from "./tablet/outbox.js";

const PAUSE = 600, MOST = 2000, RETRY = 4000, SOON = 150, LIMIT = 10000;
const form = document.querySelector("form[data-record]");
const address = form.dataset.record;
const said = document.querySelector("[data-saved]");
const words = Object.fromEntries([...document.querySelector("[data-words]").content.children].map((one) => [one.dataset.word, one.textContent]));
const clock = () => new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
let timer = 0, first = 0, flight = null, leaving = false, unsaved = false;
// What the server has taken; what waits on the tablet instead, with the page as it was then.
let taken, draft = null, stored = null;

function tell(word, bad = false) {
  said.textContent = words[word] + (word === "saved" ? ` ${clock()}` : "");
  said.classList.toggle("bad", bad);
}

export function changed(wait = PAUSE) {
  const now = performance.now();
  unsaved = true;
  form.setAttribute("data-pending", "");
  first ||= now;
  clearTimeout(timer);
  timer = setTimeout(keep, Math.max(0, Math.min(draft ? SOON : wait, wait, first + MOST - now)));
}

// One saving at a time: the version that one answers is what the next one goes on from.
async function keep() {
  clearTimeout(timer);
  timer = 0;
  if (flight) return undefined;
  [first, unsaved] = [0, false];
  return alone(draft ? store() : send());
}

async function alone(work) {
  flight = work;
  await flight;
  flight = null;
  if (unsaved && !timer) changed(0);
  form.toggleAttribute("data-pending", unsaved || timer > 0);
}

const quick = () => [...form.querySelectorAll("[data-once]:checked")];

async function send() {
  const body = new URLSearchParams(new FormData(form));
  const once = quick(), going = drafts.said(form);
  tell("saving");
  let answer, text;
  const signal = form.dataset.about ? AbortSignal.timeout(LIMIT) : null;
  try {
    answer = await fetch(address, { method: "POST", body, headers: { "HX-Request": "true" }, redirect: "manual", signal });
    text = answer.ok ? await answer.text() : "";
  } catch {
    return unanswered();
  }
  if (answer.ok) return heard(text, once, going);
  if (answer.status === 409 || answer.status === 422) return tell(answer.status === 409 ? "moved" : "refused", true);
  return answer.status === 401 || answer.status === 403 ? retry("out") : unanswered();
}

// No answer of ours: what was tapped goes to the tablet's own store where it has one, else it waits on this page.
async function unanswered() {
  return (await drafts.able(form)) ? store() : retry("failed");
}

async function store() {
  const now = { once: quick(), said: drafts.said(form) };
  try {
    draft = await drafts.store(form, taken);
  } catch {
    return retry("failed");
  }
  stored = now;
  tell(draft ? "kept" : "saved");
  hurry();
}

// What waited on the tablet has reached the record: this page goes on from there.
async function arrived(version) {
  while (flight) await flight;
  if (draft) return alone(renewAfter(version));
  // Stored by an earlier page: this one shows the record as it was before.
  if (!unsaved && !first) location.reload();
  return undefined;
}

async function renewAfter(version) {
  if (await drafts.waits(form)) return undefined;
  drafts.settled();
  [draft, taken] = [null, stored.said];
  form.elements.version.value = version;
  const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
  const text = answer?.ok ? await answer.text() : "";
  const now = parsed(text).querySelector("#record-state")?.dataset.version;
  if (!now) return tell("saved");
  return Number(now) === version ? heard(text, stored.once, stored.said) : tell("moved", true);
}

function refused() {
  draft = null;
  tell("parked", true);
}

const parsed = (text) => Object.assign(document.createElement("template"), { innerHTML: text }).content;

function heard(text, once, going) {
  const answer = parsed(text), state = answer.querySelector("#record-state");
  if (!state) return unanswered();
  taken = going;
  form.elements.version.value = state.dataset.version;
  form.elements.csrfmiddlewaretoken.value = state.dataset.token;
  for (const tap of once) tap.checked = false;
  const open = document.getElementById("expected")?.open;
  document.getElementById("record-state").replaceWith(state);
  if (open && document.getElementById("expected")) document.getElementById("expected").open = true;
  for (const part of [...answer.children]) renewed(part, once.length > 0);
  conditions(form);
  return tell("saved");
}

// What the server draws anew takes the place of what is here, unless somebody is at work in it.
function renewed(part, rowAdded) {
  const here = document.getElementById(part.id);
  if (!here || here.contains(document.activeElement)) return;
  if (part.hasAttribute("data-with-rows") && !rowAdded) return;
  const open = here.querySelector("details")?.open;
  here.replaceWith(part);
  if (open && part.querySelector("details")) part.querySelector("details").open = true;
}

// Signed out or no network: what is tapped stays here; a fresh reading of the state brings a fresh token.
function retry(word) {
  tell(word, true);
  first ||= performance.now();
  clearTimeout(timer);
  timer = setTimeout(word === "out" ? renew : keep, RETRY);
}

async function renew() {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer?.ok) return retry("out");
  form.elements.csrfmiddlewaretoken.value = parsed(await answer.text()).querySelector("#record-state")?.dataset.token ?? "";
  return keep();
}

form.addEventListener("change", (event) => {
  rows.tapped(event.target);
  conditions(form);
  changed();
});
form.addEventListener("input", (event) => { if (event.target.matches("textarea, input:not([type=radio], [type=checkbox])")) changed(); });
form.addEventListener("submit", (event) => {
  clearTimeout(timer);
  leaving = !draft && (navigator.onLine || !form.dataset.about);
  if (leaving) return;
  // What is on the tablet goes first.
  event.preventDefault();
  keep();
});
rows.watch(form, changed);
addEventListener("pagehide", () => {
  if (leaving || !first || draft) return;
  fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: true });
});
addEventListener("beforeunload", (event) => { if (first && !leaving && said.classList.contains("bad")) event.preventDefault(); });

// A way to a question opens whatever it is folded in.
document.addEventListener("click", (event) => {
  const target = document.getElementById(event.target.closest?.(".missing a, .errors a")?.hash.slice(1) ?? "");
  for (let box = target?.closest("details, [data-shown]"); box; box = box.parentElement.closest("details, [data-shown]")) {
    if ("open" in box) box.open = true;
    else box.hidden = false;
  }
});
conditions(form);
taken = drafts.said(form);
drafts.watch(form, { sent: arrived, parked: refused });
