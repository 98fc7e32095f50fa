// A text field with data-combobox="/address/" offers what the address finds for it: GET ?q=… answers with [role=option].
// Arrows choose, Enter takes the chosen or first match, Tab and Escape keep the text as it is. The key of what was taken
// goes into the hidden field named by data-combobox-key. Enter moves on to data-next at once, so that nothing typed after
// it is lost; an answer that is still on its way is taken when it comes, but only if it answers the text as it stands.
const PAUSE = 60, PATIENCE = 5000;
const states = new WeakMap();
const waiting = new Map();
const byId = (id) => document.getElementById(id ?? "");
const typed = (state) => state.input.value.trim();

function stateOf(input) {
  if (!states.has(input)) states.set(input, { input, answered: null, asked: null, options: [], active: -1, timer: 0, picked: "" });
  const state = states.get(input);
  // Looked up each time: a refresh may have put other elements in their place.
  state.list = byId(input.getAttribute("aria-controls"));
  state.key = byId(input.dataset.comboboxKey);
  state.detail = byId(input.dataset.comboboxDetail);
  if (state.key?.value && state.picked === "") state.picked = typed(state);
  return state;
}

const open = (state) => state.input.getAttribute("aria-expanded") === "true";

function expand(state, yes) {
  const shown = yes && state.options.length > 0 && document.activeElement === state.input;
  state.input.setAttribute("aria-expanded", String(shown));
  state.list.hidden = !shown;
  if (!shown) state.input.removeAttribute("aria-activedescendant");
}

function point(state, index) {
  state.active = index;
  state.options.forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
  const option = state.options[index];
  if (!option) return state.input.removeAttribute("aria-activedescendant");
  state.input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function show(state, text, html) {
  const box = new DOMParser().parseFromString(html, "text/html");
  state.options = [...box.querySelectorAll("[role=option]")];
  state.options.forEach((option, at) => { option.id = `${state.list.id}-${at}`; });
  state.answered = text;
  state.list.replaceChildren(...state.options);
  expand(state, true);
  if (open(state)) point(state, 0);
  const said = box.querySelector("[data-said]")?.dataset.said;
  if (said && document.activeElement === state.input) {
    document.dispatchEvent(new CustomEvent("cit:announce", { detail: { text: said, urgent: false } }));
  }
}

async function ask(address, text, signal) {
  try {
    const answer = await fetch(`${address}?q=${encodeURIComponent(text)}`, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]) });
    return answer.ok && !answer.redirected ? await answer.text() : "";
  } catch {
    return null;
  }
}

// True when the options now answer the text as it stands; false when they do not, or nobody answered.
async function look(state) {
  const text = typed(state);
  clearTimeout(state.timer);
  if (state.answered === text) return true;
  if (state.asked !== text) {
    state.stop?.abort();
    state.stop = new AbortController();
    state.asked = text;
    state.coming = ask(state.input.dataset.combobox, text, state.stop.signal);
  }
  const html = await state.coming;
  if (html === null && state.asked === text) state.asked = null;
  if (html === null || typed(state) !== text) return false;
  if (state.answered !== text) show(state, text, html);
  return true;
}

function tell(state, name, detail) {
  state.input.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  state.input.dispatchEvent(new Event("change", { bubbles: true }));
}

function take(state, option) {
  const { key, label, detail = "" } = option.dataset;
  [state.input.value, state.picked, state.answered, state.options] = [label, label, null, []];
  if (state.key) state.key.value = key;
  if (state.detail) state.detail.textContent = detail;
  state.input.classList.add("done");
  state.list.replaceChildren();
  expand(state, false);
  tell(state, "combobox:picked", { key, label, detail });
}

function forget(state) {
  if (state.picked === "" && !state.key?.value) return;
  state.picked = "";
  if (state.key) state.key.value = "";
  if (state.detail) state.detail.textContent = "";
  state.input.classList.remove("done");
}

function takeFirst(state) {
  const option = state.options[Math.max(state.active, 0)];
  if (option) return take(state, option);
  expand(state, false);
  tell(state, "combobox:free", { text: typed(state) });
}

function enter(state, event) {
  const next = document.querySelector(state.input.dataset.next || null), text = typed(state);
  const done = text === "" || text === state.picked;
  if (done && !next) return;
  event.preventDefault();
  if (!done && state.answered === text) takeFirst(state);
  else if (!done) {
    state.active = -1;
    const wait = look(state).then((fresh) => { if (fresh) takeFirst(state); });
    waiting.set(state.input, wait);
    wait.finally(() => { if (waiting.get(state.input) === wait) waiting.delete(state.input); });
  }
  next?.focus();
  next?.select?.();
}

function arrow(state, step) {
  if (!open(state)) {
    state.picked === typed(state) || state.answered !== typed(state) ? look(state) : expand(state, true);
    return;
  }
  const count = state.options.length;
  if (state.answered === typed(state)) point(state, (state.active + step + count) % count);
}

const keys = {
  Enter: enter,
  ArrowDown: (state, event) => { event.preventDefault(); arrow(state, 1); },
  ArrowUp: (state, event) => { event.preventDefault(); arrow(state, -1); },
  Escape: (state, event) => {
    if (!open(state)) return;
    event.preventDefault();
    event.stopPropagation();
    expand(state, false);
  },
};
const comboboxOf = (event) => (event.target.matches?.("[data-combobox]") ? stateOf(event.target) : null);

document.addEventListener("keydown", (event) => {
  const state = comboboxOf(event);
  if (!state || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  keys[event.key]?.(state, event);
}, true);

document.addEventListener("input", (event) => {
  const state = comboboxOf(event);
  if (!state) return;
  if (typed(state) !== state.picked) forget(state);
  clearTimeout(state.timer);
  if (typed(state)) state.timer = setTimeout(look, PAUSE, state);
  else [state.options, state.answered] = [[], null];
  if (!typed(state)) expand(state, false);
});

document.addEventListener("focusout", (event) => {
  const state = comboboxOf(event);
  if (!state) return;
  // Whoever goes on keeps the text; only Enter still waits for its answer.
  clearTimeout(state.timer);
  queueMicrotask(() => expand(state, false));
});

document.addEventListener("pointerdown", (event) => { if (event.target.closest?.("[data-combobox-list]")) event.preventDefault(); });
document.addEventListener("click", (event) => {
  const option = event.target.closest?.("[data-combobox-list] [role=option]");
  if (option) take(stateOf(document.querySelector(`[aria-controls="${option.parentElement.id}"]`)), option);
});

// A form that is sent while Enter's answer is on its way waits for it.
document.addEventListener("submit", (event) => {
  const form = event.target, waits = [...waiting].filter(([input]) => input.form === form).map(([, wait]) => wait);
  if (!waits.length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  Promise.allSettled(waits).then(() => form.isConnected && form.requestSubmit(event.submitter));
}, true);
