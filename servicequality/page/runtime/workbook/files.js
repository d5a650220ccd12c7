// Files that the student loads: read, asked about where they meet other entries, kept.

import {
  conflicts,
  joinPractice,
  keepWorkbook,
  readWorkbook,
  selfCheckConflicts,
} from "../loading.js";
import { ask } from "./dialogs.js";
import { ownOf } from "./own.js";
import { fill, topicName } from "./texts.js";

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
  const names = [
    ...other.map((id) => course.specs[id].title),
    ...selfCheckConflicts(workbook).map((topic) => topicName(topic, course)),
  ];
  const answer = names.length === 0 ? "file" : await askWhich(file, names, strings, dialog);
  if (answer === "") return { done: "load_cancelled" };
  const mine = answer === "mine";
  const { records, untouched } = await joinPractice(workbook, course.practice, answer);
  const failed = keepWorkbook(signed(workbook, mine), mine ? other : [], records);
  if (failed) return refusal(failed === "full" ? strings.load_no_room : strings.load_blocked);
  const practice = [...workbook.practice.left_out, ...untouched];
  return {
    done: mine ? "loaded_rest" : "loaded",
    told: leftOut(file, workbook.left_out, practice, course),
  };
}

const askWhich = (file, names, strings, dialog) =>
  ask(dialog, { text: fill(strings.conflict, { file: file.name }), names });

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

/** What of a file is left out, of exercises and of `practice`, in words; "" where nothing is. */
function leftOut(file, parts, practice, course) {
  const { strings } = course;
  const exercises = parts.map(({ exercise, label }) =>
    label === null ? `“${exercise}”` : `“${label}” (${exercise})`,
  );
  const named = (wanted) =>
    practice
      .filter(({ why }) => why === wanted)
      .map(({ part, topic }) => (topic === null ? strings[part] : topicName(topic, course)));
  const told = [
    [strings.left_out, [...exercises, ...named("gone")]],
    [strings.left_newer, named("newer")],
    [strings.left_damaged, named("damaged")],
    [strings.left_some, named("some")],
  ];
  return told
    .filter(([, names]) => names.length > 0)
    .map(([text, names]) => fill(text, { file: file.name, names: names.join(", ") }))
    .join(" ");
}
