// The loader of the interactive maps. A page works without it: it only wakes a hidden button beside
// the picture. Nothing is fetched before that button is pressed; if anything then fails, the picture stays.
// Texts of editors become text nodes, never HTML. Lines that begin with // are left out at build.
(() => {
  "use strict";
  // Material runs the scripts of a page again when it changes pages by itself.
  if (window.LoftetMaps) return void window.LoftetMaps.start();

  const CROWD = 60, ROVING = 30, PATIENCE = 20000;
  const described = {}, open = new Map();
  let stage = null;

  const make = (tag, name, text) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  };
  const drawn = (tag, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const name in attributes) made.setAttribute(name, attributes[name]);
    return made;
  };
  const part = (figure, name) => figure.querySelector(".lo-karta__" + name);
  const say = (figure, text) => { part(figure, "status").textContent = text; };
  const asks = query => matchMedia(query).matches;

  // One tag in the figure, so that it leaves the page with the map; resolves when the file has come.
  const fetched = (figure, tag, attributes) => new Promise((resolve, reject) => {
    const made = Object.assign(document.createElement(tag), attributes);
    made.onload = resolve;
    made.onerror = () => { made.remove(); reject(new Error(attributes.src || attributes.href)); };
    figure.append(made);
  });
  const points = async address => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    return answer.json();
  };
  const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("late")));

  async function show(figure) {
    if (figure.dataset.state) return;
    figure.dataset.state = "wait";
    say(figure, "Kartan hämtas …");
    const {map: id, folder} = figure.dataset;
    try {
      const all = Promise.all([
        points(`${folder}${id}.geojson`),
        window.L || fetched(figure, "script", {src: `${folder}leaflet/leaflet.js`}),
        figure.querySelector("link[href$='/leaflet.css']") ||
          fetched(figure, "link", {rel: "stylesheet", href: `${folder}leaflet/leaflet.css`}),
        described[id] || fetched(figure, "script", {src: `${folder}${id}.js`}),
      ]);
      const [data] = await Promise.race([all, late()]);
      build(figure, data, id);
    } catch (fault) {
      hide(figure);
      say(figure, "Den interaktiva kartan kunde inte hämtas. Bilden och listan visar samma platser.");
      part(figure, "open").focus();
    }
  }

  function build(figure, data, id) {
    const box = part(figure, "box"), calm = asks("(prefers-reduced-motion: reduce)");
    toggle(figure, true);
    stage = {figure, data};
    const move = !calm;
    L.Map.mergeOptions({zoomAnimation: move, fadeAnimation: move, markerZoomAnimation: move, inertia: move});
    described[id]();
    const state = stage, {map} = state;
    stage = null;
    open.set(figure, state);
    if (calm) map.panBy = (by, options) => L.Map.prototype.panBy.call(map, by, {...options, animate: false});
    // One finger scrolls the page, two move the map.
    const touch = asks("(pointer: coarse)");
    if (touch) map.dragging.disable();
    const layers = box.querySelector(".leaflet-control-layers-toggle");
    // Leaflet hides the button under the list that it opens, and with it the focus.
    if (layers) {
      layers.textContent = "Lager";
      layers.title = "";
      layers.onclick = () => layers.parentNode.querySelector("input").focus();
    }
    map.on("baselayerchange", ({layer}) => layer.once("tileerror", () =>
      say(figure, "Den valda kartan kunde inte hämtas. Välj den enkla kartan under Lager.")));
    figure.dataset.state = "open";
    box.focus({preventScroll: true});
    say(figure, touch
      ? "Kartan är öppen. Flytta den med två fingrar eller med pilknapparna."
      : "Kartan är öppen. Tabb går till platserna, Esc stänger. Flytta och zooma med knapparna eller med piltangenter, plus och minus.");
  }

  function toggle(figure, opened) {
    figure.classList.toggle("lo-karta--open", opened);
    part(figure, "open").hidden = opened;
    for (const name of ["box", "tools", "skip"]) part(figure, name).hidden = !opened;
  }

  function hide(figure) {
    const {map} = open.get(figure) || stage || {};
    stage = null;
    open.delete(figure);
    if (map) map.remove();
    part(figure, "box").textContent = "";
    toggle(figure, false);
    for (const box of figure.querySelectorAll(":checked")) box.checked = false;
    choose(figure);
    delete figure.dataset.state;
  }

  function close(figure) {
    hide(figure);
    say(figure, "Kartan är stängd. Bilden visar samma platser.");
    part(figure, "open").focus();
  }

  const steps = {left: [-100, 0], right: [100, 0], up: [0, -100], down: [0, 100]};

  function press(figure, button) {
    if (button.matches(".lo-karta__open")) return void show(figure);
    const {act} = button.dataset, state = open.get(figure);
    if (act === "close") close(figure);
    else if (state && act) steps[act] ? state.map.panBy(steps[act]) : state.map[act]();
  }

  function key(figure, event) {
    const state = open.get(figure);
    if (!state) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      const list = event.target.closest(".leaflet-control-layers-expanded");
      if (list) {
        list.classList.remove("leaflet-control-layers-expanded");
        list.firstChild.focus();
      } else if (state.card) state.card();
      else close(figure);
    } else if (event.key === " " && event.target.matches("a[role=button]")) {
      event.preventDefault();
      event.target.click();
    }
  }

  // What follows is called by a map's own script, while it is being built.

  function ground(corners, [width, height]) {
    const svg = drawn("svg", {viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true"});
    svg.append(part(stage.figure, "ground").cloneNode(true));
    const layer = L.svgOverlay(svg, corners, {className: "lo-karta__overlay"});
    // The ground grows with the zoom; its names must not.
    const fit = () => svg.style.setProperty("--lo-scale", Math.max((parseFloat(svg.style.width) || width) / width, 0.7));
    layer.on("add", () => { layer._map.on("zoomend viewreset", fit); fit(); });
    return layer;
  }

  const line = (lines, kind) => L.polyline(lines, {className: "lo-karta__" + kind, interactive: false});

  const source = html => L.control.attribution({prefix: false}).addAttribution(html);

  // What is chosen narrows the open map and the list beside it; nothing chosen shows everything.
  function choose(figure) {
    const state = open.get(figure), lines = [...document.querySelectorAll("[data-ton]")];
    const chosen = ["ton", "kategorier"].map(name =>
      [name, [...figure.querySelectorAll(`[name="${name}[]"]:checked`)].map(({value}) => value)]);
    const fits = place => chosen.every(([name, wanted]) =>
      !wanted[0] || wanted.some(one => (place[name] || "").includes(one)));
    for (const line of lines) line.hidden = !fits({...line.dataset, kategorier: line.dataset.kategorier.split("|")});
    if (!state) return;
    const {features} = state.data, listed = lines.filter(line => !line.hidden);
    say(figure, `${state.narrow(fits)} av ${features.length} platser visas på kartan` +
      (lines[0] ? `, ${listed.length} av ${lines.length} i listan.` : "."));
  }

  const label = ({nr, titel, status}) => (nr ? nr + ". " : "") + titel + (status ? ": " + status : "");

  // Only places on screen are in the page. Those that would cover each other at this zoom share a sign.
  function places() {
    const state = stage, {figure, data} = state, {map: id} = figure.dataset, group = L.layerGroup(), shown = new Map();
    const every = data.features.map(({properties, geometry: {coordinates: [lon, lat]}}) =>
      ({latlng: L.latLng(lat, lon), ...properties}));
    const digits = every.reduce((most, {nr}) => Math.max(most, nr.length), 1);
    const high = every.length > CROWD ? 60 : 46, wide = Math.max(high, 56, 34 + 10 * digits);
    let map, level, held = [], items = every;

    state.narrow = fits => {
      if (state.card) state.card();
      items = every.filter(fits);
      level = null;
      draw();
      return items.length;
    };

    function sorted(zoom) {
      if (zoom === level) return held;
      const cells = new Map();
      level = zoom;
      held = [];
      for (const item of items) {
        const at = map.project(item.latlng, zoom);
        const column = Math.floor(at.x / wide), row = Math.floor(at.y / high);
        let found;
        for (let place = 0; place < 9 && !found; place++) {
          const near = cells.get(`${column + place % 3 - 1} ${row + Math.floor(place / 3) - 1}`) || [];
          found = near.find(({at: other}) => Math.abs(other.x - at.x) < wide && Math.abs(other.y - at.y) < high);
        }
        if (found) found.items.push(item);
        else {
          const cell = `${column} ${row}`, made = {at, latlng: item.latlng, items: [item]};
          held.push(made);
          cells.set(cell, [...(cells.get(cell) || []), made]);
        }
      }
      return held;
    }

    function sign({items: [first, ...more]}) {
      const pill = make("span", "lo-karta__pill");
      if (more.length) {
        const few = more.length < 2 && digits < 3 && [first, ...more].every(({nr}) => nr);
        pill.textContent = few ? [first, ...more].map(({nr}) => nr).join("+") : `${more.length + 1} st`;
        return pill;
      }
      const shape = drawn("svg", {viewBox: "-8 -8 16 16", class: "lo-karta__symbol lo-tone--" + first.ton});
      const known = document.getElementById(`${id}-${first.form.codePointAt(0).toString(16)}-${first.ton}`);
      if (known) shape.append(...known.cloneNode(true).childNodes);
      pill.append(shape);
      if (first.nr) pill.append(first.nr);
      return pill;
    }

    function add(found) {
      const [first, ...more] = found.items;
      const icon = L.divIcon({className: "lo-karta__marker", html: sign(found), iconSize: [44, 44]});
      const marker = L.marker(found.latlng, {icon, autoPanOnFocus: true});
      group.addLayer(marker);
      const element = marker.getElement();
      // The name of a shared sign begins with what is seen on it.
      const seen = element.textContent + (element.textContent.endsWith("st") ? " platser: " : ": ");
      const named = found.items.slice(0, 5).map(label).join("; ") + (more.length > 4 ? " …" : "");
      element.setAttribute("aria-label", more.length ? seen + named : label(first));
      element.addEventListener("keydown", event => {
        const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
        if (event.key === "Enter" || event.key === " ") activate(found);
        else if (step) rove(element, step);
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
      element.addEventListener("focus", () => single(element));
      marker.on("click", () => activate(found));
      const ring = !more.length && first.radie &&
        L.circle(found.latlng, {radius: first.radie, className: "lo-karta__ring", interactive: false});
      if (ring) group.addLayer(ring);
      return {marker, element, ring, found};
    }

    const signs = () => [...map.getPane("markerPane").children];
    // With many signs only one is in the Tab order; the arrow keys go from one to the next.
    function single(chosen) {
      const all = signs(), many = all.length > ROVING;
      for (const each of all) each.tabIndex = many && each !== (all.includes(chosen) ? chosen : all[0]) ? -1 : 0;
    }
    function rove(from, step) {
      const all = signs();
      all[(all.indexOf(from) + step + all.length) % all.length].focus();
    }
    function focus(item) {
      for (const {element, found} of shown.values()) {
        if (found.items.includes(item)) return void element.focus({preventScroll: true});
      }
      part(figure, "box").focus({preventScroll: true});
    }

    function draw() {
      const view = map.getBounds(), wanted = new Map(), pane = map.getPane("markerPane");
      let lost;
      for (const found of sorted(map.getZoom())) {
        if (view.contains(found.latlng)) wanted.set(found, found);
      }
      for (const [found, {marker, element, ring}] of shown) {
        if (wanted.has(found)) continue;
        if (element === document.activeElement) [lost] = found.items;
        group.removeLayer(marker);
        if (ring) group.removeLayer(ring);
        shown.delete(found);
      }
      // New signs go in among the old ones, in the order of the list.
      let next = null;
      for (const found of [...wanted.keys()].reverse()) {
        if (!shown.has(found)) {
          const added = add(found);
          pane.insertBefore(added.element, next);
          shown.set(found, added);
        }
        next = shown.get(found).element;
      }
      single(document.activeElement);
      if (lost) focus(lost);
    }

    // The first zoom level at which the places of a sign no longer cover each other, or nothing.
    function parting({items: [first, ...more]}) {
      for (let zoom = Math.floor(map.getZoom()) + 1; zoom <= map.getMaxZoom(); zoom++) {
        const from = map.project(first.latlng, zoom);
        for (const {latlng} of more) {
          const {x, y} = map.project(latlng, zoom).subtract(from);
          if (Math.abs(x) >= wide || Math.abs(y) >= high) return zoom;
        }
      }
    }

    function activate(found) {
      const [first] = found.items, zoom = found.items.length > 1 && parting(found);
      if (!zoom) return card(found);
      if (state.card) state.card();
      map.once("moveend", () => focus(first));
      map.setView(L.latLngBounds(found.items.map(({latlng}) => latlng)).getCenter(), zoom);
    }

    function link({lank, titel}) {
      let safe;
      try { safe = /^https?:$/.test(new URL(lank, location.href).protocol); } catch (fault) { safe = false; }
      if (!lank || !safe) return "";
      const made = make("a", "lo-karta__link", "Läs mer om platsen");
      made.href = lank;
      made.setAttribute("aria-label", "Läs mer om platsen: " + titel);
      return made;
    }

    // What is known of a place, on a card at the bottom of the map: there it fits on the smallest phone.
    function card({items: all, latlng}) {
      const [first, ...more] = all, box = part(figure, "box"), made = make("div", "lo-karta__card");
      if (state.card) state.card();
      const shut = make("button", "lo-karta__button lo-karta__shut", "×");
      shut.type = "button";
      shut.setAttribute("aria-label", "Stäng");
      made.append(shut);
      for (const item of all.slice(0, 20)) {
        made.append(make("p", "lo-karta__title", label(item)));
        for (const text of more.length ? [] : item.rader || []) made.append(make("p", "", text));
        if (item.radie && !more.length) made.append(make("p", "", "Läget är bara ungefär känt."));
        made.append(link(item));
      }
      if (all.length > 20) made.append(make("p", "", `… och ${all.length - 20} till. Alla står i listan.`));
      made.setAttribute("role", "dialog");
      made.setAttribute("aria-label", more.length ? `${all.length} platser` : label(first));
      made.tabIndex = -1;
      L.DomEvent.disableClickPropagation(made);
      box.append(made);
      map.panInside(latlng, {paddingTopLeft: [40, 40], paddingBottomRight: [40, made.offsetHeight + 40]});
      state.card = () => {
        state.card = null;
        made.remove();
        focus(first);
      };
      shut.addEventListener("click", state.card);
      made.focus({preventScroll: true});
    }

    group.onAdd = on => {
      map = on;
      map.on("moveend", draw);
      draw();
    };
    group.onRemove = () => map.off("moveend", draw);
    // A layer added to the group goes straight to the map: the group itself keeps no second list.
    group.addLayer = layer => map.addLayer(layer);
    group.removeLayer = layer => map.removeLayer(layer);
    return group;
  }

  function define(id, build) {
    described[id] = () => {
      if (!L.Map.loftetHook) L.Map.addInitHook(function () { if (stage) stage.map = this; });
      L.Map.loftetHook = true;
      build();
    };
  }

  function start() {
    for (const figure of document.querySelectorAll("figure[data-map]:not([data-ready])")) {
      figure.dataset.ready = "";
      part(figure, "open").hidden = false;
      // On the buttons themselves: a figure that listens is ”clickable” to a screen reader, each text in it too.
      for (const button of figure.querySelectorAll("button")) button.onclick = () => press(figure, button);
      figure.addEventListener("change", event => event.target.name && choose(figure));
      figure.addEventListener("keydown", event => key(figure, event), true);
    }
  }

  window.LoftetMaps = {define, ground, line, places, source, start};
  start();
})();
