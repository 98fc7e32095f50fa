// Speaks through the two live regions of the page, at most one urgent message in five seconds, and puts the focus on an
// error summary that arrived without a reload. The server may send [data-announce="polite|assertive"] in any fragment.
const QUIET = 5000;
const waiting = [];
let last = -QUIET;
let timer = 0;

function put(region, text) {
  const element = document.getElementById(region);
  if (!element) return;
  element.textContent = "";
  requestAnimationFrame(() => { element.textContent = text; });
}

function flush() {
  timer = 0;
  if (!waiting.length) return;
  last = performance.now();
  put("assertive", waiting.splice(0).join(" "));
}

export function announce(text, urgent = false) {
  if (!urgent) return put("polite", text);
  if (!waiting.includes(text)) waiting.push(text);
  if (!timer) timer = setTimeout(flush, Math.max(0, last + QUIET - performance.now()));
}

function arrived(root) {
  for (const element of root.querySelectorAll("[data-announce]")) {
    announce(element.textContent.trim(), element.dataset.announce === "assertive");
    element.removeAttribute("data-announce");
  }
  root.querySelector("[data-focus]")?.focus();
}

document.addEventListener("htmx:after:swap", () => arrived(document));
document.addEventListener("cit:announce", (event) => announce(event.detail.text, event.detail.urgent));
arrived(document);
