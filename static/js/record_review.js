// Reading a record by keyboard: J and K go from part to part, and the review's letters act from any of them.
const parts = [...document.querySelectorAll("[data-part]")];
const typing = (target) => target.matches?.("input, textarea, select");

document.addEventListener("keydown", (event) => {
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || !parts.length) return;
  if (!event.target.closest("main")) return;
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (!step) return;
  const at = parts.indexOf(event.target.closest("[data-part]"));
  const next = parts[Math.min(parts.length - 1, Math.max(0, at + step))];
  next.focus();
  next.scrollIntoView({ block: "start" });
});
document.querySelector(".review-h")?.focus({ preventScroll: true });
