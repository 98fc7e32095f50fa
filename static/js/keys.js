// data-key="F2" on a link, button or field makes that key operate it; data-also names a second key. The question mark lists what the page offers.
// A single letter acts only while the focus is inside the element named by data-key-in (WCAG 2.1.4).
const sheet = document.getElementById("key-sheet");
const typing = (target) => target.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
const isShown = (element) => element.getClientRects().length > 0 && !element.disabled;

function name(event) {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${key}`;
}

// Whoever speaks to the computer can switch off the keys that act anywhere without Ctrl (WCAG 2.1.4).
const longOnly = document.documentElement.dataset.keys === "long";

function reachable(element, key, target) {
  if (key.length > 1) return true;
  const within = element.closest("[data-key-in]");
  if (longOnly && !within) return false;
  return !typing(target) && (!within || within.contains(target));
}

function operate(element) {
  element.scrollIntoView({ block: "nearest" });
  element.focus();
  if (element.matches("a, button, summary, input[type=radio], input[type=checkbox]")) element.click();
  else element.select?.();
}

function fill(list) {
  list.replaceChildren();
  for (const element of document.querySelectorAll("[data-key]")) {
    if (!isShown(element)) continue;
    const [term, text, cap] = ["dt", "dd", "kbd"].map((tag) => document.createElement(tag));
    cap.textContent = element.dataset.key;
    text.textContent = element.dataset.keyLabel || element.getAttribute("aria-label") || element.textContent.trim();
    term.append(cap);
    list.append(term, text);
  }
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const key = name(event);
  if (key === "?" && !longOnly && sheet && !sheet.open && !typing(event.target)) {
    fill(sheet.querySelector("[data-keys]"));
    sheet.showModal();
    event.preventDefault();
    return;
  }
  if (sheet?.open) return;
  const found = [...document.querySelectorAll("[data-key]")].find(
    (element) => [element.dataset.key, element.dataset.also].some((each) => each?.toUpperCase() === key.toUpperCase()) && isShown(element) && reachable(element, key, event.target),
  );
  if (!found) return;
  event.preventDefault();
  operate(found);
});
