// Keeps every [data-live="topic topic"] fresh: when the doorbell rings for one of its topics it fetches itself again
// (its own hx-get on the event "live"), so each person gets what they may see. Nothing is swapped under typing hands.
// Without the doorbell it asks every 15 seconds; after 10 seconds of silence it says so and greys what it shows.
const POLL = 15000, LOST = 10000, LATE = 7500, BREATH = 2000, SPACING = 600, SPREAD = 200, RETRY = 2000;
const strip = document.getElementById("live");
const panels = () => [...document.querySelectorAll("[data-live]")];
const last = new WeakMap();
const timers = new Map();
const hidden = new Set();
const news = new Set();
let contact = performance.now(), down = 0, met = false, typed = -BREATH, polled = performance.now();
let offset = 0, state = "";

const typing = (panel) => {
  const active = document.activeElement;
  return panel.contains(active) && active.matches("input, textarea, select, [contenteditable]")
    && performance.now() - typed < BREATH;
};

function fetchNow(panel) {
  timers.delete(panel);
  if (!panel.isConnected) return;
  if (document.hidden) return void hidden.add(panel);
  if (typing(panel)) return want(panel, BREATH / 4);
  last.set(panel, performance.now());
  panel.dispatchEvent(new CustomEvent("live"));
}

function want(panel, wait = Math.random() * SPREAD) {
  if (timers.has(panel)) return;
  const earliest = (last.get(panel) ?? -SPACING) + SPACING - performance.now();
  timers.set(panel, setTimeout(fetchNow, Math.max(wait, earliest), panel));
}

function rung(topics) {
  const all = topics.includes("resync");
  for (const panel of panels()) {
    if (all || panel.dataset.live.split(" ").some((topic) => topics.includes(topic))) want(panel);
  }
}

const say = (text, urgent) => document.dispatchEvent(new CustomEvent("cit:announce", { detail: { text, urgent } }));
const clock = (time) => time.toLocaleTimeString("en-GB", { timeZone: strip?.dataset.zone || undefined });

function show(next) {
  if (next === state) return;
  const before = state;
  state = next;
  for (const panel of panels()) panel.classList.toggle("stale", next === "lost");
  if (!strip) return;
  const asOf = clock(new Date(Date.now() + offset - (performance.now() - contact)));
  for (const time of strip.querySelectorAll("[data-as-of]")) time.textContent = asOf;
  strip.className = `sync ${strip.querySelector(`[data-when="${next}"]`).dataset.look}`;
  for (const part of strip.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== next;
  strip.hidden = false;
  if (next === "lost") say(strip.querySelector('[data-when="lost"]').textContent.replace(/\s+/g, " ").trim(), true);
  if (next === "live" && before === "lost") say(strip.dataset.back, false);
}

function look() {
  const now = performance.now(), silent = now - contact;
  if (state !== "none" && state !== "out") {
    if (silent > LOST) show("lost");
    else if (silent > LATE || (down && now - down > BREATH)) show("retry");
    else if (met) show("live");
  }
  if (state === "live" || now - polled < POLL) return;
  polled = now;
  panels().forEach((panel) => want(panel));
}

document.addEventListener("cit:bell", ({ detail: { kind, topics, time } }) => {
  if (kind === "rung" || kind === "beat") {
    [contact, down] = [performance.now(), 0];
    if (time) offset = Date.parse(time) - Date.now();
    if (state === "none" || state === "out") state = "";
    // What happened between the drawing of this page and the first sound of the bell was heard by nobody.
    if (!met) panels().forEach((panel) => want(panel));
    met = true;
    show("live");
    rung(topics ?? []);
  } else if (kind === "down") down ||= performance.now();
  else show(kind);
});

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  const panel = ctx.sourceElement, status = ctx.response?.status ?? 0;
  if (!panel?.matches?.("[data-live]")) return;
  const failed = !status || status >= 500;
  panel.classList.toggle("stale", failed || state === "lost");
  if (failed && state === "live") want(panel, RETRY);
});

function heardNews(quietly) {
  for (const item of document.querySelectorAll("[data-news]")) {
    if (news.has(item.dataset.news)) continue;
    news.add(item.dataset.news);
    if (!quietly) say(item.dataset.newsSaid || item.textContent.trim(), "newsUrgent" in item.dataset);
  }
}

for (const name of ["keydown", "input", "compositionupdate"]) {
  document.addEventListener(name, () => { typed = performance.now(); }, true);
}
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  hidden.forEach((panel) => want(panel, 0));
  hidden.clear();
});
document.addEventListener("htmx:after:swap", () => heardNews(false));
heardNews(true);
if (panels().length) {
  setInterval(look, 1000);
  document.dispatchEvent(new CustomEvent("cit:listen"));
}
