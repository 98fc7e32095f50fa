// Answering by letter moves on to the next question. Where an answer may open a branch, the step waits for the server.
const KEY = "[data-script] .ask[data-q]";
let waits = "";

const asked = (form) => [...form.querySelectorAll("fieldset.ask[data-q]")].filter((q) => q.getClientRects().length);

function moveOn(key) {
  const here = document.querySelector(`fieldset.ask[data-q="${key}"]`);
  const all = here ? asked(here.closest("[data-script]")) : [];
  const next = all[all.indexOf(here) + 1];
  next?.querySelector("input:checked, input")?.focus();
}

// A letter operates the real control, so its click is not one of a hand; arrows and the mouse stay where they are.
document.addEventListener("click", (event) => {
  const question = event.target.closest?.(KEY);
  if (event.isTrusted || !question || event.target.type !== "radio") return;
  if ("opens" in question.dataset) waits = question.dataset.q;
  else moveOn(question.dataset.q);
});

document.addEventListener("htmx:after:swap", () => {
  if (!waits) return;
  const key = waits;
  waits = "";
  if (document.activeElement?.closest(KEY)?.dataset.q === key) moveOn(key);
});
