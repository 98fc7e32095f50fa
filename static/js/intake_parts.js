// The parts of the call form that the server draws: it says what follows from what was typed, and this puts it in place.
export const panel = () => document.getElementById("intake");
export const form = () => document.getElementById("intake-form");
export const parsed = (html) => Object.assign(document.createElement("template"), { innerHTML: html }).content;

export function said(name, at = "") {
  const line = document.getElementById("intake-saved");
  if (!line) return;
  line.classList.toggle("failed", name !== "saved");
  line.textContent = name === "saved" ? `${line.dataset.saved} ${at}` : line.dataset[name];
}

export const first = (box) => box.querySelector("input:checked:not([type=hidden])") ?? box.querySelector("input:not([type=hidden])");

const same = (old, fresh) => old.childNodes.length === fresh.childNodes.length
  && [...old.childNodes].every((node, at) => node.isEqualNode(fresh.childNodes[at]));

function put(box) {
  const old = box.id && document.getElementById(box.id);
  if (!old || same(old, box)) return;
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  if (box.id === "intake-units") {
    old.replaceWith(box);
    window.htmx?.process(box);
  } else old.replaceChildren(...box.childNodes);
  if (held === old) first(box)?.focus();
  else if (held?.name) document.querySelector(`#${box.id} [name="${held.name}"]${held.type === "checkbox" ? `[value="${held.value}"]` : ""}`)?.focus();
}

export function apply(of, state, answer) {
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

export function label() {
  const of = form(), button = of?.querySelector("[data-send]");
  if (!button) return;
  const units = [...of.querySelectorAll("[name=officers]:checked")].map((box) => box.dataset.unit);
  of.querySelector("#intake-send").textContent = [button.dataset.text, units.join(", ")].join(" ").trim();
}

// What is known of a place is fetched when it is named, and only then.
let known = "";
export const knows = (place) => { known = place; };
export async function about(of) {
  const place = of.elements.place.value, box = document.getElementById("intake-about");
  if (place === known || !box) return;
  known = place;
  const answer = place ? await fetch(`${box.dataset.about}?key=${encodeURIComponent(place)}`) : null;
  const told = answer?.ok ? parsed(await answer.text()).childNodes : [];
  if (place === known) box.replaceChildren(...told);
}
