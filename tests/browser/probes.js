/* What a visitor with a ruler would notice on the page as it stands. Each gives its faults, one line each. */
(() => {
  "use strict";

  const line = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120);
  const seen = (element) => element.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true });
  const all = (selector) => [...document.querySelectorAll(selector)];
  const STOPS = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";
  const stops = () => all(STOPS).filter((e) => e.tabIndex >= 0 && !e.disabled && e.type !== "hidden");

  // Wider than the window: the page itself scrolls sideways.
  const tooWide = () => {
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth - width;
    if (wide <= 0) return [];
    const first = all("body *").find((element) => {
      const box = element.getBoundingClientRect();
      return box.right > width + 1 || (document.dir === "rtl" && box.left < -1);
    });
    return [`${wide} px för bred: ${first ? line(first) : "?"}`];
  };

  // Text that its own box hides, and that nobody can scroll to. What only screen readers shall have is one pixel.
  const cut = () => all("body *").filter((element) => {
    if (!(element instanceof HTMLElement) || !seen(element) || !element.innerText.trim()) return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width <= 2 || box.height <= 2) return false;
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
  }).map((element) => `kapad: ${line(element)}`);

  // Text spacing after WCAG 2.2, 1.4.12. A constructed sheet needs no exception in the strict policy.
  const spaced = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const faults = [...tooWide(), ...cut()];
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    return faults;
  };

  // Every Tab stop can be seen when it has the focus, has a mark around it, and lies under nothing else.
  const focus = () => {
    const faults = stops().flatMap((element) => {
      if (!seen(element)) return element.closest("[inert], details:not([open])") ? [] : hiddenStop(element);
      element.focus();
      const box = element.getBoundingClientRect();
      if (document.activeElement !== element) return [`tar inte fokus: ${line(element)}`];
      if (box.width < 1 || box.height < 1) return [`syns inte med fokus: ${line(element)}`];
      return [...marked(element), ...covered(element)];
    });
    document.activeElement.blur();
    window.scrollTo(0, 0);
    return faults;
  };
  // A hidden element is no stop at all where `visibility` or `display` takes it out of the order.
  const hiddenStop = (element) => {
    element.focus();
    return document.activeElement === element ? [`osynligt stopp: ${line(element)}`] : [];
  };
  const marked = (element) => {
    // A link in a picture marks its shape; a radio button or a summary may mark the box around it.
    const around = [element, ...element.querySelectorAll("*"), element.parentElement];
    const shown = around.some((one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none" ||
        (one instanceof SVGElement && parseFloat(style.strokeWidth) >= 2 && style.stroke !== "none");
    });
    return shown ? [] : [`utan fokusmarkering: ${line(element)}`];
  };
  const covered = (element) => {
    const box = element.getClientRects()[0];
    if (!box || element instanceof SVGElement) return [];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return [`utanför skärmen med fokus: ${line(element)}`];
    const top = document.elementFromPoint(x, y);
    return !top || element.contains(top) || top.contains(element) ? [] : [`skyms av ${line(top)}: ${line(element)}`];
  };

  // In forced colours what can be pressed has an edge or an underline, for the ground is everywhere the same.
  const edges = () => all("main a, button, input, summary").filter(seen).filter((element) => {
    if (element instanceof SVGElement || element.matches(".leaflet-container *")) return false;
    const around = [element, ...element.querySelectorAll("*"), element.parentElement];
    return !around.some((one) => {
      const style = getComputedStyle(one);
      return style.textDecorationLine.includes("underline") || parseFloat(style.borderBottomWidth) >= 1;
    });
  }).filter((element) => !element.matches("summary")).map((element) => `utan kant: ${line(element)}`);

  const motion = () => document.getAnimations().map((one) => `rör sig: ${line(one.effect.target)}`);

  // On paper everything is there, what is folded on the screen too, and nothing that must be pressed.
  const printed = () => [
    ...cut(),
    // What is left out of the paper as a whole, as choices and maps to open, is not folded.
    ...all("main details > :not(summary)").filter((element) => element.textContent.trim() && !element.checkVisibility() &&
      element.parentElement.checkVisibility()).map((element) => `hopfälld på papper: ${line(element)}`),
    // An explained word stays in its sentence: its button is the word itself.
    ...all("button:not(.lo-term__word), input, iframe").filter(seen).map((element) => `går inte att trycka på papper: ${line(element)}`),
  ];

  // Contrast of words in pictures, which the engines leave out: against their halo, else the shape under them.
  const channels = (colour) => {
    const parts = (colour.match(/[\d.]+/g) || []).map(Number);
    return parts.length < 3 || parts[3] === 0 ? null : parts.slice(0, 3);
  };
  const luminance = (parts) => {
    const [r, g, b] = parts.map((p) => p / 255).map((p) => (p <= 0.04045 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (text) => {
    const style = getComputedStyle(text);
    const halo = style.stroke !== "none" && parseFloat(style.strokeWidth) >= 2 && channels(style.stroke);
    if (halo) return halo;
    const box = text.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const shapes = [...text.ownerSVGElement.querySelectorAll("rect, path, circle, polygon, ellipse")].filter((shape) =>
      shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && channels(getComputedStyle(shape).fill));
    const under = shapes.reverse().find((shape) => {
      const point = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
      return shape.isPointInFill(point);
    });
    if (under) return channels(getComputedStyle(under).fill);
    for (let one = text.ownerSVGElement; one; one = one.parentElement) {
      const colour = channels(getComputedStyle(one).backgroundColor);
      if (colour) return colour;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0] : [255, 255, 255];
  };
  const contrast = () => all("svg text").filter(seen).filter((text) => text.textContent.trim()).flatMap((text) => {
    const fill = channels(getComputedStyle(text).fill);
    if (!fill) return [];
    const [dark, light] = [luminance(fill), luminance(ground(text))].sort((a, b) => a - b);
    const ratio = (light + 0.05) / (dark + 0.05);
    return ratio >= 4.5 ? [] : [`kontrast ${ratio.toFixed(2)} i bilden: ${line(text)}`];
  });

  // What never moves with the page leaves room for it, also when everything is four times as large.
  const room = () => {
    const held = all("body *").filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position) && seen(one));
    return held.filter((one) => one.getBoundingClientRect().height > innerHeight / 2)
      .map((one) => `tar halva skärmen: ${line(one)}`);
  };

  window.probes = { tooWide, cut, spaced, focus, edges, motion, printed, contrast, room };
})();
