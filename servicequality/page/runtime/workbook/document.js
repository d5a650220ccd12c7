// The workbook as a list of blocks, which html.js, markdown.js and word.js turn into what they make.
//
// { kind: "title", text, above }          the title of the whole, with the course's name
// { kind: "facts", items }                items: { label, text }
// { kind: "heading", level, text, href }  level 1: a page, 2: an exercise, 3: a part of one
// { kind: "note", text }                  said by the course, about what stands here
// { kind: "question", text }              what the exercise asks
// { kind: "pairs", items }                items: { label, texts, start, quiet }; `quiet` are those
//                                         left as they were, of which `start` may say so
// { kind: "answer", label, text }         what the student wrote, with its line breaks (\n)
// { kind: "list", label, texts }          sentences, one below the other
// { kind: "table", caption, note, corner, head, rows, total }
//                                         rows: { label, cells: { text, strong, number } }

import { same } from "../plain.js";
import { practiceBlocks } from "./practice.js";
import { hasEntries, shownOf } from "./records.js";
import { dayOf, dayText, fill } from "./texts.js";
import { rowLabel, rowsOf, valueTexts } from "./values.js";

/**
 * The blocks of a workbook. `course` is the page's payload, its `specs` by id; `chosen` the ids of
 * the exercises that go in, `parts` what of practice does.
 */
export function documentBlocks(course, { alias, date, chosen, parts }) {
  const { strings, language, title } = course;
  const items = [{ label: strings.date, text: dayOf(date, language) }];
  if (alias.trim() !== "") items.unshift({ label: strings.alias, text: alias });
  return [
    { kind: "title", text: strings.document, above: title },
    { kind: "facts", items },
    ...course.pages.flatMap((page) => pageBlocks(page, course, chosen)),
    ...practiceBlocks(course, parts),
  ];
}

/** The exercises of a page that come first on it: one may stand on several. */
export const exercisesOf = (page, course) =>
  page.exercises.filter((id) => course.pages.find((one) => one.exercises.includes(id)) === page);

function pageBlocks(page, course, chosen) {
  const blocks = exercisesOf(page, course)
    .filter((id) => chosen.includes(id))
    .flatMap((id) => exerciseBlocks(course.specs[id], page, course));
  return blocks.length > 0 ? [{ kind: "heading", level: 1, text: page.title }, ...blocks] : [];
}

function exerciseBlocks(spec, page, course) {
  const kept = shownOf(spec.id);
  if (!hasEntries(kept)) return [];
  const { strings, language } = course;
  const href = `${page.href}#exercise-${spec.id}`;
  const heading = { kind: "heading", level: 2, text: spec.title, href };
  if (!kept.values) return [heading, { kind: "note", text: strings[kept.state] }];
  const when = kept.changed && fill(strings.changed, { date: dayText(kept.changed, language) });
  return [
    heading,
    { kind: "note", text: [strings[kept.state], when].filter(Boolean).join(" · ") },
    { kind: "question", text: spec.question },
    ...spec.groups.flatMap((group) => groupBlocks(group, spec, kept.values, course)),
  ];
}

function groupBlocks(group, spec, values, course) {
  const fields = group.names.map((name) => spec.fields.find((field) => field.name === name));
  const blocks = group.teaching
    ? teachingBlocks(fields, spec, values, course)
    : inputBlocks(fields, values, course);
  const heading = { kind: "heading", level: 3, text: group.legend };
  // Own scores have a caption; that the model answer was opened needs no title.
  const opens = group.legend && (!group.teaching || group.names.includes(spec.teaching.answer));
  return opens ? [heading, ...blocks] : blocks;
}

// A record of an older edition may lack a field: the exercise then has its start value.
const valueOf = (values, field) =>
  Object.hasOwn(values, field.name) ? values[field.name] : field.default;

function inputBlocks(fields, values, course) {
  const blocks = [];
  for (const field of fields) {
    const value = valueOf(values, field);
    const rows = field.kind === "rows" ? rowsOf(field, value) : undefined;
    if (rows?.length > 0 && !same(value, field.default)) {
      blocks.push(rowsBlock(field, rows, course));
    } else if (field.kind === "long_text" && typeof value === "string" && value.trim() !== "") {
      blocks.push(answerBlock(field, value));
    } else {
      if (blocks.at(-1)?.kind !== "pairs") blocks.push({ kind: "pairs", items: [] });
      blocks.at(-1).items.push(pair(field, value, course));
    }
  }
  return blocks;
}

const answerBlock = ({ label }, text) => ({
  kind: "answer",
  label,
  text: text.replace(/\r\n?/g, "\n").trim(),
});

function pair(field, value, course) {
  const { strings } = course;
  const untouched = same(value, field.default);
  const empty = value === "" || (Array.isArray(value) && value.length === 0);
  // What starts empty need not be told to be empty from the start; tables are told as a whole.
  const start = untouched && !empty && field.kind !== "rows" ? strings.start_value : "";
  const texts = valueTexts(field, value, course);
  return { label: field.label, texts, start, quiet: untouched };
}

function rowsBlock(field, rows, course) {
  const lines = rows.map((row) => {
    const start = field.default.find(({ id }) => id === row.id);
    return {
      label: rowLabel(field, row.id),
      cells: field.columns.map((column) => ({
        text: valueTexts(column, row[column.name], course).join("; "),
        strong: !start || !same(row[column.name], start[column.name]),
        number: column.kind === "slider",
      })),
    };
  });
  return {
    kind: "table",
    caption: field.label,
    note: course.strings.in_bold,
    corner: "",
    head: field.columns.map(({ label, kind }) => ({ text: label, number: kind === "slider" })),
    rows: lines,
  };
}

/** The written answer, whether the model answer was opened, the student's own scores. */
function teachingBlocks(fields, spec, values, course) {
  const { strings } = course;
  const { answer, reveal, scores } = spec.teaching;
  return fields
    .filter(({ name }) => !scores.includes(name))
    .flatMap((field) => {
      const value = valueOf(values, field);
      if (field.name === reveal) {
        return value === true ? [{ kind: "note", text: strings.model_opened }] : [];
      }
      if (field.name !== answer) return inputBlocks([field], values, course);
      if (typeof value === "string" && value.trim() !== "") {
        return [answerBlock(field, value)];
      }
      return [{ kind: "note", text: strings.no_answer }];
    })
    .concat(scoreBlocks(fields.filter(({ name }) => scores.includes(name)), values, course));
}

const OPEN = "open"; // OPEN_SCORE and HIGHEST of servicequality/core/teaching.py
const HIGHEST = 3;

function scoreBlocks(fields, values, course) {
  const given = fields.map((field) => valueOf(values, field));
  if (given.every((value) => value === OPEN)) return [];
  const { strings, language } = course;
  const points = given.map(Number);
  const score = points.reduce((sum, one) => sum + one, 0);
  const whole = (number) => new Intl.NumberFormat(language.replace("_", "-")).format(number);
  const total = { score: whole(score), maximum: whole(HIGHEST * fields.length) };
  const row = (field, place) => ({
    label: field.label,
    cells: [{ text: valueTexts(field, given[place], course)[0], strong: false, number: false }],
  });
  return [
    {
      kind: "table",
      caption: strings.scores,
      note: "",
      corner: strings.criterion,
      head: [{ text: strings.score, number: false }],
      rows: fields.map(row),
      // Not all are scored: there is no total yet.
      total: Number.isFinite(score) ? { label: strings.total, text: fill(strings.points, total) } : null,
    },
  ];
}
