// The call form: a new call, another call, the end of one, and what happens in between. Ctrl+Enter logs and sends.
import { form, knows, label, panel, parsed, said } from "./intake_parts.js";
import { changed, fail, flights, isTaken, leave, save, stateOf } from "./intake_saving.js";
import { takeCode, toQuestions } from "./intake_keys.js";

const announce = (text) => document.dispatchEvent(new CustomEvent("cit:announce", { detail: { text, urgent: false } }));

function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  [bytes[6], bytes[8]] = [(bytes[6] & 15) | 64, (bytes[8] & 63) | 128];
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function begin() {
  leave();
  panel().querySelector("[data-hold]").replaceChildren(panel().querySelector("[data-blank]").content.cloneNode(true));
  const of = form(), state = stateOf(of);
  knows("");
  of.elements.client_key.value = key();
  of.elements[of.elements.place_text.value ? "nature_text" : "place_text"].focus();
  isTaken(of).then((yes) => yes || fail(of, state));
}

async function show(url, options) {
  // What is still on its way must be there before the server draws the form anew.
  await Promise.allSettled(flights);
  const answer = await fetch(url, { headers: { "HX-Request": "true" }, ...options });
  const fresh = parsed(await answer.text()).querySelector("#intake");
  if (!fresh) return location.reload();
  panel().replaceWith(fresh);
  knows(form()?.elements.place.value ?? "");
  window.htmx?.process(fresh);
  (fresh.querySelector("[data-focus]") ?? fresh.querySelector("#intake_place_text") ?? fresh.querySelector("[data-key=F2]"))?.focus();
  const { logged, loggedSaid } = fresh.dataset;
  if (!logged) return answer;
  announce(loggedSaid);
  document.dispatchEvent(new CustomEvent("intake:logged", { detail: { incident: logged } }));
  return answer;
}

async function end(of, submitter) {
  const state = stateOf(of);
  if (state.ending) return;
  state.ending = true;
  await save(of);
  clearTimeout(state.timer);
  if (!of.dataset.save) return void (state.ending = false);
  const body = new URLSearchParams(new FormData(of, submitter));
  try {
    await show(of.action, { method: "POST", body });
  } catch {
    said("failed");
  } finally {
    state.ending = false;
  }
}

function ring(input) {
  // An answer that rings is shown before the server has heard of it; the server's words replace it.
  const box = document.getElementById("intake-alarms"), name = input.dataset.alarm;
  if (name && input.checked && !box.querySelector(`[data-rings="${name}"]`)) {
    box.append(document.querySelector(`template[data-ring="${name}"]`).content.cloneNode(true));
  }
}

function people(of, button) {
  const rows = [...of.querySelectorAll("[data-person]")], numberOf = (row) => Number(row.querySelector("[data-remove]").value);
  if ("remove" in button.dataset) {
    const row = button.closest("[data-person]"), gone = numberOf(row);
    for (const each of of.querySelectorAll(`[name^="subject-${gone}-"]`)) each.value = "";
    if (gone) row.remove();
    return;
  }
  const next = 1 + Math.max(...rows.map(numberOf));
  const row = panel().querySelector("[data-spare]").content.firstElementChild.cloneNode(true);
  for (const each of row.querySelectorAll("[name], [id], [for]")) {
    for (const name of ["name", "id", "for"]) each.setAttribute(name, (each.getAttribute(name) ?? "").replace("subject-1", `subject-${next}`));
    for (const name of ["name", "id", "for"]) if (!each.getAttribute(name)) each.removeAttribute(name);
  }
  row.querySelector("[data-remove]").value = next;
  row.querySelector("[data-number]").textContent = next + 1;
  rows.at(-1).after(row);
  row.querySelector("input").focus();
}

document.addEventListener("input", (event) => {
  const of = event.target.closest?.("#intake-form");
  if (!of) return;
  if (event.target.matches("[data-nature]")) takeCode(event.target);
  changed(of);
});
document.addEventListener("change", (event) => {
  const of = event.target.closest?.("#intake-form");
  if (!of) return;
  if (event.target.dataset.alarm) ring(event.target);
  if (event.target.name === "officers") label();
  changed(of);
});
document.addEventListener("focusout", (event) => {
  const of = event.target.closest?.("#intake-form");
  if (of && stateOf(of).dirty && event.target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select")) changed(of);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("#intake-form [data-more], #intake-form [data-remove], #intake-form [data-use]");
  const tab = event.target.closest?.("#intake-tabs a[data-draft]");
  if (tab && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    leave();
    show(tab.href);
  }
  if (!button) return;
  event.preventDefault();
  const of = button.form;
  if ("use" in button.dataset) {
    of.elements.nature_text.value = button.value;
    toQuestions(of);
  } else people(of, button);
  changed(of);
});
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (event.target.matches("#intake .take")) {
    event.preventDefault();
    begin();
  } else if (event.target.matches("#intake-form")) {
    event.preventDefault();
    if (event.submitter?.name) end(event.target, event.submitter);
    else save(event.target);
  }
});
document.addEventListener("htmx:after:swap", label);
document.addEventListener("visibilitychange", () => { if (document.hidden) leave(); });
window.addEventListener("pagehide", leave);
// The command line opens a call; it is shown here as if its tab had been chosen.
document.addEventListener("intake:show", (event) => { leave(); show(event.detail.url); });
