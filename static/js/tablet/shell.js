// The page without a signal: own assignments from the little kept in clear, what dispatch told while the key is still in
// memory, and forms to go on with. When the server answers again, it gives way to the real page.
import { readable } from "./cache.js";
import * as db from "./db.js";
import { on } from "./news.js";
import { meet } from "./session.js";
import * as stubs from "./stubs.js";
import { word } from "./words.js";

const copy = (id) => document.getElementById(id).content.cloneNode(true).firstElementChild;
const line = (tag, text, name = "") => {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = name;
  return made;
};

function listed(name, look, texts) {
  const box = line("section", "", `list ${look}`), items = document.createElement("ul");
  items.append(...texts.map((text) => line("li", text)));
  box.append(line("h3", word(name)), items);
  return box;
}

function approach(place, { incident, facts, plan, caution, units }) {
  const where = [incident.place, incident.door && word("door").replace("{door}", incident.door), incident.directions];
  const asked = line("dl", "", "facts");
  for (const { topic, answer, alarming } of facts) {
    const box = line("div", "", alarming ? "fact alarm" : "fact");
    box.append(line("dt", topic), line("dd", answer ?? word("not-asked")));
    asked.append(box);
  }
  place.replaceChildren(line("h3", incident.nature), line("p", where.filter(Boolean).join(". ")), asked);
  if (caution) place.append(line("p", caution, "note warn"));
  if (plan?.expired) place.append(line("p", word("plan-expired"), "soft"));
  if (plan?.helps?.length) place.append(listed("helps", "helps", plan.helps));
  if (plan?.avoid?.length) place.append(listed("avoid", "trig", plan.avoid));
  if (units?.length) place.append(line("p", units.map(({ unit }) => unit).join(", "), "mono"));
  place.hidden = false;
}

function draw(stub, told) {
  const item = copy("shell-assignment"), part = (name) => item.querySelector(`[data-${name}]`);
  item.dataset.assignment = stub.assignment;
  part("number").textContent = stub.number;
  part("status").textContent = word(`status-${stub.status}`);
  for (const form of item.querySelectorAll("form[data-command]")) form.dataset.incident = stub.incident;
  for (const move of stubs.OPEN[stub.status] ?? []) {
    const form = copy("shell-move"), button = form.querySelector("button");
    Object.assign(form.dataset, { incident: stub.incident, ifMatch: `v${stub.version}` });
    form.querySelector("input").value = stub.assignment;
    button.value = move;
    button.textContent = word(`move-${move}`);
    part("moves").append(form);
  }
  if (told) approach(part("approach"), told);
  part("sealed").hidden = Boolean(told);
  return item;
}

// A step changes the heading and the buttons, and leaves what is being typed alone.
async function renew({ hint }) {
  if (!hint) return;
  const stub = await db.get("stubs", hint.assignment);
  const shown = document.querySelector(`section[data-assignment="${hint.assignment}"]`);
  if (!stub || !shown) return;
  const fresh = draw(stub, null);
  for (const name of ["[data-status]", "[data-moves]"]) shown.querySelector(name).replaceWith(fresh.querySelector(name));
}

// The server knows that it is over: there is nothing left to do here, except for what is being typed.
function ended({ answer }) {
  const { id, status } = answer?.assignment ?? {};
  const shown = id && OVER.has(status) && document.querySelector(`section[data-assignment="${id}"]`);
  if (shown && ![...shown.querySelectorAll("textarea")].some((field) => field.value)) shown.remove();
}

// Opened by its own address it is what it is; in the place of another page it goes when that page can be had.
const PATIENCE = 1500, OVER = new Set(["clear", "cancelled"]), SELF = "/tablet/shell/";
const typing = () => [...document.querySelectorAll("textarea, select")].some((field) => field.value !== "");

async function giveWay({ state }) {
  if (state !== "ok" || location.pathname === SELF || typing() || document.querySelector("dialog[open]")) return;
  location.reload();
}

async function drawAll() {
  const { who } = await db.known();
  document.querySelector("[data-nobody]").hidden = Boolean(who);
  document.querySelector("[data-unit]").textContent = who?.label ?? "";
  const [mine, told] = await Promise.all([who ? stubs.mine(who.user) : [], readable()]);
  document.querySelector("[data-assignments]").replaceChildren(...mine.map((stub) => draw(stub, told.get(stub.assignment))));
  document.body.dataset.drawn = "";
}

export async function start() {
  document.addEventListener("cit:stored", ({ detail }) => renew(detail));
  on("sent", ended);
  on("contact", giveWay);
  on("who", drawAll);
  // Where the server answers at once it says first who is signed in: nobody sees for a moment what was told to another.
  if (navigator.onLine) await Promise.race([meet(), new Promise((done) => { setTimeout(done, PATIENCE); })]);
  await drawAll();
}
