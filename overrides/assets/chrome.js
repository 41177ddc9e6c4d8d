/* Opens and closes menu and search, fetches the search when it is first wanted, closes an explanation that is left,
   opens the list of headings where it stands beside the text, lets the keyboard into wide tables.
   Loaded before the page is drawn: only when this file has come are the buttons shown and the menu folded.
   Writes nothing to the visitor's browser. */

(() => {
  "use strict";

  const root = document.documentElement;
  const search = new URL("search.js", document.currentScript.src).href;
  root.classList.add("lo-js");

  const part = (button) => document.getElementById(button.getAttribute("aria-controls"));
  const buttons = () => document.querySelectorAll(".lo-tools [aria-controls]");

  const turn = (button, open) => {
    button.setAttribute("aria-expanded", String(open));
    part(button).classList.toggle("lo-open", open);
  };

  const fetchSearch = (form) => {
    if (form.dataset.fetched) return;
    form.dataset.fetched = "1";
    import(search)
      .then((loaded) => loaded.start(form))
      .catch(() => { delete form.dataset.fetched; });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".lo-tools [aria-controls]");
    if (!button) return;
    const open = button.getAttribute("aria-expanded") !== "true";
    for (const each of buttons()) turn(each, each === button && open);
    const field = open && part(button).querySelector("input");
    if (field) field.focus();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    for (const button of buttons()) {
      if (button.getAttribute("aria-expanded") !== "true") continue;
      const within = part(button).contains(document.activeElement);
      turn(button, false);
      if (within) button.focus();
    }
  });

  document.addEventListener("focusin", (event) => {
    const form = event.target.closest("form.lo-search");
    if (form) fetchSearch(form);
  });

  // A word's explanation closes when the focus goes on: it would cover what comes next.
  document.addEventListener("focusin", ({ target }) => {
    const shown = "hidePopover" in root && document.querySelector(".lo-term__text:popover-open");
    if (shown && !shown.contains(target) && target.getAttribute("popovertarget") !== shown.id) shown.hidePopover();
  });

  // A field elsewhere on a page hands its words to the search in the header.
  const askSearch = (words) => {
    const form = document.getElementById("lo-sok");
    const button = document.querySelector('.lo-tools [aria-controls="lo-sok"]');
    const field = form.querySelector("input");
    turn(button, true);
    field.value = words;
    field.focus();
    field.dispatchEvent(new Event("input"));
  };

  // What is promised is told of streets, and the number of a house would find all that is four.
  const street = (address) => address.replace(/(\p{L})\s+\d+\s*\p{L}?\s*$/u, "$1");

  document.addEventListener("submit", (event) => {
    if (event.target.matches("form.lo-find") && document.getElementById("lo-sok")) {
      event.preventDefault();
      askSearch(street(event.target.elements.q.value));
    }
    if (event.target.matches("form.lo-search")) event.preventDefault();
  });

  // Beside the text the list of headings hides nothing: there it is open, and folded again where it stands above.
  const wide = matchMedia("(min-width: 64rem)");
  const openHeadings = () => document.querySelector(".lo-toc > details")?.toggleAttribute("open", wide.matches);
  document.addEventListener("DOMContentLoaded", openHeadings);
  wide.addEventListener("change", openHeadings);

  // A box that scrolls sideways is a Tab stop with a name; one that does not is neither.
  const reachBoxes = () => {
    document.querySelectorAll(".lo-scroll").forEach((box, number) => {
      const caption = box.querySelector("caption");
      const marks = { tabindex: "0", role: "region", "aria-label": caption ? caption.textContent : `Tabell ${number + 1}` };
      const scrolls = box.scrollWidth > box.clientWidth;
      for (const [name, value] of Object.entries(marks)) {
        if (scrolls) box.setAttribute(name, value); else box.removeAttribute(name);
      }
    });
  };
  window.addEventListener("load", reachBoxes);
  window.addEventListener("resize", reachBoxes);
})();
