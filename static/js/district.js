// The map of the district, drawn by Leaflet from the list beside it: no tiles, nothing from outside. Every marker is a
// button with a name. When the list refreshes itself, the map is drawn from it anew; without script there is a picture.
const board = document.querySelector("[data-district]");
const list = document.querySelector("[data-district-list]");
const WORST = ["p1", "p2", "p3", "p4"];

const pair = (text) => text.split(",").map(Number).reverse();
const make = (tag, attributes, ...children) => {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children);
  return element;
};

function read(item) {
  const incidents = [...item.querySelectorAll("[data-incident]")];
  const units = [...item.querySelectorAll("[data-unit]")].map((unit) => unit.textContent.replace(/\s+/g, " ").trim());
  return {
    key: item.id,
    name: item.dataset.campus,
    code: item.dataset.code,
    ring: item.dataset.corners.split(" ").filter(Boolean).map(pair),
    middle: item.dataset.middle ? pair(item.dataset.middle) : null,
    worst: WORST.find((level) => incidents.some((link) => link.dataset.incident === level)) ?? "",
    incidents: incidents.map((link) => ({ href: link.href, text: link.textContent.replace(/\s+/g, " ").trim() })),
    units,
  };
}

function said(campus) {
  const parts = [campus.name];
  if (campus.incidents.length) parts.push(`${campus.incidents.length} ${board.dataset.incidents}: ${campus.incidents.map((each) => each.text).join("; ")}`);
  if (campus.units.length) parts.push(`${board.dataset.units}: ${campus.units.join("; ")}`);
  return parts.join(". ");
}

function popup(campus) {
  const box = make("div", { className: "district-pop" }, make("b", { textContent: campus.name }));
  if (campus.incidents.length) box.append(make("ul", {}, ...campus.incidents.map((each) => make("li", {}, make("a", { href: each.href, textContent: each.text })))));
  if (campus.units.length) box.append(make("p", { textContent: campus.units.join(", ") }));
  return box;
}

function face(campus) {
  const parts = [
    make("span", { className: "district-code", textContent: campus.code }),
    make("span", { className: "vh", textContent: ` ${said(campus)}` }),
  ];
  if (campus.incidents.length) parts.push(make("span", { className: `pri ${campus.worst}`, ariaHidden: "true", textContent: `${campus.worst.toUpperCase()} ${campus.incidents.length}` }));
  if (campus.units.length) parts.push(make("span", { className: "district-units", ariaHidden: "true", textContent: campus.units.length }));
  return make("span", { className: "district-face" }, ...parts);
}

// A marker has the size of what it shows, so that it can be hit.
const wide = (campus) => 14 + campus.code.length * 9 + (campus.incidents.length ? 52 : 0) + (campus.units.length ? 26 : 0);

const words = (element) => new XMLSerializer().serializeToString(element);

function start(L) {
  board.replaceChildren();
  const map = L.map(board, { attributionControl: false, zoomControl: false, fadeAnimation: false, zoomSnap: 0.25, maxZoom: 18, minZoom: 8 });
  L.control.zoom({ zoomInTitle: board.dataset.in, zoomOutTitle: board.dataset.out }).addTo(map);
  board.setAttribute("role", "group");
  board.setAttribute("aria-label", board.dataset.label);
  const layer = L.layerGroup().addTo(map);
  const markers = new Map();
  let drawn = "";

  function draw() {
    if (words(list) === drawn) return;
    drawn = words(list);
    const campuses = [...list.querySelectorAll("[data-campus]")].map(read).filter((campus) => campus.middle);
    const focused = [...markers].find(([, marker]) => marker.getElement() === document.activeElement)?.[0];
    const open = [...markers].find(([, marker]) => marker.isPopupOpen())?.[0];
    // A marker has an element only on a map that shows a place.
    if (!markers.size && campuses.length) map.fitBounds(campuses.flatMap((campus) => campus.ring), { padding: [56, 40], animate: false });
    layer.clearLayers();
    markers.clear();
    for (const campus of campuses) {
      L.polygon(campus.ring, { className: `district-ground${campus.worst ? " busy" : ""}`, interactive: false }).addTo(layer);
      const icon = L.divIcon({ className: "district-pin", html: face(campus), iconSize: [wide(campus), 30] });
      const marker = L.marker(campus.middle, { icon, keyboard: true, riseOnHover: true, zIndexOffset: campus.worst ? 1000 : 0 });
      marker.bindPopup(popup(campus)).addTo(layer);
      markers.set(campus.key, marker);
    }
    if (open) markers.get(open)?.openPopup();
    if (focused) markers.get(focused)?.getElement().focus();
    for (const item of list.querySelectorAll("[data-campus]")) {
      item.querySelector("[data-show]").hidden = !markers.has(item.id);
      item.querySelector("[data-plain]").hidden = markers.has(item.id);
    }
    drawn = words(list);
  }

  list.addEventListener("click", (event) => {
    const marker = event.target.closest("[data-show]") && markers.get(event.target.closest("[data-campus]").id);
    if (!marker) return;
    map.setView(marker.getLatLng(), Math.max(map.getZoom(), 14), { animate: false });
    marker.openPopup();
    marker.getElement().focus();
  });
  document.addEventListener("htmx:after:swap", draw);
  draw();
}

if (board && list && window.L && list.querySelector("[data-middle]:not([data-middle=''])")) start(window.L);
