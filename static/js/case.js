// The selected incident: Ctrl+Enter saves the note that is being written and nothing else on the page, a saved note
// leaves an empty field, and a timeline that is followed shows its newest line.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form[data-saves]");
  if (!form || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  }
}, true);

function follow() {
  for (const lines of document.querySelectorAll("[data-follow]")) lines.scrollTop = lines.scrollHeight;
}

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const form = ctx.sourceElement;
  if (form?.matches?.("form[data-saves]") && ctx.response?.status === 200) form.reset();
});
document.addEventListener("htmx:after:swap", follow);

// At first sight the newest lines are what counts; after that the reader scrolls, or follows.
for (const lines of document.querySelectorAll(".lines")) lines.scrollTop = lines.scrollHeight;
