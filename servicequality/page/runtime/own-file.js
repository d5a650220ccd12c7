// An exercise's own entries as a file, for where the browser does not keep them.

import { readWorkbook } from "./loading.js";
import { download, fileName, workbookOf, workbookText } from "./takealong.js";
import { RECORD_VERSION } from "./kept.js";

export class OwnFile {
  constructor(exercise) {
    this.exercise = exercise;
    this.element = exercise.element.querySelector("[data-own-file]");
    this.element.querySelector("button").addEventListener("click", () => this.#save());
    const input = this.element.querySelector("input");
    // Not an entry of the exercise.
    input.addEventListener("input", (event) => event.stopPropagation());
    input.addEventListener("change", () => this.#load(input));
  }

  offer(needed) {
    if (needed) this.element.hidden = false;
  }

  #save() {
    const { exercise } = this;
    const { id } = exercise.spec;
    const changed = new Date().toISOString();
    const { progress } = exercise;
    const record = { id, version: RECORD_VERSION, changed, progress, values: exercise.fields.read() };
    const workbook = { ...workbookOf([], { parts: [] }), exercises: [record] };
    download(fileName(workbook, "json"), new Blob([workbookText(workbook)]));
    exercise.say(exercise.strings.own_saved);
  }

  async #load(input) {
    const { exercise } = this;
    const { spec, strings, language } = exercise;
    const [file] = input.files;
    // The same file can be chosen again.
    const read = await readWorkbook(file, { specs: [spec], strings, language });
    input.value = "";
    const found = read.workbook?.exercises[0];
    const told = read.message ?? (found ? "" : strings.own_none);
    exercise.notice("file", told);
    if (told) return exercise.say(told);
    if (exercise.fields.isChanged() && !confirm(strings.own_asks)) return;
    exercise.fields.write(found.values);
    exercise.refresh();
    exercise.keeping.keep();
    exercise.say(strings.own_loaded);
  }
}
