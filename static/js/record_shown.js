// Which questions of the record are asked, after what was answered so far: the same conditions as on the server.
function answers(form, name) {
  const found = [];
  for (const one of form.elements) {
    if (one.name !== name || one.disabled) continue;
    if (one.type === "radio" || one.type === "checkbox") { if (one.checked) found.push(one.value); } else if (one.value) found.push(one.value);
  }
  return found;
}

function cells(form, name, column) {
  const found = answers(form, name);
  const of = new RegExp(`^${name}-[^-]+-${column}$`);
  for (const one of form.elements) {
    if (!of.test(one.name) || one.disabled) continue;
    if ((one.type !== "radio" && one.type !== "checkbox") || one.checked) found.push(one.value);
  }
  return found;
}

function holds(form, computed, { field, test, values }) {
  const asked = (test === "rows_have" ? values.slice(1) : values).map((one) => (one === null ? "" : String(one)));
  if (field in computed) return asked.includes(String(computed[field]));
  if (test === "at_least") return answers(form, field).some((one) => Number(one) >= Number(asked[0]));
  const given = test === "rows_have" ? cells(form, field, values[0]) : answers(form, field);
  return given.some((one) => asked.includes(one));
}

// What is closed is not sent, so it does not count; opened again, it is as it was.
export function conditions(form) {
  const computed = JSON.parse(document.getElementById("record-state").dataset.computed || "{}");
  for (let pass = 0; pass < 3; pass += 1) {
    for (const ask of form.querySelectorAll("[data-shown]")) {
      const open = JSON.parse(ask.dataset.shown).some((one) => holds(form, computed, one)) || Boolean(ask.querySelector(".err"));
      ask.hidden = !open;
      for (const one of ask.querySelectorAll("input, select, textarea")) one.disabled = Boolean(one.closest("[data-shown][hidden]"));
    }
  }
}
