// Tables of the console by keyboard: one tab stop for each [data-rows], arrows move between rows and between what a row
// holds, Home and End jump, Enter opens. A row whose data-mark changed is marked for a while. Without script every link
// is a tab stop of its own.
const SHOWN_MS = 6000;
const USUAL = { tab: "all", show: "all", zone: "" };
const here = new WeakMap(), marks = new Map(), until = new Map();

const stops = (row) => [...row.querySelectorAll("a[href], button, summary")];
const rowsOf = (box) => [...box.querySelectorAll("tbody tr, .fold > summary, .fold[open] li")].filter((row) => stops(row).length || row.matches("summary"));
const all = (box) => rowsOf(box).flatMap((row) => (row.matches("summary") ? [row] : stops(row)));

function stop(box) {
  const every = all(box);
  const kept = every.find((element) => element.id && element.id === here.get(box));
  return kept ?? box.querySelector("[aria-selected=true] a[href]") ?? every[0];
}

function settle(box) {
  const current = box.contains(document.activeElement) && all(box).includes(document.activeElement) ? document.activeElement : stop(box);
  box.tabIndex = current ? -1 : 0;
  for (const element of all(box)) element.tabIndex = element === current ? 0 : -1;
}

function go(box, element) {
  if (!element) return;
  if (element.id) here.set(box, element.id);
  element.focus();
  element.scrollIntoView({ block: "nearest" });
  settle(box);
}

function target(box, from, key) {
  const rows = rowsOf(box), row = rows.find((one) => one.contains(from)), at = rows.indexOf(row);
  const across = row?.matches("summary") ? [row] : stops(row ?? box), place = across.indexOf(from);
  const on = (one) => one && (one.matches("summary") ? one : (stops(one)[Math.min(place, stops(one).length - 1)] ?? stops(one)[0]));
  if (key === "ArrowDown") return on(rows[at + 1]);
  if (key === "ArrowUp") return on(rows[at - 1]);
  if (key === "Home") return on(rows[0]);
  if (key === "End") return on(rows.at(-1));
  return key === "ArrowRight" ? across[place + 1] : across[place - 1];
}

function marked() {
  const now = performance.now();
  for (const row of document.querySelectorAll("[data-mark]")) {
    const before = marks.get(row.id);
    if (before !== undefined && before !== row.dataset.mark) {
      until.set(row.id, now + SHOWN_MS);
      setTimeout(marked, SHOWN_MS + 50);
    }
    marks.set(row.id, row.dataset.mark);
    row.classList.toggle("changed", (until.get(row.id) ?? 0) > now);
  }
}

// Panels may have been swapped by themselves: the address says what all of them show, so that a reload shows it again.
function address() {
  const url = new URL(location.href);
  for (const panel of document.querySelectorAll("[data-chosen]")) {
    for (const [name, value] of new URLSearchParams(panel.dataset.chosen)) {
      if (value === USUAL[name]) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
  }
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

document.addEventListener("keydown", (event) => {
  const box = event.target.closest?.("[data-rows]");
  if (!box || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!/^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(event.key) || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  go(box, event.target === box ? stop(box) : target(box, event.target, event.key));
});
document.addEventListener("focusin", ({ target: element }) => {
  const box = element.closest?.("[data-rows]");
  if (!box) return;
  if (element === box) go(box, stop(box));
  else if (element.id && all(box).includes(element)) {
    here.set(box, element.id);
    settle(box);
  }
});

function refresh() {
  for (const box of document.querySelectorAll("[data-rows]")) settle(box);
  marked();
}
document.addEventListener("htmx:after:swap", () => { refresh(); address(); });
document.addEventListener("toggle", refresh, true);
refresh();
