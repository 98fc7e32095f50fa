// The command line: what is typed is read by the server and shown before it runs; Enter runs what was shown.
// An answer to an older text is never shown, and Enter waits for the answer to the text that stands there.
const form = document.getElementById("command");
const line = form?.querySelector("input[name=line]");
const parsed = form?.querySelector(".parsed");
const WAIT = 90;
let timer = 0, asked = 0, shown = "", from = null;

const post = (url, body) => fetch(url, { method: "POST", body, headers: { "X-Command": "quick" }, credentials: "same-origin" });
const fields = (meaning) => {
  const body = new FormData(form);
  body.delete("meaning");
  if (meaning) body.set("meaning", meaning);
  return body;
};
const say = (text, urgent) => document.dispatchEvent(new CustomEvent("cit:announce", { detail: { text, urgent } }));

function place(html) {
  parsed.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
}

async function preview() {
  clearTimeout(timer);
  const text = line.value, turn = ++asked;
  if (!text.trim()) return place("");
  const answer = await post(form.dataset.reading, fields()).catch(() => null);
  if (turn !== asked || !answer?.ok) return;
  place(await answer.text());
  shown = text;
}

async function run(meaning) {
  if (!meaning && shown !== line.value) await preview();
  const known = meaning || parsed.querySelector("[data-meaning]")?.dataset.meaning || "";
  asked += 1;
  const answer = await post(form.action, fields(known)).catch(() => null);
  if (!answer) return say(form.dataset.lost || "", true);
  place(await answer.text());
  const done = parsed.querySelector("[data-done]");
  shown = "";
  if (!done) return void parsed.querySelector("[data-choice]")?.focus();
  line.value = "";
  go(done.dataset.goto);
}

// The console stays: only the selected incident is fetched; other places are real pages.
function go(url) {
  if (!url) return;
  const target = new URL(url, location.href);
  document.dispatchEvent(new CustomEvent("cit:go", { detail: { url: target }, cancelable: true })) && location.assign(target);
}

function leave() {
  line.value = "";
  place("");
  from?.isConnected ? from.focus() : line.blur();
}

if (form) {
  line.addEventListener("focus", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) from = event.relatedTarget; });
  line.addEventListener("input", () => { clearTimeout(timer); asked += 1; timer = setTimeout(preview, WAIT); });
  line.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.preventDefault(); leave(); }
  });
  // A digit chooses only while the focus is among the choices, where Enter on an ambiguous line has put it.
  parsed.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.preventDefault(); line.focus(); }
    if (event.key >= "1" && event.key <= "5") parsed.querySelector(`[data-choice="${event.key}"]`)?.click();
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); run(event.submitter?.name === "meaning" ? event.submitter.value : ""); });
}
