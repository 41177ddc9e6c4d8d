/* The search: Material's own worker and index, fetched when the field takes focus; question, form and list are ours.
   Text from the index becomes text and <mark>, never other markup.
   Material leaves stemming out for Swedish, and its worker cannot stem a word that is being typed. So the index
   keeps whole words, and each word that is asked for is cut to its stem by lunr's own Swedish stemmer and sought
   as a beginning: «belysningen» finds belysning, «lampa» finds lampor and lampbyte. */

const SITE = new URL("../", import.meta.url);
const at = (path) => new URL(path, SITE).href;
const INDEX = at("search/search_index.json");
const WORKER = at("assets/javascripts/workers/search.a7633da7.min.js");    // the name is Material 9.8.1's own
const GRAMMAR = ["stemmer.support", "sv"].map((name) => at(`assets/javascripts/lunr/min/lunr.${name}.min.js`));

const SENTENCES = {
  none: "Inga träffar på ”{q}”. Pröva ett kortare eller ett annat ord.",
  one: "1 träff på ”{q}”",
  many: "{n} träffar på ”{q}”",
  some: "Inget har alla orden i ”{q}”. {n} träffar har något av dem.",
  cut: "{n} träffar på ”{q}”. De {max} bästa visas.",
  wait: "Söker …",
  failed: "Sökningen svarar inte just nu. Försök igen om en stund.",
};

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
function hit(found, site) {
  const items = found.filter((item) => item.location);         // a page that is not indexed itself has none
  const best = items.reduce((a, b) => (b.score > a.score ? b : a));
  const page = items.find((item) => !item.location.includes("#")) || best;
  const line = made("li", "lo-hits__item md-search-result__item");
  line.append(link("lo-hits__link", page, site));
  if (page.tags) line.append(say(made("p", "lo-hits__kind"), page.tags.join(", ")));
  if (best.text) line.append(say(made("p", "lo-hits__text"), best.text, TEXT));
  const parts = items.filter((item) => item !== page && item.score > 0).slice(0, PARTS);
  if (parts.length) {
    const list = made("ul", "lo-hits__parts");
    for (const item of parts) {
      const row = document.createElement("li");
      row.append(link("", item, site));
      if (item.tags) row.append(say(made("span", "lo-hits__kind"), ` ${item.tags.join(", ")}`));
      list.append(row);
    }
    line.append(list);
  }
  return line;
}

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");
const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];

/** Loads lunr's Swedish words beside the worker's own copy: its stemmer, and the small words that say nothing. */
async function swedish(addresses) {
  globalThis.lunr = {
    Pipeline: { registerFunction() {} },
    generateStopWordFilter: (small) => (word) => small.includes(word),
  };
  for (const address of addresses) {
    await new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
      document.head.append(script);
    });
  }
  const { stemmer, stopWordFilter } = globalThis.lunr.sv;
  return { stem: stemmer, small: stopWordFilter };
}

/** The questions to put, the strictest first: all words from their beginning, inside others, then any of them. */
function questions(asked, { stem, small }) {
  const all = words(asked);
  const telling = all.filter((word) => !small(word));
  const stems = (telling.length ? telling : all).map((word) => {
    const short = stem(word);
    return short.length > 2 ? short : word;
  });
  const exact = all.map((word) => `${word}^5`).join(" ");
  return [
    `${stems.map((word) => `+${word}*`).join(" ")} ${exact}`,
    stems.map((word) => `+*${word}*`).join(" "),
    stems.map((word) => `*${word}*^1`).join(" "),
  ];
}

/** The index as the worker takes it: words with å, ä and ö are also found without their marks. */
function setUp({ config, docs }) {
  for (const item of docs) {
    const marked = words([item.title, item.text, ...(item.tags || []), item.ord || ""].join(" ")).filter((word) => fold(word) !== word);
    item.ord = [item.ord || "", ...new Set(marked.map(fold))].join(" ");
  }
  return {
    docs,
    config: {
      ...config,
      pipeline: [],
      separator: "[\\s\\-–—.,:;!?()«»”\"'/·]+",
      fields: { title: { boost: 20 }, tags: { boost: 4 }, text: { boost: 2 }, ord: { boost: 1 } },
    },
    options: { suggest: false },
  };
}

export function start(form) {
  const field = form.querySelector("input");
  const box = Object.assign(made("div", "lo-hits"), { hidden: true });
  const count = made("p", "lo-hits__count"), list = made("ol", "lo-hits__list");
  count.setAttribute("role", "status");
  list.setAttribute("aria-label", "Sökträffar");
  box.append(count, list);
  form.append(box);
  const worker = new Worker(WORKER);
  let asked = "", grammar = null, failed = false, put = [], left = [];

  const sentence = (name, n) =>
    SENTENCES[name].replace("{n}", String(n)).replace("{max}", String(SHOWN)).replace("{q}", () => asked);

  const close = () => { box.hidden = true; };

  const show = (pages) => {
    const some = pages.length > 0 && left.length === 0 && words(asked).length > 1;
    const name = some ? "some" : pages.length > SHOWN ? "cut" : ["none", "one"][pages.length] || "many";
    count.textContent = sentence(name, pages.length);
    list.replaceChildren(...pages.slice(0, SHOWN).map((items) => hit(items, SITE)));
    list.hidden = pages.length === 0;
  };

  const ask = () => {
    asked = field.value.trim();
    box.hidden = asked === "";
    if (asked === "") return;
    if (failed) count.textContent = SENTENCES.failed;
    else if (grammar) {
      left = questions(asked, grammar);
      put.push(asked);
      worker.postMessage({ type: QUERY, data: left.shift() });
    } else count.textContent = SENTENCES.wait;
  };

  const fail = () => { failed = true; ask(); };

  worker.addEventListener("error", fail);
  worker.addEventListener("message", ({ data }) => {
    if (data.type !== RESULT) return;
    if (put.length > 1) { put.shift(); return; }              // an answer to what was typed before
    if (data.data.items.length === 0 && left.length && asked !== "") {
      worker.postMessage({ type: QUERY, data: left.shift() });
      return;
    }
    put.shift();
    if (asked !== "") show(data.data.items);
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

  const opened = new Promise((resolve) => {
    worker.addEventListener("message", ({ data }) => { if (data.type === READY) resolve(); });
  });
  const index = fetch(INDEX)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
    .then((found) => { worker.postMessage({ type: SETUP, data: setUp(found) }); return opened; });
  Promise.all([swedish(GRAMMAR), index])
    .then(([found]) => { grammar = found; ask(); })
    .catch(fail);
}
