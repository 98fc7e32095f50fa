// Every change of the call form is on the server within two seconds, in order, and told when it is not.
import { apply, form, panel, parsed, said } from "./intake_parts.js";

const PAUSE = 250, MOST = 1500, RETRY = 2000, BEACON = 60000;
const states = new WeakMap();
export const stateOf = (of) => {
  if (!states.has(of)) states.set(of, { step: Number(of.dataset.step ?? 0), taken: null, first: 0, timer: 0, dirty: false });
  return states.get(of);
};
const post = (url, body, more) => fetch(url, { method: "POST", body, headers: { "HX-Request": "true" }, ...more });

export const flights = new Set();

export function save(of, more = {}) {
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
export async function isTaken(of) {
  const state = stateOf(of);
  if (of.dataset.save) return true;
  try {
    await (state.taken ??= take(of));
  } catch {
    state.taken = null;
  }
  return Boolean(of.dataset.save);
}

export function fail(of, state) {
  said("failed");
  state.dirty = true;
  clearTimeout(state.timer);
  if (of.isConnected) state.timer = setTimeout(save, RETRY, of);
}

export function changed(of) {
  const state = stateOf(of), moment = performance.now();
  state.dirty = true;
  state.first ||= moment;
  clearTimeout(state.timer);
  state.timer = setTimeout(save, Math.max(0, Math.min(PAUSE, state.first + MOST - moment)), of);
}

export function leave() {
  const of = form();
  if (!of || !stateOf(of).dirty) return;
  const long = new URLSearchParams(new FormData(of)).toString().length > BEACON;
  save(of, { keepalive: !long });
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
