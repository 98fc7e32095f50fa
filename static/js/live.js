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

// A call for help that is counting down or being held must stay under the finger, with its way out.
const held = (panel) => panel.querySelector("dialog[data-countdown][open], .holding") !== null;
const typing = (panel) => {
  if (held(panel)) return true;
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
  const group = panel.closest("[data-together]"), due = group ? together(group, panel) : [panel];
  for (const one of due) {
    clearTimeout(timers.get(one));
    timers.delete(one);
    last.set(one, performance.now());
  }
  if (due.length > 1) fetchTogether(group.dataset.together, due);
  else panel.dispatchEvent(new CustomEvent("live"));
}

// Panels of one page that wait for their turn come with the first of them: one question for each desk and ring.
function together(group, first) {
  const members = group.dataset.togetherOf.split(" ");
  if (!members.includes(first.id)) return [first];
  const others = members.map((id) => document.getElementById(id)).filter((one) => timers.has(one) && !typing(one));
  return [first, ...others.filter((one) => one !== first)];
}

async function fetchTogether(address, due) {
  const asked = due.map((panel) => panel.getAttribute("hx-get"));
  let answer = null, text = "";
  try {
    const query = asked.map((one) => `of=${encodeURIComponent(one)}`).join("&");
    answer = await fetch(`${address}?${query}`, { headers: { "HX-Request": "true" }, signal: AbortSignal.timeout(10000) });
    text = await answer.text();
  } catch {
    answer = null;
  }
  const parts = new DOMParser().parseFromString(text, "text/html");
  for (const [index, panel] of due.entries()) {
    const part = parts.getElementById(panel.id);
    if (!answer || answer.status >= 500) missed(panel);
    // Refused, or another choice was made meanwhile: the panel asks by itself, and is told by itself.
    else if (!part || panel.getAttribute("hx-get") !== asked[index]) panel.dispatchEvent(new CustomEvent("live"));
    else {
      await window.htmx.swap({ sourceElement: panel, target: panel, swap: "outerMorph", text: part.outerHTML });
      contact({ kind: "fetched", panel });
    }
  }
}

function missed(panel) {
  contact({ kind: "failed", panel });
  if (!silent) want(panel, RETRY);
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

// What was asked before the finger came down must not take the dialog away either.
document.addEventListener("htmx:before:swap", (event) => {
  const panel = event.detail.ctx.sourceElement;
  if (!panel?.matches?.("[data-live]") || !held(panel)) return;
  event.preventDefault();
  want(panel, BREATH / 4);
});

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  const panel = ctx.sourceElement, status = ctx.response?.status ?? 0;
  if (!panel?.matches?.("[data-live]")) return;
  if (!status || status >= 500) missed(panel);
  else contact({ kind: "fetched", panel });
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
