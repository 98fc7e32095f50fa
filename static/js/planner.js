// The planner's grid is one tab stop: arrow keys move between people and days, Home and End along a person's week,
// Enter opens what the cell holds. Without this file every link is a tab stop of its own.
const table = document.querySelector("[data-planner]");
const cells = (row) => [...row.querySelectorAll("td")].filter((cell) => cell.querySelector("a"));
const rows = () => [...table.tBodies[0].rows];
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function choose(link, focus) {
  for (const other of table.querySelectorAll("td a")) other.tabIndex = other === link ? 0 : -1;
  if (focus) link.focus();
}

// The nearest cell in that direction that holds anything; within a cell, up and down walk its shifts first.
function next(link, [down, right]) {
  const cell = link.closest("td");
  const inside = [...cell.querySelectorAll("a")];
  const sibling = inside[inside.indexOf(link) + down];
  if (down && sibling) return sibling;
  let row = cell.parentElement;
  let column = cell.cellIndex;
  for (;;) {
    row = down ? (down > 0 ? row.nextElementSibling : row.previousElementSibling) : row;
    column += right;
    const target = row?.cells[column];
    if (!target || target.matches("th")) return null;
    const links = target.querySelectorAll("a");
    if (links.length) return down < 0 ? links[links.length - 1] : links[0];
  }
}

function move(event) {
  const link = event.target.closest("td a");
  if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
  const week = cells(link.closest("tr"));
  const target =
    event.key in STEPS ? next(link, STEPS[event.key])
    : event.key === "Home" ? week[0].querySelector("a")
    : event.key === "End" ? week.at(-1).querySelector("a")
    : null;
  if (!(event.key in STEPS) && !target) return;
  event.preventDefault();
  if (target) choose(target, true);
}

if (table && rows().some((row) => cells(row).length)) {
  choose(table.querySelector("td a"), false);
  table.addEventListener("keydown", move);
  table.addEventListener("focusin", (event) => event.target.closest("td a") && choose(event.target.closest("td a"), false));
}
