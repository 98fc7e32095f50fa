// Choosing a campus leaves only its rooms to choose from; choosing a room first chooses its campus.
// The rooms stand in groups that are named like their campus, so without this script the list is only longer.
const campus = document.getElementById("id_campus");
const room = document.getElementById("id_room");
const groups = [...(room?.querySelectorAll("optgroup") ?? [])];

const named = () => (campus.value ? campus.selectedOptions[0].textContent.trim() : "");

function narrow() {
  const name = named();
  for (const group of groups) {
    const elsewhere = name !== "" && group.label !== name;
    group.hidden = elsewhere;
    group.disabled = elsewhere;
    if (elsewhere && group.contains(room.selectedOptions[0] ?? null)) room.value = "";
  }
}

function follow() {
  const group = room.selectedOptions[0]?.closest("optgroup");
  if (!group || named()) return;
  const found = [...campus.options].find((option) => option.textContent.trim() === group.label);
  if (found) campus.value = found.value;
  narrow();
}

if (campus && room) {
  campus.addEventListener("change", narrow);
  room.addEventListener("change", follow);
  narrow();
}
