// The record's page: questions open with the answer that asks for them, and every change is kept within two seconds.
const PAUSE = 700, MOST = 2000, RETRY = 4000;
const form = document.querySelector("form[data-record]");
const address = form.dataset.record;
const said = document.querySelector("[data-saved]");
const words = Object.fromEntries([...document.querySelector("[data-words]").content.children].map((one) => [one.dataset.word, one.textContent]));
let timer = 0, first = 0, flight = null, again = false, leaving = false;

// A question that is closed is not sent, so what it held does not count.
function open() {
  for (const ask of form.querySelectorAll("[data-opener]")) {
    const wanted = ask.dataset.opensWith.split(" ");
    const chosen = [...form.elements].filter((one) => one.name === ask.dataset.opener && one.checked);
    ask.hidden = !chosen.some((one) => wanted.includes(one.value));
    ask.disabled = ask.hidden;
  }
}

function tell(word, bad = false) {
  said.textContent = words[word] + (word === "saved" ? ` ${new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}` : "");
  said.classList.toggle("bad", bad);
}

function later(wait = PAUSE) {
  const now = performance.now();
  first ||= now;
  clearTimeout(timer);
  timer = setTimeout(keep, Math.max(0, Math.min(wait, first + MOST - now)));
}

async function keep() {
  clearTimeout(timer);
  if (flight) { again = true; return; }
  first = 0;
  flight = send().finally(() => { flight = null; if (again) { again = false; later(0); } });
  await flight;
}

async function send() {
  const body = new URLSearchParams(new FormData(form));
  tell("saving");
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body, headers: { "HX-Request": "true", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value }, redirect: "manual" });
  } catch {
    return retry("failed");
  }
  if (answer.ok) return heard(await answer.text());
  if (answer.status === 409) return tell("moved", true);
  if (answer.status === 401 || answer.status === 403) return retry("out");
  return answer.status === 422 ? tell("moved", true) : retry("failed");
}

function heard(text) {
  const box = document.createElement("template");
  box.innerHTML = text;
  const now = box.content.querySelector("#record-state");
  if (!now) return retry("failed");
  form.elements.version.value = now.dataset.version;
  form.elements.csrfmiddlewaretoken.value = now.dataset.token;
  document.getElementById("record-state").replaceWith(now);
  return tell("saved");
}

// Signed out or no network: what is tapped stays here; a fresh reading of the state brings a fresh token.
function retry(word) {
  tell(word, true);
  clearTimeout(timer);
  timer = setTimeout(word === "out" ? renew : keep, RETRY);
}

async function renew() {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer?.ok) return retry("out");
  const box = document.createElement("template");
  box.innerHTML = await answer.text();
  form.elements.csrfmiddlewaretoken.value = box.content.querySelector("#record-state")?.dataset.token ?? "";
  return keep();
}

form.addEventListener("change", () => { open(); later(); });
form.addEventListener("input", (event) => { if (event.target.matches("textarea, input[type=text]")) later(); });
form.addEventListener("submit", () => { leaving = true; clearTimeout(timer); });
addEventListener("pagehide", () => {
  if (leaving || !first) return;
  const body = new URLSearchParams(new FormData(form));
  fetch(address, { method: "POST", body, keepalive: true });
});
document.addEventListener("click", (event) => {
  const target = document.getElementById(event.target.closest(".missing a, .errors a")?.hash.slice(1) ?? "");
  if (!target) return;
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
});
open();
