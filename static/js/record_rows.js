// Rows of the record: a technique keeps the time of its tap, a row can be taken out, and there is always one to fill.
const isRow = (name, key) => name.startsWith(`${key}-`);

function spareAfter(row) {
  const group = row.closest("[data-rows]"), name = group.dataset.rows;
  const number = Math.max(-1, ...[...group.querySelectorAll("[name]")].map((one) => Number(one.name.split("-")[1])).filter(Number.isInteger)) + 1;
  if (number >= Number(group.dataset.most)) return;
  const next = row.cloneNode(true);
  next.open = false;
  const key = row.querySelector("[name]").name.split("-").slice(0, 2).join("-");
  for (const one of next.querySelectorAll("[name], [id], [for]")) {
    for (const attribute of ["name", "id", "for"]) {
      const value = one.getAttribute(attribute);
      if (value) one.setAttribute(attribute, value.replace(key, `${name}-${number}`));
    }
    if ("value" in one && one.matches("input, select")) one.value = "";
  }
  row.removeAttribute("data-spare");
  group.append(next);
}

export const rows = {
  // A tap on a technique is worth its own moment.
  tapped(target) {
    const at = target.id && target.form?.querySelector(`[data-at="${target.id}"]`);
    if (at) at.value = target.checked ? new Date().toISOString() : "now";
    const spare = target.closest?.("[data-spare]");
    if (spare && target.value) spareAfter(spare);
  },
  watch(form, changed) {
    form.addEventListener("click", (event) => {
      const drop = event.target.closest?.("button[name=drop]");
      if (!drop) return;
      event.preventDefault();
      const row = drop.closest("[data-row]"), group = row.closest("[data-rows]");
      for (const one of form.elements) if (one.name && isRow(one.name, drop.value)) one.value = "";
      row.hidden = true;
      group.querySelector("[data-spare] summary")?.focus();
      changed();
    });
  },
};
