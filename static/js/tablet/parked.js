// The list behind the strip: what waits, what was refused, with what the officer entered beside what the server says. The
// officer decides again: a new entry with a new key and version, or a withdrawal. Of others only the number is shown.
import * as db from "./db.js";
import { renew } from "./cache.js";
import { describe, described, drop, recall, remember } from "./memory.js";
import { on, tell } from "./news.js";
import { add, flush } from "./outbox.js";
import * as stubs from "./stubs.js";
import { count } from "./strip.js";
import { clock, word } from "./words.js";

const BOOKED = new Set([412, 422, 428]);
const list = () => document.getElementById("unsent-list");
const words = (data) => Object.entries(data ?? {}).filter(([name]) => !["assignment", "record", "plan", "page"].includes(name))
  .map(([, value]) => (typeof value === "object" ? "" : String(value))).filter(Boolean).join(", ");
const mine = (entry) => (entry.hint ? word(`move-${entry.hint.move}`) : described(entry.key) || words(recall(entry.key)) || word("sealed"));

function theirs({ words: said, current }) {
  const status = current?.status ? word(`status-${current.status}`) : "";
  return said || status || word("refused");
}

// Only what can be built again: a step, whose content is no secret, and what this page still remembers.
const content = (entry) => (entry.hint ? { ...entry.hint } : recall(entry.key));

function draw(entry) {
  const item = document.getElementById("unsent-entry").content.cloneNode(true).firstElementChild;
  const part = (name) => item.querySelector(`[data-${name}]`);
  item.dataset.key = entry.key;
  item.dataset.state = entry.state;
  part("kind").textContent = word(`kind-${entry.kind}`);
  part("at").textContent = clock(entry.captured_at);
  part("state").textContent = word(`state-${entry.state}`);
  part("text").textContent = mine(entry);
  if (entry.state !== "parked") return item;
  part("text").hidden = true;
  item.querySelector(".both").hidden = false;
  part("mine").textContent = mine(entry);
  part("theirs").textContent = theirs(entry.answer);
  part("again").hidden = !content(entry);
  part("withdraw").hidden = false;
  part("again").addEventListener("click", () => again(entry));
  part("withdraw").addEventListener("click", () => withdraw(entry));
  return item;
}

export async function show() {
  const place = list();
  if (!place?.open) return;
  const [{ who }, entries, found] = await Promise.all([db.known(), db.entries(), count()]);
  const own = entries.filter((entry) => entry.user === who?.user);
  place.querySelector("[data-entries]").replaceChildren(...own.map(draw));
  place.querySelector("[data-others]").replaceChildren(...[...found.others].map(([label, number]) => {
    const item = document.createElement("li");
    item.textContent = word("others", number).replace("{who}", label);
    return item;
  }));
  place.querySelector("[data-empty]").hidden = Boolean(entries.length);
}

// The same decision, made again in sight of what is true now.
async function again(entry) {
  const data = content(entry);
  const now = entry.answer.current?.version;
  const ifMatch = now ? `v${String(now).replace(/\D/g, "")}` : entry.ifMatch;
  const { incident, kind, hint, about, key } = entry;
  const anew = await add({ incident, kind, data, ifMatch, hint, about, supersedes: key });
  remember(anew.key, data);
  describe(anew.key, described(key));
  await finish(entry);
  flush();
}

// The ledger learns of it, where the refused entry has reached the server's books.
async function withdraw(entry) {
  const known = BOOKED.has(entry.answer.status);
  if (known) await add({ incident: entry.incident, kind: "withdrawal", data: { entry: entry.key } });
  await finish(entry);
  if (known) flush();
}

async function finish(entry) {
  await db.remove("outbox", entry.key);
  drop(entry.key);
  tell("changed");
}

// What the server says of an assignment is what the next step starts from.
async function learn({ record, answer }) {
  if (!record.hint) return;
  if (answer.current) await stubs.settle(record.hint.assignment, answer.current);
  else await renew();
}

export function start() {
  const place = list();
  document.getElementById("unsent")?.addEventListener("click", () => {
    place.showModal();
    show();
    place.querySelector("h2").focus();
  });
  place?.querySelector("[data-close]").addEventListener("click", () => place.close());
  on("changed", show);
  on("parked", learn);
  on("contact", ({ state }) => { if (place) place.querySelector("[data-signed-out]").hidden = state !== "out"; });
}
