// The officer's tablet while it is connected: says and shakes for a new assignment, holds the next step back for a moment
// after a change, so that a double tap does not run through, and takes the offer of undo away when its time is over.
import { announce } from "./announce.js";

const HELD = 1500, UNDO = 10000, SHAKE = 4000;
const current = () => document.querySelector("[data-assignment]");
const now = () => Date.now() + offset;
const offset = Date.parse(document.querySelector("meta[name=server-time]")?.content ?? "") - Date.now() || 0;
let known = current()?.dataset.assignment ?? "";
let step = "";
let shaken = 0;

function tell() {
  const found = current();
  const mine = found?.dataset.assignment ?? "";
  if (mine && mine !== known) announce(found.dataset.told, true);
  known = mine;
}

function shake() {
  // A browser lets a page shake only after the person has touched it.
  if (!navigator.userActivation?.hasBeenActive) return;
  if (!document.querySelector("[data-vibrate]") || performance.now() - shaken < SHAKE) return;
  shaken = performance.now();
  navigator.vibrate?.([400, 150, 400]);
}

// A step that was just made: the button that now stands in its place does nothing for a moment.
function hold() {
  const rail = document.querySelector("[data-step]");
  const made = rail ? `${rail.dataset.step} ${rail.dataset.stepAt}` : "";
  const fresh = made && made !== step && (step || now() - Date.parse(rail.dataset.stepAt) < HELD);
  step = made;
  if (!fresh) return;
  for (const button of rail.querySelectorAll(".next")) {
    button.setAttribute("aria-disabled", "true");
    setTimeout(() => button.removeAttribute("aria-disabled"), HELD);
  }
}

function undo() {
  for (const form of document.querySelectorAll("[data-undo]")) {
    if (now() - Date.parse(form.dataset.undo) > UNDO) form.remove();
  }
}

function look() {
  tell();
  hold();
  undo();
  shake();
  const first = document.querySelector("[data-first-focus]");
  if (first && document.activeElement === document.body) first.focus();
}

function held(event) {
  if (!event.target.closest?.(".next[aria-disabled=true]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

document.addEventListener("click", held, true);
document.addEventListener("submit", (event) => {
  if (event.submitter?.getAttribute("aria-disabled") === "true") event.preventDefault(), event.stopImmediatePropagation();
}, true);
document.addEventListener("htmx:after:swap", look);
setInterval(() => { undo(); shake(); }, 500);
look();
