// One key for each answer, a code that goes on by itself, and numbers that pick units.
import { first } from "./intake_parts.js";
import { changed } from "./intake_saving.js";

let jumped = null;

export function toQuestions(of) {
  of.querySelector("[data-question] input:checked, [data-question] input")?.focus();
}

export function takeCode(input) {
  const typed = input.value.trim().toUpperCase(), codes = [...input.list.options];
  const found = codes.find((option) => option.dataset.code === typed);
  if (!found || codes.some((option) => option !== found && option.dataset.code.startsWith(typed))) return;
  jumped = { typed: input.value };
  input.value = found.value;
  toQuestions(input.form);
}

const begins = (input, text) => [...input.list.options].some((option) => option.dataset.words.split("|").some((word) => word.startsWith(text)));

// Whoever typed the beginning of a word that happens to be a code goes on typing the word.
function back(of, letter) {
  const input = of.elements.nature_text, text = (jumped.typed + letter).toLowerCase();
  const question = document.activeElement.closest("[data-question]");
  const answers = question?.querySelector(`[data-answer="${letter.toUpperCase()}"]`);
  const joins = letter.toUpperCase() === "D" && document.querySelector('#intake-likely [data-key="D"]');
  if ((answers || joins) && !begins(input, text)) return false;
  input.value = jumped.typed + letter;
  input.focus();
  changed(of);
  return true;
}

function answer(event, question) {
  const choice = question.querySelector(`[data-answer="${event.key.toUpperCase()}"]`);
  if (!choice) return false;
  choice.checked = true;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  const all = [...question.parentElement.children], next = all[all.indexOf(question) + 1];
  const target = next ?? document.getElementById("intake-units");
  // Where nothing is recommended yet the place for it is held, and the first unit gets the focus when it comes.
  (first(target) ?? target).focus();
  return true;
}

function pick(event, of) {
  const found = of.querySelector(`[name=officers][data-rank="${event.code.replace("Digit", "")}"]`);
  if (!found) return false;
  if (!event.shiftKey) for (const box of of.querySelectorAll("[name=officers]")) box.checked = box === found;
  else found.checked = !found.checked;
  found.focus();
  found.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function handled(event, of) {
  const question = event.target.closest("[data-question]");
  if (question && event.key.length === 1 && event.key !== " ") {
    if (jumped && back(of, event.key)) return true;
    return answer(event, question);
  }
  if (event.target.closest("#intake-units") && /^Digit[1-9]$/.test(event.code)) return pick(event, of);
  const plain = event.target.matches("input:not([type=radio]):not([type=checkbox]), select");
  return event.key === "Enter" && plain && enter(event.target, of);
}

// Enter never sends: it goes on to the next field.
function enter(target, of) {
  if (target.matches("[data-nature]")) toQuestions(of);
  else {
    const all = [...of.querySelectorAll("input:not([type=hidden]), select, textarea, button")].filter((each) => each.tabIndex >= 0 && each.getClientRects().length);
    all[all.indexOf(target) + 1]?.focus();
  }
  return true;
}

document.addEventListener("keydown", (event) => {
  const of = event.target.closest?.("#intake-form");
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (of && handled(event, of)) event.preventDefault();
  if (of && event.key !== "Shift") jumped = null;
  const tab = event.target.closest?.("#intake-tabs a"), way = { ArrowLeft: "previousElementSibling", ArrowRight: "nextElementSibling" }[event.key];
  if (!tab || !way) return;
  event.preventDefault();
  tab[way]?.focus();
}, true);
