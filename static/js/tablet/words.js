// The texts of the tablet's scripts, as the server wrote them into the page in the person's language.
const place = () => document.getElementById("tablet-words");

export function word(name, count = null) {
  const found = (count === 1 && place()?.querySelector(`[data-word="${name}-one"]`))
    || place()?.querySelector(`[data-word="${name}"]`);
  return (found?.textContent.trim() ?? name).replace("{n}", count ?? "");
}

export const clock = (iso) => new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
