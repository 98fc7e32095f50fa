// Says aloud that there is a new assignment when the page has found one by itself.
import { announce } from "./announce.js";

const current = () => document.querySelector("[data-assignment]");
let known = current()?.dataset.assignment ?? "";

document.addEventListener("htmx:after:swap", () => {
  const found = current();
  const now = found?.dataset.assignment ?? "";
  if (now && now !== known) {
    announce(found.dataset.told, true);
    navigator.vibrate?.([200, 100, 200]);
  }
  known = now;
});
