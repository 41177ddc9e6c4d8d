/* The main journeys in Firefox: a way of link words from the start page, then what is read there.
   Playwright cannot start Debian's Firefox; puppeteer speaks WebDriver BiDi with it.
   Wants the browser's path and the site's address; reads the journeys as JSON, writes what each told as JSON. */

import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const [program, site, asked, pictures] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath: program, headless: true });
const flat = (text) => text.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();

// Finds the first visible link with just these words and gives it the focus; what is hidden is no way on.
const focusLink = (words) => {
  const spelt = (text) => text.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
  const link = [...document.querySelectorAll("main a, header a")].find(
    (one) => spelt(one.innerText) === words && one.checkVisibility());
  if (link) link.dataset.wanted = "ja";
  return Boolean(link);
};

const byKeyboard = async (page) => {
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(() => document.activeElement?.dataset.wanted === "ja" &&
      getComputedStyle(document.activeElement).outlineStyle !== "none");
    if (there) return;
  }
  throw new Error("Tangentbordet kom aldrig fram, eller fokus syns inte");
};

const follow = async (page, words, keyboard) => {
  if (!await page.evaluate(focusLink, words)) throw new Error(`Ingen synlig länk ”${words}” på ${page.url()}`);
  const gone = page.waitForNavigation();
  if (keyboard) {
    await byKeyboard(page);
    await page.keyboard.press("Enter");
  } else {
    await page.click("[data-wanted]");
  }
  await gone;
};

const walked = async ({ name, way, read, width, script, keyboard }) => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.setViewport({ width, height: 740 });
  // Firefox cannot be told to leave script alone, so the site's scripts never come; it has none in its pages.
  if (!script) {
    await page.setRequestInterception(true);
    page.on("request", (asked) => (new URL(asked.url()).pathname.endsWith(".js") ? asked.abort() : asked.continue()));
  }
  await page.goto(site);
  for (const words of way) await follow(page, words, keyboard);
  const told = flat(await page.$eval(read, (element) => element.innerText));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.screenshot({ path: `${pictures}/firefox-${name}.png` });
  if (!script && await page.evaluate(() => document.documentElement.classList.contains("lo-js"))) {
    throw new Error("Skriptet kom fram ändå");
  }
  const fetched = await page.$$eval(".lo-cite a", (links) => Promise.all(
    links.map((link) => fetch(link.href).then((answer) => answer.text()))));
  await context.close();
  return { told, complaints: script ? complaints : [], wide, fetched };
};

const told = {};
try {
  for (const journey of JSON.parse(readFileSync(asked, "utf-8"))) told[journey.name] = await walked(journey);
  console.log(JSON.stringify({ version: await browser.version(), told }));
} finally {
  await browser.close();
}
