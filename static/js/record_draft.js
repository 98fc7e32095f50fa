// What is tapped on a record without a signal: one entry in the tablet's outbox, with the questions that were answered
// since the server last took the page. Later taps take its place for as long as nobody has tried to send it.
import * as db from "./tablet/db.js";
import { describe, remember } from "./tablet/memory.js";
import { on } from "./tablet/news.js";
import { add, change } from "./tablet/outbox.js";
import { ready } from "./tablet/readiness.js";

const number = (text) => Number(String(text ?? "").replace(/\D/g, "")) || 0;
const asked = (name) => name.split("-")[0];
const OURS = new Set(["version", "csrfmiddlewaretoken", "then", "asked"]);

// What the form says to each question, as text that can be compared.
export function said(form) {
  const found = new Map();
  for (const [name, value] of new FormData(form)) {
    if (!OURS.has(name)) found.set(asked(name), [...(found.get(asked(name)) ?? []), [name, value]]);
  }
  return found;
}

const same = (one, other) => JSON.stringify(one ?? []) === JSON.stringify(other ?? []);

function words(form, names) {
  const part = (name) => {
    const place = form.querySelector(`#q-${name}`);
    const taps = [...place?.querySelectorAll(".tap input:checked") ?? []].map((one) => one.closest(".tap").textContent.trim());
    const title = place?.querySelector("legend, .legend, label")?.firstChild.textContent.trim() ?? "";
    return [title, taps.join(", ")].filter(Boolean).join(": ");
  };
  return names.map(part).filter(Boolean).join("; ");
}

// The tablet can keep entries, and for the very person whose page this is.
export async function able(form) {
  try {
    if (!form.dataset.about || !(await ready()) || await db.read("leaving")) return false;
    return (await db.read("who"))?.user === form.dataset.author;
  } catch {
    return false;
  }
}

// What this page stored last, and every question it has answered since the server took the page.
let latest = null;
const touched = new Set();

const waiting = async (record) => (await db.entries()).filter((entry) => entry.state === "queued" && entry.about === record);
export const waits = async (form) => (await waiting(form.dataset.about)).length > 0;

// One that may be on its way stays as it is; the next one builds on what it makes of the record.
async function version(form, last) {
  const gone = latest && !(await db.get("outbox", latest.key)) ? latest : null;
  return Math.max(number(form.elements.version.value), ...[last, gone].filter(Boolean).map((one) => number(one.ifMatch) + 1));
}

// Stored now, or an error. Its content is what differs from `before`, what the server has taken.
export async function store(form, before) {
  const { about, incident } = form.dataset, now = said(form);
  for (const name of new Set([...before.keys(), ...now.keys()])) if (!same(before.get(name), now.get(name))) touched.add(name);
  const names = [...touched];
  if (!names.length) return null;
  const fields = new URLSearchParams([["asked", names.join(" ")], ...names.flatMap((name) => now.get(name) ?? [])]);
  const data = { record: about, page: fields.toString() };
  const last = (await waiting(about)).at(-1);
  latest = (last && last.key === latest?.key && await change(last, data))
    || await add({ incident, kind: "record_draft", data, ifMatch: `v${await version(form, last)}`, about });
  remember(latest.key, data);
  describe(latest.key, words(form, names));
  return latest;
}

// Tells when nothing of this record waits any more: with the version that the server's record should have now.
export function watch(form, { sent, parked }) {
  const { about } = form.dataset;
  if (!about) return;
  on("sent", async ({ record }) => {
    if (record.about === about && record.kind === "record_draft" && !(await waits(form))) sent(number(record.ifMatch) + 1);
  });
  on("parked", ({ record }) => {
    if (record.about !== about) return;
    latest = null;
    parked();
  });
}

// The server has it: what is answered from now on is new.
export const settled = () => touched.clear();
