// The student's workbook: all that the browser keeps of the course, on one page.

import {
  courseKeys,
  FLASHCARDS,
  PAGES,
  PREFIX,
  removeText,
  selfCheckKey,
  storageState,
  tellKept,
  WORKBOOK,
} from "../kept.js";
import { keptApart } from "../probe.js";
import { ready } from "../ready.js";
import { fetchScript } from "../scripts.js";
import { download, fileName, takeAlong } from "../takealong.js";
import { readText } from "../text.js";
import { Choices } from "./choices.js";
import { ask } from "./dialogs.js";
import { documentBlocks } from "./document.js";
import { loadFiles } from "./files.js";
import { elementsOf, make } from "./html.js";
import { markdownOf } from "./markdown.js";
import { drawOverview } from "./overview.js";
import { dayOrToday, keepOwn, ownOf } from "./own.js";
import { practised } from "./practice.js";
import { hasEntries, shownOf } from "./records.js";
import { fill } from "./texts.js";

// Keys whose change in another tab shows on this page.
const SHOWN = [PAGES, WORKBOOK, FLASHCARDS, `${PREFIX}exercise/`, selfCheckKey("")];

class Workbook {
  constructor(element, payload) {
    this.element = element;
    const specs = Object.fromEntries(payload.specs.map((spec) => [spec.id, spec]));
    this.course = { ...payload, specs, ids: payload.specs.map(({ id }) => id) };
    this.strings = payload.strings;
    // Whether what is entered here is kept: else it lasts as long as the page.
    this.kept = storageState() !== "blocked";
    this.apart = false;
    this.choices = new Choices(element, this.course, (refused) => this.#keptOwn(refused));
    this.#listen();
    this.draw();
    for (const part of element.querySelectorAll("[data-live]")) part.hidden = false;
    element.dataset.state = "live";
    keptApart().then((apart) => {
      this.apart = apart;
      this.#drawStorage();
    });
  }

  #find(selector) {
    return this.element.querySelector(selector);
  }

  #listen() {
    for (const field of this.element.querySelectorAll("[data-own]")) {
      field.addEventListener("input", () => this.#keepField(field));
    }
    const actions = {
      "take-along": () => this.#takeAlong(),
      word: () => this.#word(),
      markdown: () => this.#save("md", new Blob([markdownOf(this.#blocks())], MARKDOWN)),
      print: () => print(),
      erase: () => this.#erase(),
    };
    for (const [action, act] of Object.entries(actions)) {
      this.#find(`[data-action="${action}"]`).addEventListener("click", () => {
        this.#say("");
        act();
      });
    }
    const input = this.#find("[data-load]");
    input.addEventListener("change", () => this.#load(input));
    const draw = () => this.draw();
    addEventListener("storage", ({ key }) => {
      if (key === null || SHOWN.some((shown) => key.startsWith(shown))) draw();
    });
    // A tab in the background, or a page that the browser has put aside, may have missed something.
    addEventListener("pageshow", ({ persisted }) => persisted && draw());
    document.addEventListener("visibilitychange", () => document.hidden || draw());
  }

  // What is kept

  get #own() {
    const alias = readText(this.#find('[data-own="alias"]'));
    return { alias, date: dayOrToday(this.#find('[data-own="date"]').value) };
  }

  #keepField(field) {
    this.#keptOwn(keepOwn({ [field.dataset.own]: readText(field) }));
  }

  #keptOwn(refused) {
    this.kept = refused === "";
    this.#drawStorage(refused || undefined);
    this.#drawDocument();
  }

  // What is shown

  /** Shows what this page has kept or erased, in the contents too. */
  #drawAll() {
    this.draw();
    tellKept();
  }

  /** Brings the page up to date with what the browser keeps. */
  draw() {
    const own = ownOf();
    if (this.kept) {
      for (const field of this.element.querySelectorAll("[data-own]")) {
        const value = own[field.dataset.own];
        // Writing into a field would move its cursor.
        if (field !== document.activeElement && field.value !== value) field.value = value;
      }
    }
    drawOverview(this.element, this.course);
    this.choices.read(this.kept);
    this.#drawDocument();
    this.#drawStorage();
  }

  #drawStorage(state = storageState()) {
    const { strings } = this;
    const notices = { full: strings.storage_full, blocked: strings.storage_blocked };
    const notice = this.#find("[data-storage]");
    notice.textContent = notices[state] ?? (this.apart ? strings.storage_apart : "");
    notice.hidden = notice.textContent === "";
  }

  get #worked() {
    return this.course.ids.filter((id) => hasEntries(shownOf(id)));
  }

  #blocks() {
    const { chosen, parts } = this.choices;
    return documentBlocks(this.course, { ...this.#own, chosen, parts });
  }

  #drawDocument() {
    this.choices.draw();
    const worked = this.#worked;
    const { chosen, parts } = this.choices;
    const some = parts.length > 0 || worked.some((id) => chosen.includes(id));
    const sheet = this.#find("[data-document]");
    sheet.replaceChildren(...(some ? elementsOf(this.#blocks()) : []));
    sheet.hidden = !some;
    for (const part of this.element.querySelectorAll("[data-exports]")) part.hidden = !some;
    const beyond = this.#find("[data-beyond]");
    beyond.replaceChildren(...this.#beyond(worked, some));
    beyond.hidden = beyond.childElementCount === 0;
  }

  /** What stands below the document, or in its place, on the screen alone. */
  #beyond(worked, some) {
    const { strings, course } = this;
    const link = (id) => {
      const page = course.pages.find(({ exercises }) => exercises.includes(id));
      return make("a", { href: `${page.href}#exercise-${id}` }, course.specs[id].title);
    };
    if (worked.length === 0 && practised(course).length === 0) {
      return [
        make("h2", {}, strings.empty_title),
        make("p", {}, strings.empty),
        make("p", {}, `${strings.begin} `, link(course.ids[0])),
      ];
    }
    const parts = some ? [] : [make("p", {}, strings.nothing_chosen)];
    const open = course.ids.filter((id) => !worked.includes(id));
    if (open.length === 0) return parts;
    const items = open.map((id) => make("li", {}, link(id)));
    return [...parts, make("p", {}, strings.not_begun), make("ul", {}, ...items)];
  }

  // What is said

  /** Says what was done, in one sentence; what was refused before is no longer of interest. */
  #say(text, refused = []) {
    this.#find("[data-said]").textContent = text;
    const lines = refused.map((line) => make("p", { class: "sq-notice" }, line));
    this.#find("[data-refused]").replaceChildren(...lines);
  }

  // What can be done

  #save(ending, blob) {
    const name = fileName(this.#own, ending);
    download(name, blob);
    this.#say(fill(this.strings.saved, { file: name }));
  }

  /** Saves what is kept, or what of it goes in, as a file that can be loaded. */
  #takeAlong({ chosen, parts } = this.choices) {
    takeAlong(chosen, { ...this.#own, parts });
    this.#say(fill(this.strings.saved, { file: fileName(this.#own, "json") }));
  }

  async #word() {
    const { strings, course } = this;
    this.#say(strings.word_waits);
    const { alias } = this.#own;
    const about = { alias, title: `${strings.document} – ${course.title}`, language: course.language };
    try {
      await fetchScript("word");
      this.#save("docx", await globalThis.servicequalityWord(this.#blocks(), about));
    } catch (error) {
      console.warn("The Word document could not be made:", error);
      this.#say("", [strings.word_failed]);
    }
  }

  async #load(input) {
    this.#say("");
    const files = [...input.files];
    const { said, refused } = await loadFiles(files, this.course, this.#find('[data-dialog="conflict"]'));
    // The same file can be chosen again.
    input.value = "";
    this.#drawAll();
    this.#say(said, refused);
  }

  async #erase() {
    const answer = await ask(this.#find('[data-dialog="erase"]'));
    if (answer === "") return;
    if (answer === "take") this.#takeAlong({ chosen: this.course.ids });
    courseKeys().forEach(removeText);
    for (const field of this.element.querySelectorAll("[data-own]")) field.value = "";
    this.#drawAll();
    this.#say(this.strings.erased);
  }
}

const MARKDOWN = { type: "text/markdown;charset=utf-8" };

const element = document.querySelector("[data-workbook]");
const payload = document.querySelector("[data-workbook-payload]");
if (element && payload) {
  ready.then(() => new Workbook(element, JSON.parse(payload.textContent)));
}
