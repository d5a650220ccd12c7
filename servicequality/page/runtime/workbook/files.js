// Files that the student loads: read, asked about where they meet other entries, kept.

import { conflicts, keepWorkbook, readWorkbook } from "../loading.js";
import { ask } from "./dialogs.js";
import { ownOf } from "./own.js";
import { fill } from "./texts.js";

/**
 * Loads files one after another. Gives `{ said, refused }`: a sentence on what was done ("" where
 * nothing was), and a list of texts on what could not be.
 */
export async function loadFiles(files, course, dialog) {
  const done = { loaded: [], loaded_rest: [], load_cancelled: [] };
  const refused = [];
  for (const file of files) {
    const outcome = await loadFile(file, course, dialog);
    if (outcome.done) done[outcome.done].push(file.name);
    if (outcome.told) refused.push(outcome.told);
  }
  const { strings } = course;
  const said = Object.entries(done)
    .filter(([, names]) => names.length > 0)
    .map(([key, names]) => fill(strings[key], { files: names.join(", ") }));
  return { said: said.join(" "), refused };
}

/** `{ done }`, the key of what to say, or `{ told }` where the file was refused; perhaps both. */
async function loadFile(file, course, dialog) {
  const { strings } = course;
  const refusal = (message) => ({ told: fill(strings.refused, { file: file.name, message }) });
  let read;
  try {
    read = await readWorkbook(file, { ...course, specs: Object.values(course.specs) });
  } catch (error) {
    console.warn(`${file.name} could not be read:`, error);
    return refusal(strings.load_failed);
  }
  if (read.message) return refusal(read.message);
  const { workbook } = read;
  const other = conflicts(workbook);
  const answer = other.length === 0 ? "file" : await askWhich(file, other, course, dialog);
  if (answer === "") return { done: "load_cancelled" };
  const mine = answer === "mine";
  const failed = keepWorkbook(signed(workbook, mine), mine ? other : []);
  if (failed) return refusal(failed === "full" ? strings.load_no_room : strings.load_blocked);
  const left = workbook.left_out;
  return {
    done: mine ? "loaded_rest" : "loaded",
    told: left.length > 0 ? leftOut(file, left, strings) : "",
  };
}

const askWhich = (file, ids, { specs, strings }, dialog) =>
  ask(dialog, {
    text: fill(strings.conflict, { file: file.name }),
    names: ids.map((id) => specs[id].title),
  });

/** A workbook with the alias and date to keep: the file's, or those here where they go first. */
function signed(workbook, mine) {
  const own = ownOf();
  const [first, second] = mine ? [own, workbook] : [workbook, own];
  return {
    ...workbook,
    alias: first.alias || second.alias,
    date: first.date || second.date,
  };
}

function leftOut(file, parts, strings) {
  const names = parts.map(({ exercise, label }) =>
    label === null ? `“${exercise}”` : `“${label}” (${exercise})`,
  );
  return fill(strings.left_out, { file: file.name, names: names.join(", ") });
}
