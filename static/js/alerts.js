// What is new and urgent is said, heard and seen: each [data-news] is announced once when it appears; while there are any
// [data-news-urgent], the title of the tab counts them and their tone (data-tone) is repeated.
const REPEAT = { p1: 30000, help: 10000 };
const strip = document.getElementById("live");
const known = new Set();
const title = document.title;
const sounded = new Map();

const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
// A row of the queue has a priority; what is urgent without one is a call for help.
const toneOf = (item) => item.dataset.tone ?? (item.querySelector(".pri") ? "p1" : "help");
const urgent = () => [...document.querySelectorAll("[data-news-urgent]")];

function words(item) {
  const level = item.querySelector(".pri")?.textContent.trim();
  return item.dataset.newsTitle ?? (level ? strip.dataset.urgent.replace("{level}", level) : strip.dataset.alarm);
}

function sound(now = performance.now()) {
  const tones = new Map(urgent().map((item) => [toneOf(item), item]));
  for (const name of sounded.keys()) if (!tones.has(name)) sounded.delete(name);
  for (const tone of tones.keys()) {
    if (now - (sounded.get(tone) ?? -Infinity) < (REPEAT[tone] ?? REPEAT.p1)) continue;
    sounded.set(tone, now);
    tell("cit:sound", { tone });
  }
}

function look(quietly) {
  for (const item of document.querySelectorAll("[data-news]")) {
    if (known.has(item.dataset.news)) continue;
    known.add(item.dataset.news);
    if (quietly) continue;
    tell("cit:announce", { text: item.dataset.newsSaid || item.textContent.trim(), urgent: "newsUrgent" in item.dataset });
    // A second one of the same kind is heard too, whenever the first was.
    if ("newsUrgent" in item.dataset) sounded.delete(toneOf(item));
  }
  const shown = new Set([...document.querySelectorAll("[data-news]")].map((item) => item.dataset.news));
  for (const news of known) if (!shown.has(news)) known.delete(news);
  const waits = urgent();
  document.title = waits.length ? `(${waits.length}) ${words(waits[0])} · ${title}` : title;
  sound();
}

document.addEventListener("htmx:after:swap", () => look(false));
setInterval(sound, 1000);
look(true);
