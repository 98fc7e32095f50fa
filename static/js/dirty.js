// Nothing typed is lost by accident: leaving a form marked data-guard with unsaved typing asks first.
const dirty = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-guard]");
  if (form) dirty.add(form);
});
document.addEventListener("submit", (event) => dirty.delete(event.target));
document.addEventListener("reset", (event) => dirty.delete(event.target));

window.addEventListener("beforeunload", (event) => {
  const unsaved = [...dirty].some((form) => form.isConnected);
  if (unsaved) event.preventDefault();
});

// Menus made of <details> close with Escape, or when the focus or a click goes elsewhere.
const menus = () => document.querySelectorAll("details.menu[open]");
document.addEventListener("click", (event) => menus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; }));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
