// One line that always says where the officer's entries are: all sent, sending, kept here without a signal, or waiting
// for a sign-in; and how many of them need a decision.
import * as db from "./db.js";
import { on } from "./news.js";
import { word } from "./words.js";

const LOOK = { ok: "live", sending: "sending", busy: "off", offline: "off", out: "lost" };
let contact = navigator.onLine ? "ok" : "offline";

const strip = () => document.getElementById("unsent");

// { queued, parked, others: Map(label -> number) } of the device, seen by who is signed in.
export async function count() {
  const [{ who }, entries] = await Promise.all([db.known(), db.entries()]);
  const others = new Map();
  const found = { queued: 0, parked: 0, others };
  for (const entry of entries) {
    if (entry.user === who?.user) found[entry.state] += 1;
    else others.set(entry.label, (others.get(entry.label) ?? 0) + 1);
  }
  return found;
}

function text({ queued, parked }) {
  const parts = [];
  if (contact === "out") parts.push(word("signed-out"), queued + parked ? word("needs-you", queued + parked) : "");
  else if (contact === "offline") parts.push(word("no-signal"), queued ? word("saved-here", queued) : "");
  else if (queued) parts.push(word(contact === "sending" ? "sending" : "not-sent", queued));
  else parts.push(word("all-sent"));
  if (parked && contact !== "out") parts.push(word("attention", parked));
  return parts.filter(Boolean).join(" ");
}

export async function show() {
  const place = strip();
  if (!place) return;
  const found = await count().catch(() => null);
  if (!found) return;
  const look = found.parked && LOOK[contact] === "live" ? "off" : LOOK[contact];
  place.className = `sync tablet-sync is-${look}`;
  Object.assign(place.dataset, { contact, queued: found.queued, parked: found.parked });
  const line = place.querySelector("[data-line]");
  const said = text(found);
  if (line.textContent !== said) line.textContent = said;
  place.hidden = false;
}

export function start() {
  on("contact", ({ state }) => { contact = state === "ok" && !navigator.onLine ? "offline" : state; show(); });
  on("changed", show);
  addEventListener("offline", () => { contact = "offline"; show(); });
  show();
}
