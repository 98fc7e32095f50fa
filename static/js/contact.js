// Says how fresh the page is: the status line in the bar, and the head of each panel that shows something old.
// Ten seconds without any news: an amber line with the time of the last; thirty: grey panels that say "as of".
const LATE = 7500, LOST = 10000, GREY = 30000, BREATH = 2000;
const strip = document.getElementById("live");
const seen = new WeakMap();
const failing = new Set();
let heard = performance.now(), down = 0, met = false, polling = false, answers = false, offset = 0, state = "";

const say = (text, urgent) => document.dispatchEvent(new CustomEvent("cit:announce", { detail: { text, urgent } }));
const clock = (at) => new Date(Date.now() + offset - (performance.now() - at))
  .toLocaleTimeString("en-GB", { timeZone: strip.dataset.zone || undefined });

function show(next) {
  if (next === state) return;
  const before = state;
  state = next;
  for (const time of strip.querySelectorAll("[data-as-of]")) time.textContent = clock(heard);
  strip.className = `sync ${strip.querySelector(`[data-when="${next}"]`).dataset.look}`;
  for (const part of strip.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== next;
  strip.hidden = false;
  document.documentElement.dataset.contact = next;
  if (next === "lost") {
    say(strip.querySelector('[data-when="lost"]').textContent.replace(/\s+/g, " ").trim(), true);
    document.dispatchEvent(new CustomEvent("cit:sound", { detail: { tone: "connection" } }));
  }
  if (before === "lost" && next !== "out") say(strip.dataset.back, false);
}

function mark(panel, stale) {
  panel.classList.toggle("stale", stale);
  panel.classList.toggle("old", stale && performance.now() - heard > GREY);
  let note = panel.querySelector(":scope [data-stale]");
  if (!stale) return void note?.remove();
  if (!note) {
    note = document.createElement("span");
    note.dataset.stale = "";
    note.className = "chip warn";
    (panel.querySelector(".panel-h") ?? panel).append(note);
  }
  note.textContent = `${strip.dataset.asOf} ${clock(seen.get(panel) ?? 0)}. ${strip.dataset.retrying}`;
}

function look() {
  const now = performance.now(), silence = now - heard;
  if (state !== "out") {
    if (silence > LOST) show("lost");
    else if (polling && answers) show("poll");
    else if (silence > LATE || (down && now - down > BREATH)) show("retry");
    else if (met) show("live");
  }
  for (const panel of document.querySelectorAll("[data-live]")) {
    const stale = silence > GREY || failing.has(panel);
    if (stale || panel.classList.contains("stale")) mark(panel, stale);
  }
}

document.addEventListener("cit:contact", ({ detail: { kind, time, panel } }) => {
  const now = performance.now();
  if (kind === "heard" || kind === "fetched") heard = now;
  if (kind === "fetched") { seen.set(panel, now); failing.delete(panel); }
  if (kind === "failed") failing.add(panel);
  // Asking is only worth telling while somebody answers.
  if (kind === "fetched" || kind === "failed") answers = kind === "fetched";
  if (kind === "heard") {
    [down, polling, answers, met] = [0, false, false, true];
    if (time) offset = Date.parse(time) - Date.now();
    if (state === "out") state = "";
  } else if (kind === "down" || kind === "poll") {
    // What was answered while the connection stood says nothing of now.
    if (!down) [down, answers] = [now, false];
    polling ||= kind === "poll";
  }
  if (kind === "out") show("out");
  else look();
});

if (strip && document.querySelector("[data-live]")) setInterval(look, 1000);
