// The console as one page: choosing an incident fetches its panels and keeps everything else as it is, above all what is
// being typed. Without script the same links are whole pages. On a narrow desk one of three panels is shown at a time.
const main = document.querySelector("main.console-main");
const shown = (element) => element && element.getClientRects().length > 0;
const get = (url, target, swap = "innerHTML") => window.htmx.ajax("GET", url, { target, swap });

function side(name) {
  if (!main) return;
  main.dataset.side = name;
  for (const tab of main.querySelectorAll("[data-side-tab]")) tab.setAttribute("aria-pressed", String(tab.dataset.sideTab === name));
}

function choose(id, push) {
  if (!main || !window.htmx) return false;
  side("detail");
  if (!shown(document.getElementById("detail"))) return false;
  get(`/board/case/${id}/`, "#detail", "outerMorph");
  get(`/board/map/${id}/`, "#map");
  const queue = document.getElementById("queue"), address = new URL(queue.getAttribute("hx-get"), location);
  address.searchParams.set("incident", id);
  get(address.pathname + address.search, "#queue", "outerMorph");
  if (push) history.pushState({ incident: id }, "", `/board/?incident=${id}`);
  return true;
}

const idIn = (url) => url.searchParams.get("incident") || url.pathname.match(/^\/incidents\/([0-9a-f-]{36})\/$/)?.[1];

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("#queue .what a, #queue .later a, [data-choose]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const id = idIn(new URL(link.href, location));
  if (id && choose(id, true)) event.preventDefault();
});

document.addEventListener("cit:go", (event) => {
  const url = event.detail.url, id = idIn(url);
  if (url.pathname === "/board/intake/" && document.getElementById("intake")) {
    event.preventDefault();
    return void document.dispatchEvent(new CustomEvent("intake:show", { detail: { url } }));
  }
  if (url.pathname !== "/board/") return;
  if (id) { if (choose(id, true)) event.preventDefault(); return; }
  const row = document.getElementById(url.hash.slice(1));
  if (!row) return;
  event.preventDefault();
  side("units");
  const stop = row.querySelector("a, button") ?? row;
  if (stop === row) row.tabIndex = -1;
  stop.focus();
});

addEventListener("popstate", () => {
  const id = new URL(location).searchParams.get("incident");
  if (id) choose(id, false);
});

for (const tab of main?.querySelectorAll("[data-side-tab]") ?? []) tab.addEventListener("click", () => side(tab.dataset.sideTab));

document.addEventListener("intake:logged", (event) => choose(event.detail.incident, true));

// The clock on the wall is the server's: desks differ by minutes.
const wall = document.querySelector("[data-clock]");
const ahead = Date.parse(document.querySelector("meta[name=server-time]")?.content) - Date.now() || 0;
const tick = () => { wall.textContent = new Date(Date.now() + ahead).toLocaleTimeString("en-GB", { timeZone: wall.dataset.zone || undefined }); };
if (wall) setInterval(tick, 1000);
