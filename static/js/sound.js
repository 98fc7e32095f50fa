// Tones for what must not be missed. A browser plays nothing before the person has done something on the page, so the
// button says whether tones can be heard. The choice and the volume stay in this browser; the words are in the menu.
const KEY = "cit-sound", HOLD = 1500;
const menu = document.getElementById("sound");
const wish = { on: false, volume: 0.7, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
const tones = new Map();
let context = null;

const NAMES = ["p1", "help", "connection"];
// Fetched beforehand, so that they are there when the connection is not.
const audible = () => wish.on && context?.state === "running" && tones.size === NAMES.length;

function show() {
  const state = audible() ? "on" : wish.on ? "blocked" : "off";
  menu.dataset.state = state;
  for (const part of menu.querySelectorAll("[data-sound]")) part.hidden = part.dataset.sound !== state;
  menu.querySelector("[name=on]").checked = wish.on;
  menu.querySelector("[name=volume]").value = wish.volume * 100;
}

async function load(tone) {
  if (!tones.has(tone)) {
    const answer = await fetch(menu.dataset[tone]);
    tones.set(tone, await context.decodeAudioData(await answer.arrayBuffer()));
  }
  return tones.get(tone);
}

async function unlock() {
  if (!wish.on || audible()) return;
  context ??= new AudioContext();
  context.onstatechange = show;
  await context.resume();
  await Promise.all(NAMES.map(load));
  show();
}

async function play(tone) {
  if (!audible()) return;
  const [source, gain] = [context.createBufferSource(), context.createGain()];
  source.buffer = await load(tone);
  gain.gain.value = wish.volume;
  source.connect(gain).connect(context.destination);
  source.start();
  document.dispatchEvent(new CustomEvent("cit:sounded", { detail: { tone } }));
}

// Of several tabs one is heard.
function playOnce(tone) {
  if (!navigator.locks) return void play(tone);
  navigator.locks.request(`cit-tone-${tone}`, { ifAvailable: true }, async (lock) => {
    if (!lock || !audible()) return;
    await play(tone);
    await new Promise((done) => setTimeout(done, HOLD));
  });
}

async function keep({ target }) {
  if (target.name === "on") wish.on = target.checked;
  else wish.volume = target.value / 100;
  localStorage.setItem(KEY, JSON.stringify(wish));
  await unlock();
  show();
}

if (menu && document.querySelector("[data-awake], .console [data-live]")) {
  menu.hidden = false;
  menu.addEventListener("change", keep);
  menu.addEventListener("click", ({ target }) => {
    const tone = target.closest?.("[data-test]")?.dataset.test;
    if (tone) unlock().then(() => play(tone));
  });
  for (const name of ["pointerdown", "keydown"]) {
    // What cannot be fetched now is tried again at the next touch.
    document.addEventListener(name, () => void unlock().catch(show), { capture: true });
  }
  document.addEventListener("cit:sound", ({ detail: { tone } }) => playOnce(tone));
  show();
}
