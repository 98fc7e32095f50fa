// Forms marked data-command are stored on the tablet first and sent from there. What cannot be stored is not taken from
// the screen: it says "Not saved", and the text stays where it is.
import { add, flush } from "./outbox.js";
import { remember } from "./memory.js";
import { on } from "./news.js";
import { hurried, ready } from "./readiness.js";
import * as stubs from "./stubs.js";
import { word } from "./words.js";

const OURS = new Set(["csrfmiddlewaretoken", "version", "client_key"]);
const busy = new WeakSet(), direct = new WeakSet();

const isList = (form, name) => {
  const controls = [...form.elements].filter((one) => one.name === name);
  return controls.some((one) => one.multiple) || controls.filter((one) => one.type === "checkbox").length > 1;
};

// The fields of a form as the server's body: "answers.x" goes into "answers"; what is empty is left out.
export function fields(form, submitter) {
  const data = {}, sent = new FormData(form, submitter);
  for (const name of new Set(sent.keys())) {
    const values = sent.getAll(name).filter((value) => value !== "");
    if (OURS.has(name) || !values.length) continue;
    const [place, last] = name.startsWith("answers.") ? [data.answers ??= {}, name.slice(8)] : [data, name];
    place[last] = isList(form, name) ? values : name === "ok" ? values[0] === "true" : values[0];
  }
  return data;
}

function mark(form, state, key = "") {
  let note = form.querySelector("[data-mark]");
  if (!note) {
    note = document.createElement("span");
    note.dataset.mark = "";
    note.setAttribute("role", "status");
    form.append(note);
  }
  note.className = `unsent mark-${state}`;
  note.dataset.key = key;
  note.textContent = word(`mark-${state}`);
}

async function stored(form, data, hint, ifMatch) {
  const { incident, command: kind } = form.dataset;
  const record = await add({ incident, kind, data, ifMatch: ifMatch ?? "", hint });
  remember(record.key, data);
  return record;
}

async function take(form, submitter) {
  const data = fields(form, submitter), { ifMatch } = form.dataset;
  if (form.dataset.command !== "status") return stored(form, data, null, ifMatch);
  const hint = { assignment: data.assignment, move: data.move };
  return stubs.alone(async () => {
    const from = await stubs.version(hint.assignment, ifMatch);
    const record = await stored(form, data, hint, from);
    await stubs.moved(hint, { ...record, from });
    return record;
  });
}

async function submitted(event) {
  const form = event.target;
  if (!form.matches?.("form[data-command]") || direct.has(form)) return;
  event.preventDefault();
  // A second tap while the first is being written is the same tap.
  if (busy.has(form)) return;
  busy.add(form);
  try {
    if (!(await ready()) && (await hurried())) return void past(form, event.submitter);
    const record = await take(form, event.submitter);
    form.reset();
    mark(form, "saved", record.key);
    form.dispatchEvent(new CustomEvent("cit:stored", { bubbles: true, detail: record }));
    flush();
  } catch {
    mark(form, "failed");
  } finally {
    busy.delete(form);
  }
}

// The way without script.
function past(form, submitter) {
  direct.add(form);
  form.requestSubmit(submitter);
}

function settled(state, { record, answer }) {
  const note = document.querySelector(`[data-mark][data-key="${record.key}"]`);
  const form = note?.closest("form");
  if (form) mark(form, state, record.key);
  if (state !== "sent") return;
  const then = form?.dataset.then;
  if (then && (record.kind === "acknowledge" || answer?.assignment?.status === "clear")) return void location.assign(then);
  document.querySelector("main[data-live]")?.dispatchEvent(new CustomEvent("cit:want", { bubbles: true, detail: {} }));
}

export function start() {
  document.addEventListener("submit", submitted, true);
  on("sent", (news) => settled("sent", news));
  on("parked", (news) => settled("parked", news));
}
