// Keeps every [data-live="topic topic"] fresh: when the doorbell rings for one of its topics it fetches itself again
// (its own hx-get on the event "live"), so each person gets what they may see. Nothing is swapped under typing hands.
// A hidden tab waits until it is shown, except for panels of the console and those marked data-awake: they may
// hold an alarm.
// Without the doorbell panels ask every five seconds. What the page knows of its connection goes to "cit:contact".
const POLL = 5000, BREATH = 2000, SPACING = 700, SPREAD = 150, RETRY = 2000;
const AWAKE = "[data-awake], .console [data-live]";
const panels = () => [...document.querySelectorAll("[data-live]")];
const last = new WeakMap();
const timers = new Map();
const hidden = new Set();
let met = false, silent = false, typed = -BREATH, polled = performance.now();

const typing = (panel) => {
  const active = document.activeElement;
  return panel.contains(active) && active.matches("input, textarea, select, [contenteditable]")
    && performance.now() - typed < BREATH;
};
const contact = (detail) => document.dispatchEvent(new CustomEvent("cit:contact", { detail }));

function fetchNow(panel) {
  clearTimeout(timers.get(panel));
  timers.delete(panel);
  if (!panel.isConnected) return;
  if (document.hidden && !panel.matches(AWAKE)) return void hidden.add(panel);
  if (typing(panel)) return want(panel, BREATH / 4);
  last.set(panel, performance.now());
  panel.dispatchEvent(new CustomEvent("live"));
}

function want(panel, wait = Math.random() * SPREAD) {
  const earliest = (last.get(panel) ?? -SPACING) + SPACING - performance.now();
  // The browser lets the timers of a hidden tab sleep for up to a minute, and an alarm cannot wait for that.
  if (document.hidden && panel.matches(AWAKE) && earliest <= 0) return void fetchNow(panel);
  if (timers.has(panel)) return;
  timers.set(panel, setTimeout(fetchNow, Math.max(wait, earliest), panel));
}

function rung(topics) {
  const all = topics.includes("resync");
  for (const panel of panels()) {
    if (all || panel.dataset.live.split(" ").some((topic) => topics.includes(topic))) want(panel);
  }
}

document.addEventListener("cit:bell", ({ detail: { kind, topics, time } }) => {
  const heard = kind === "rung" || kind === "beat";
  contact({ kind: heard ? "heard" : kind, time });
  const deaf = silent || !met;
  silent = !heard;
  if (!heard) return;
  // What happened between the drawing of this page and the first sound of the bell was heard by nobody, and what was
  // asked in the silence may have failed.
  if (deaf) panels().forEach((panel) => want(panel));
  met = true;
  rung(topics ?? []);
  if (document.hidden) [...timers.keys()].forEach((panel) => want(panel));
});

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  const panel = ctx.sourceElement, status = ctx.response?.status ?? 0;
  if (!panel?.matches?.("[data-live]")) return;
  const failed = !status || status >= 500;
  contact({ kind: failed ? "failed" : "fetched", panel });
  if (failed && !silent) want(panel, RETRY);
});

// Another script has a reason to see the newest at once.
document.addEventListener("cit:want", ({ target, detail: { now } }) => now ? fetchNow(target) : want(target, 0));

for (const name of ["keydown", "input", "compositionupdate"]) {
  document.addEventListener(name, () => { typed = performance.now(); }, true);
}
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  hidden.forEach((panel) => want(panel, 0));
  hidden.clear();
});

if (panels().length) {
  setInterval(() => {
    const now = performance.now();
    if (!silent || now - polled < POLL) return;
    polled = now;
    panels().forEach((panel) => want(panel));
  }, 1000);
  document.dispatchEvent(new CustomEvent("cit:listen"));
}
