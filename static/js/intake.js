// The call form: every change is on the server within two seconds, each question is one key, and Ctrl+Enter logs and
// sends. The server says what follows from what was typed (who can go, how urgent it is); this puts it in its place.
const PAUSE = 250, MOST = 1500, RETRY = 2000, BEACON = 60000;
const panel = () => document.getElementById("intake");
const form = () => document.getElementById("intake-form");
const states = new WeakMap();
const stateOf = (of) => {
  if (!states.has(of)) states.set(of, { step: Number(of.dataset.step ?? 0), taken: null, first: 0, timer: 0, dirty: false });
  return states.get(of);
};
const announce = (text, urgent = false) => document.dispatchEvent(new CustomEvent("cit:announce", { detail: { text, urgent } }));
const parsed = (html) => Object.assign(document.createElement("template"), { innerHTML: html }).content;
const post = (url, body, more) => fetch(url, { method: "POST", body, headers: { "HX-Request": "true" }, ...more });

function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  [bytes[6], bytes[8]] = [(bytes[6] & 15) | 64, (bytes[8] & 63) | 128];
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function said(name, at = "") {
  const line = document.getElementById("intake-saved");
  if (!line) return;
  line.classList.toggle("failed", name !== "saved");
  line.textContent = name === "saved" ? `${line.dataset.saved} ${at}` : line.dataset[name];
}

// --- what the server says back -------------------------------------------------------------------------------------
const first = (box) => box.querySelector("input:checked:not([type=hidden])") ?? box.querySelector("input:not([type=hidden])");

function put(box) {
  const old = box.id && document.getElementById(box.id);
  if (!old || old.innerHTML === box.innerHTML) return;
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  if (box.id === "intake-units") {
    old.replaceWith(box);
    window.htmx?.process(box);
  } else old.replaceChildren(...box.childNodes);
  if (held === old) first(box)?.focus();
  else if (held?.name) document.querySelector(`#${box.id} [name="${held.name}"]${held.type === "checkbox" ? `[value="${held.value}"]` : ""}`)?.focus();
}

function apply(of, state, answer) {
  const box = answer.firstElementChild;
  state.step = Math.max(state.step, Number(box.dataset.step));
  if (box.dataset.placeText && !of.elements.place_text.value) {
    [of.elements.place.value, of.elements.place_text.value] = [box.dataset.place, box.dataset.placeText];
    of.elements.place_text.classList.add("done");
    document.getElementById("intake_place_text-detail").textContent = box.dataset.placeHint;
  }
  // What was changed meanwhile is asked for again in a moment; until then it is not overwritten.
  const late = state.dirty ? ["intake-units", "intake-reasons"] : [];
  for (const part of [...box.children]) if (!late.includes(part.id)) put(part);
  label();
  about(of);
  said("saved", box.dataset.at);
}

function label() {
  const of = form(), button = of?.querySelector("[data-send]");
  if (!button) return;
  const units = [...of.querySelectorAll("[name=officers]:checked")].map((box) => box.dataset.unit);
  of.querySelector("#intake-send").textContent = [button.dataset.text, units.join(", ")].join(" ").trim();
}

// --- saving --------------------------------------------------------------------------------------------------------
const flights = new Set();

function save(of, more = {}) {
  const flight = saving(of, more);
  flights.add(flight);
  return flight.finally(() => flights.delete(flight));
}

async function saving(of, more) {
  const state = stateOf(of);
  clearTimeout(state.timer);
  [state.dirty, state.first] = [false, 0];
  const body = new URLSearchParams(new FormData(of));
  if (!await isTaken(of)) return fail(of, state);
  const step = ++state.step;
  body.set("step", step);
  return post(of.dataset.save, body, more).then(async (answer) => {
    if (answer.ok && !answer.redirected) return heard(of, state, step, parsed(await answer.text()));
    return answer.status >= 500 ? fail(of, state) : said("refused");
  }, () => fail(of, state));
}

function heard(of, state, step, answer) {
  const { kept, step: counts } = answer.firstElementChild.dataset;
  if (step !== state.step) return undefined;
  if (kept !== undefined) return apply(of, state, answer);
  // Another tab of this call was ahead, so this saving was left out: what is typed here last is what counts.
  state.step = Number(counts);
  return changed(of);
}

// The server knows of the call, or is told of it now; a connection that was lost is tried again with the next saving.
async function isTaken(of) {
  const state = stateOf(of);
  if (of.dataset.save) return true;
  try {
    await (state.taken ??= take(of));
  } catch {
    state.taken = null;
  }
  return Boolean(of.dataset.save);
}

function fail(of, state) {
  said("failed");
  state.dirty = true;
  clearTimeout(state.timer);
  if (of.isConnected) state.timer = setTimeout(save, RETRY, of);
}

function changed(of) {
  const state = stateOf(of), moment = performance.now();
  state.dirty = true;
  state.first ||= moment;
  clearTimeout(state.timer);
  state.timer = setTimeout(save, Math.max(0, Math.min(PAUSE, state.first + MOST - moment)), of);
}

function leave() {
  const of = form();
  if (!of || !stateOf(of).dirty) return;
  const long = new URLSearchParams(new FormData(of)).toString().length > BEACON;
  save(of, { keepalive: !long });
}

// --- a new call, another call --------------------------------------------------------------------------------------
function begin() {
  leave();
  panel().querySelector("[data-hold]").replaceChildren(panel().querySelector("[data-blank]").content.cloneNode(true));
  const of = form(), state = stateOf(of);
  known = "";
  of.elements.client_key.value = key();
  of.elements[of.elements.place_text.value ? "nature_text" : "place_text"].focus();
  isTaken(of).then((yes) => yes || fail(of, state));
}

async function take(of) {
  const answer = await post(panel().dataset.take, new URLSearchParams(new FormData(of)));
  if (!answer.ok) throw new Error("not taken");
  const box = parsed(await answer.text()).firstElementChild;
  Object.assign(of.dataset, { save: box.dataset.save, draft: box.dataset.draft });
  of.action = box.dataset.log;
  of.querySelector("[data-discard]").href = box.dataset.discard;
  document.getElementById("intake-tabs")?.replaceWith(box.querySelector("#intake-tabs"));
}

async function show(url, options) {
  // What is still on its way must be there before the server draws the form anew.
  await Promise.allSettled(flights);
  const answer = await fetch(url, { headers: { "HX-Request": "true" }, ...options });
  const fresh = parsed(await answer.text()).querySelector("#intake");
  if (!fresh) return location.reload();
  panel().replaceWith(fresh);
  known = form()?.elements.place.value ?? "";
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

// --- keys ----------------------------------------------------------------------------------------------------------
let jumped = null;

function toQuestions(of) {
  of.querySelector("[data-question] input:checked, [data-question] input")?.focus();
}

function takeCode(input) {
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

// --- what happens in the form --------------------------------------------------------------------------------------
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
// What is known of a place is fetched when it is named, and only then.
let known = "";
async function about(of) {
  const place = of.elements.place.value, box = document.getElementById("intake-about");
  if (place === known || !box) return;
  known = place;
  const answer = place ? await fetch(`${box.dataset.about}?key=${encodeURIComponent(place)}`) : null;
  if (place === known) box.innerHTML = answer?.ok ? await answer.text() : "";
}

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
export { begin };
