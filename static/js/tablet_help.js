// Officer needs help: hold for two seconds while the button fills, or tap it (or press Enter) and wait three seconds, with
// a way out. Without this script the button leads to a page that asks once.
const HOLD = 2000, COUNT = 3;
// A tap in the first second of a page counts too, so the last call is long ago.
let holding = 0, pressed = null, ticking = 0, quiet = -Infinity;

const button = (event) => event.target.closest?.("[data-hold]");
const call = () => { stop(); document.getElementById("help")?.requestSubmit(); };

function stop() {
  clearTimeout(holding);
  clearInterval(ticking);
  holding = ticking = 0;
  pressed?.classList.remove("holding");
  pressed = null;
  document.querySelector("[data-countdown][open]")?.close();
}

function press(event) {
  const found = button(event);
  if (!found || event.button) return;
  pressed = found;
  found.classList.add("holding");
  holding = setTimeout(() => { quiet = performance.now(); navigator.vibrate?.(300); call(); }, HOLD);
}

function release() {
  if (!holding) return;
  clearTimeout(holding);
  holding = 0;
  pressed?.classList.remove("holding");
}

function count() {
  const dialog = document.querySelector("[data-countdown]"), shown = dialog.querySelector("[data-count]");
  let left = COUNT;
  shown.textContent = left;
  dialog.showModal();
  dialog.querySelector("[data-cancel]").focus();
  ticking = setInterval(() => { left -= 1; if (left) shown.textContent = left; else call(); }, 1000);
}

document.addEventListener("pointerdown", press);
for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, release);
document.addEventListener("contextmenu", (event) => { if (button(event)) event.preventDefault(); });
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-cancel]")) return stop();
  if (!button(event)) return;
  event.preventDefault();
  // The finger that held long enough comes up: that is no second call.
  if (performance.now() - quiet > 1000 && !ticking) count();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !button(event)) return;
  event.preventDefault();
  event.target.click();
});
document.addEventListener("cancel", (event) => { if (event.target.matches?.("[data-countdown]")) stop(); }, true);
const name = () => document.querySelector("[data-hold]")?.setAttribute("role", "button");
document.addEventListener("htmx:after:swap", name);
name();
