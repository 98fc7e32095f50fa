// Ticks every [data-since] by the server's clock, so that a wrong desk clock never shows a wrong age.
const stated = document.querySelector('meta[name="server-time"]')?.content;
const offset = stated ? Date.parse(stated) - Date.now() : 0;

export const now = () => Date.now() + offset;

export function duration(seconds) {
  const total = Math.max(0, Math.floor(seconds));
  const two = (number) => String(number).padStart(2, "0");
  if (total < 3600) return `${Math.floor(total / 60)}:${two(total % 60)}`;
  if (total < 172800) return `${Math.floor(total / 3600)} h ${two(Math.floor((total % 3600) / 60))} min`;
  return `${Math.floor(total / 86400)} d ${Math.floor((total % 86400) / 3600)} h`;
}

export function urgency(seconds, limit) {
  if (!limit) return "ok";
  if (seconds >= limit) return "over";
  return seconds * 2 >= limit ? "warn" : "ok";
}

function tick() {
  for (const timer of document.querySelectorAll("[data-since]")) {
    const seconds = (now() - Date.parse(timer.dataset.since)) / 1000;
    const text = duration(seconds);
    if (timer.textContent !== text) timer.textContent = text;
    const state = urgency(seconds, Number(timer.dataset.limit));
    if (!timer.classList.contains(state)) {
      timer.classList.remove("ok", "warn", "over");
      timer.classList.add(state);
    }
  }
  for (const clock of document.querySelectorAll("[data-clock]")) {
    clock.textContent = new Date(now()).toLocaleTimeString("en-GB", { timeZone: clock.dataset.clock || undefined });
  }
}

tick();
setInterval(tick, 1000);
document.addEventListener("htmx:after:swap", tick);
