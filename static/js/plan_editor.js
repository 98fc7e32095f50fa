// Points are set by clicking the plan, or with arrow keys and Enter; they are written into the field that can as well be
// typed into. Without this file nothing is lost but the clicking.
const board = document.querySelector("[data-plan-editor]");
const form = document.querySelector("[data-plan-form] form");
const place = document.querySelector("[data-plan-place]");
const svg = board?.querySelector("svg");
const SINGLE = ["door", "point", "stairs", "doorway"];
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
// How near, in the frame that is drawn, a click must be to what is there already.
const NEAR = 7;

function start() {
  const scale = Number(board.dataset.scale);
  const most = [Number(board.dataset.width), Number(board.dataset.height)];
  const field = form.elements.namedItem("points");
  const kind = form.elements.namedItem("kind");
  const name = form.elements.namedItem("name");
  const draft = make("g", { "aria-hidden": "true" });
  let cross = [most[0] / 2, most[1] / 2].map(Math.round);
  let shown = false;

  function make(tag, attributes) {
    const element = document.createElementNS(svg.namespaceURI, tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }
  const say = (text) => document.dispatchEvent(new CustomEvent("cit:announce", { detail: { text, urgent: false } }));
  const framed = ([x, y]) => [x * scale, y * scale];
  const points = () => [...field.value.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((pair) => [Number(pair[1]), Number(pair[2])]);
  const links = () => field.value.split(">").map((part) => part.trim()).filter(Boolean);
  const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
  const nodes = () => [...svg.querySelectorAll("[data-node]:not([data-kind=doorway])")];
  const at = (node) => [Number(node.getAttribute("cx")), Number(node.getAttribute("cy"))];

  // Corners that are drawn already, so that walls meet.
  function corners() {
    const drawn = [...svg.querySelectorAll("polygon")].filter((shape) => !draft.contains(shape));
    return drawn.flatMap((shape) => [...shape.points].map((point) => [point.x, point.y]));
  }

  function snapped(point) {
    const here = framed(point);
    const near = corners().filter((corner) => apart(corner, here) <= NEAR).sort((a, b) => apart(a, here) - apart(b, here))[0];
    return (near ? near.map((value) => value / scale) : point).map((value, axis) => Math.min(most[axis], Math.max(0, Math.round(value))));
  }

  function paint() {
    const set = points();
    draft.replaceChildren();
    if (set.length > 1) draft.append(make(set.length > 2 ? "polygon" : "polyline", { class: "m-draft", points: set.map((point) => framed(point).join(",")).join(" ") }));
    for (const point of set) {
      const [cx, cy] = framed(point);
      draft.append(make("circle", { class: "m-draft-point", cx, cy, r: 3 }));
    }
    if (kind.value === "way") {
      const found = links().map((link) => nodes().find((node) => node.dataset.node === link)).filter(Boolean);
      draft.append(make("polyline", { class: "m-draft", points: found.map((node) => at(node).join(",")).join(" ") }));
    }
    if (!shown) return;
    const [x, y] = framed(cross);
    draft.append(make("path", { class: "m-cross", d: `M${x - 12} ${y}H${x + 12}M${x} ${y - 12}V${y + 12}` }));
    place.textContent = `${board.dataset.at} ${cross.join(",")}`;
  }

  function write(value, text) {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    say(text);
    paint();
  }

  function set(point) {
    if (kind.value === "way") {
      const here = framed(point);
      const near = nodes().sort((a, b) => apart(at(a), here) - apart(at(b), here))[0];
      if (near && apart(at(near), here) <= NEAR * 3) write([...links(), near.dataset.node].join(" > "), near.dataset.node);
      return;
    }
    if (kind.value === "calm") return;
    const [x, y] = SINGLE.includes(kind.value) ? point : snapped(point);
    const before = SINGLE.includes(kind.value) ? "" : field.value.trim();
    write(`${before} ${x},${y}`.trim(), board.dataset.set.replace("#", `${x},${y}`));
  }

  function back() {
    const parts = kind.value === "way" ? links() : field.value.trim().split(/\s+/);
    write(parts.slice(0, -1).join(kind.value === "way" ? " > " : " "), board.dataset.back);
  }

  function clicked(event) {
    const spot = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    cross = [spot.x / scale, spot.y / scale].map((value, axis) => Math.min(most[axis], Math.max(0, Math.round(value))));
    set(cross);
  }

  function pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key in STEPS) {
      const by = event.shiftKey ? 10 : 1;
      cross = cross.map((value, axis) => Math.min(most[axis], Math.max(0, value + STEPS[event.key][axis] * by)));
      paint();
    } else if (event.key === "Enter" || event.key === " ") set(cross);
    else if (event.key === "Backspace") back();
    else return;
    event.preventDefault();
  }

  svg.append(draft);
  board.tabIndex = 0;
  board.setAttribute("role", "application");
  board.setAttribute("aria-label", board.dataset.name);
  svg.addEventListener("click", clicked);
  board.addEventListener("keydown", pressed);
  board.addEventListener("focus", () => { shown = true; paint(); });
  board.addEventListener("blur", () => { shown = false; place.textContent = ""; paint(); });
  field.addEventListener("input", paint);
  kind.addEventListener("change", paint);
  for (const chip of document.querySelectorAll("[data-plan-room]")) {
    chip.hidden = false;
    chip.addEventListener("click", () => { name.value = chip.dataset.planRoom; kind.value = "room"; paint(); board.focus(); });
  }
  for (const word of document.querySelectorAll("[data-plan-word]")) word.hidden = true;
  paint();
}

if (svg && form) start();
