/* The search: Material's own worker and index, fetched when the field takes focus; form and list are ours.
   Text from the index becomes text and <mark>, never other markup. */

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;    // message types of Material 9.8's worker
const SHOWN = 10, PARTS = 3, TEXT = 180;              // hits, headings a hit, characters of text

const read = (html) => new DOMParser().parseFromString(html || "", "text/html").body;

/** Puts the text of `html` into `element`, keeping only the marked words. */
function say(element, html, limit = Infinity) {
  const walk = document.createTreeWalker(read(html), NodeFilter.SHOW_TEXT);
  let left = limit;
  while (left > 0 && walk.nextNode()) {
    const node = walk.currentNode;
    const words = node.data.replace(/\s+/g, " ");
    const text = words.length > left ? words.slice(0, left).replace(/\S*$/, "") + "…" : words;
    left -= words.length;
    if (node.parentNode.localName === "mark") {
      const mark = document.createElement("mark");
      mark.textContent = text;
      element.append(mark);
    } else {
      element.append(text);
    }
  }
  return element;
}

const made = (name, className) => Object.assign(document.createElement(name), { className });

function link(className, item, site) {
  const anchor = say(made("a", className), item.title);
  anchor.href = new URL(`./${item.location}`, site).href;    // never another scheme or host
  return anchor;
}

/** One page of the result: its title, some text around the words, and the headings that hold them. */
function hit(items, site) {
  const page = items.find((item) => !item.location.includes("#")) || items[0];
  const best = items.reduce((a, b) => (b.score > a.score ? b : a));
  const line = made("li", "lo-hits__item md-search-result__item");
  line.append(link("lo-hits__link", page, site));
  if (best.text) line.append(say(made("p", "lo-hits__text"), best.text, TEXT));
  const parts = items.filter((item) => item !== page && item.score > 0).slice(0, PARTS);
  if (parts.length) {
    const list = made("ul", "lo-hits__parts");
    for (const item of parts) {
      const row = document.createElement("li");
      row.append(link("", item, site));
      list.append(row);
    }
    line.append(list);
  }
  return line;
}

export function start(form, address) {
  const field = form.querySelector("input");
  const box = form.querySelector(".lo-hits");
  const count = box.querySelector(".lo-hits__count");
  const list = box.querySelector(".lo-hits__list");
  const worker = new Worker(address("worker"));
  let asked = "", ready = false, failed = false;

  const sentence = (name, n) =>
    form.dataset[name].replace("{n}", String(n)).replace("{max}", String(SHOWN)).replace("{q}", () => asked);

  const close = () => { box.hidden = true; };

  const show = (pages) => {
    const name = pages.length > SHOWN ? "cut" : ["none", "one"][pages.length] || "many";
    count.textContent = sentence(name, pages.length);
    list.replaceChildren(...pages.slice(0, SHOWN).map((items) => hit(items, address("site"))));
    list.hidden = pages.length === 0;
  };

  const ask = () => {
    asked = field.value.trim();
    box.hidden = asked === "";
    if (asked === "") return;
    if (failed) count.textContent = form.dataset.failed;
    else if (ready) worker.postMessage({ type: QUERY, data: asked });
    else count.textContent = form.dataset.wait;
  };

  const fail = () => { failed = true; ask(); };

  worker.addEventListener("error", fail);
  worker.addEventListener("message", ({ data }) => {
    if (data.type === READY) { ready = true; ask(); }
    if (data.type === RESULT && asked !== "") show(data.data.items);
  });

  field.addEventListener("input", ask);
  field.addEventListener("focus", ask);
  form.addEventListener("submit", () => {
    const first = list.querySelector("a");
    if (first && !box.hidden) first.focus(); else ask();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || box.hidden) return;
    event.preventDefault();
    field.focus();
    close();
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", (event) => { if (!form.contains(event.target)) close(); });

  fetch(address("index"))
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
    .then(({ config, docs }) => worker.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } }))
    .catch(fail);
}
