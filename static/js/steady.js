// Rows of a live panel do not move under the hand. While the panel is being used, new rows wait behind a button "2 new",
// except urgent ones. While a row holds the focus, rows keep their order, and one that is gone stays, marked, until the
// focus leaves it. What was in sight stays where it was.
const IDLE = 2000;
const ROW = "tbody > tr[id], [data-rows] li[id]";
const strip = document.getElementById("live");
const used = new WeakMap();
const releasing = new WeakSet();
const waiting = new Map();
const disturbed = new Set();
const before = new WeakMap();

const panelOf = (node) => node?.closest?.("[data-live]") ?? null;
const rowOf = (node) => node?.closest?.(ROW) ?? null;
const byId = (root) => new Map([...root.querySelectorAll(ROW)].map((row) => [row.id, row]));
const inUse = (panel) => performance.now() - (used.get(panel) ?? -IDLE) < IDLE;
const refresh = (panel, now = false) => panel.dispatchEvent(new CustomEvent("cit:want", { bubbles: true, detail: { now } }));

function keepOrder(old, fresh) {
  const place = new Map([...old.keys()].map((id, index) => [id, index]));
  for (const list of new Set([...fresh.values()].map((row) => row.parentElement))) {
    const known = [...list.children].filter((row) => place.has(row.id));
    const sorted = [...known].sort((one, other) => place.get(one.id) - place.get(other.id));
    const marks = known.map((row) => { const mark = document.createComment(""); row.replaceWith(mark); return mark; });
    marks.forEach((mark, index) => mark.replaceWith(sorted[index]));
  }
}

function markGone(row) {
  row.classList.add("gone");
  (row.cells ? [...row.cells].at(-1) : row)?.setAttribute("data-gone", strip?.dataset.gone ?? "");
}

// The copy takes the place of the row in the answer; without a place for it the whole answer waits.
function keepGone(row, fresh) {
  const copy = row.cloneNode(true);
  markGone(copy);
  for (const [step, put] of [["previousElementSibling", "after"], ["nextElementSibling", "before"]]) {
    for (let near = row[step]; near; near = near[step]) {
      if (!fresh.has(near.id)) continue;
      fresh.get(near.id)[put](copy);
      return true;
    }
  }
  return false;
}

function holdBack(panel, old, fresh) {
  const news = [...fresh.values()].filter((row) => !old.has(row.id) && !("newsUrgent" in row.dataset));
  if (!news.length) return waiting.delete(panel);
  const head = news[0].closest(".panel, section")?.querySelector(".panel-h") ?? news[0].closest("table, ul, ol, div");
  const button = document.createElement("button");
  Object.assign(button, { type: "button", id: `${panel.id || "live"}-new`, className: "btn sm primary" });
  button.dataset.release = "";
  const words = news.length === 1 ? strip?.dataset.oneNew : strip?.dataset.manyNew;
  button.textContent = (words ?? "{n}").replace("{n}", news.length);
  news.forEach((row) => row.remove());
  if (head.matches(".panel-h")) head.append(button);
  else head.before(button);
  if (!waiting.has(panel)) {
    document.dispatchEvent(new CustomEvent("cit:announce", { detail: { text: button.textContent, urgent: false } }));
  }
  waiting.set(panel, news.length);
}

function sights(panel) {
  const boxes = [document.scrollingElement, panel, ...panel.querySelectorAll(".scroll, .table-wrap")];
  return boxes.filter((box) => box.scrollTop > 0).map((box) => {
    const top = Math.max(0, box.getBoundingClientRect().top);
    const row = [...panel.querySelectorAll(ROW)].filter((one) => box.contains(one)).find((one) => one.getBoundingClientRect().bottom > top);
    return row && { box, row, top: row.getBoundingClientRect().top };
  }).filter(Boolean);
}

document.addEventListener("htmx:before:swap", (event) => {
  const { ctx, tasks } = event.detail, panel = ctx.sourceElement;
  const fragment = tasks?.find((task) => task.fragment?.querySelector(ROW) || task.type === "main")?.fragment;
  if (!panel?.matches?.("[data-live]") || !fragment) return;
  const [old, fresh] = [byId(panel), byId(fragment)];
  const focused = panel.contains(document.activeElement) ? rowOf(document.activeElement) : null;
  const released = releasing.delete(panel);
  if (focused || (inUse(panel) && !released)) {
    disturbed.add(panel);
    keepOrder(old, fresh);
  } else disturbed.delete(panel);
  if (inUse(panel) && !released) holdBack(panel, old, fresh);
  else waiting.delete(panel);
  if (focused && !fresh.has(focused.id) && !keepGone(focused, fresh)) {
    markGone(focused);
    event.preventDefault();
    return;
  }
  const first = released ? [...fresh.keys()].find((id) => !old.has(id)) : focused?.id;
  before.set(panel, { first, sights: sights(panel) });
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const kept = before.get(ctx.sourceElement);
  if (!kept) return;
  before.delete(ctx.sourceElement);
  for (const { box, row, top } of kept.sights) {
    if (row.isConnected) box.scrollTop += row.getBoundingClientRect().top - top;
  }
  // The button that had the focus may be gone: the row goes on holding it.
  if (kept.first && document.activeElement === document.body) {
    document.getElementById(kept.first)?.querySelector("a[href], button")?.focus({ preventScroll: true });
  }
});

document.addEventListener("click", ({ target }) => {
  const panel = target.closest?.("[data-release]") && panelOf(target);
  if (!panel) return;
  releasing.add(panel);
  refresh(panel, true);
});

document.addEventListener("focusout", ({ target, relatedTarget }) => {
  const panel = panelOf(target);
  if (panel && disturbed.has(panel) && rowOf(target) !== rowOf(relatedTarget)) setTimeout(refresh, 0, panel);
});

for (const name of ["pointermove", "pointerdown", "wheel", "touchmove", "keydown"]) {
  document.addEventListener(name, ({ target }) => {
    const panel = panelOf(target);
    if (panel) used.set(panel, performance.now());
  }, { capture: true, passive: true });
}

setInterval(() => {
  for (const panel of new Set([...waiting.keys(), ...disturbed])) {
    const settled = !inUse(panel) && (waiting.has(panel) || !panel.contains(rowOf(document.activeElement)));
    if (!panel.isConnected) [waiting, disturbed].forEach((kept) => kept.delete(panel));
    else if (settled) refresh(panel);
  }
}, 500);
