// What a self-check shows, as nodes: one function per phase of `screen` in
// servicequality/core/self_check.py. `place` is as items.js takes it, with `level`, that of headings.

import { nodesText } from "../nodes.js";
import { askNodes, problemId, questionId, toldNodes } from "./items.js";
import { filled } from "./texts.js";

/** The nodes of a screen. */
export function screenNodes(screen, place) {
  if (screen.phase === "ready") return readyNodes(screen, place);
  return screen.phase === "done" ? doneNodes(screen, place) : questionNodes(screen, place);
}

const buttonsNode = (buttons, { strings }) => [
  "div",
  { class: "sq-practice-buttons" },
  ...buttons.map(({ word, main }) => [
    "button",
    { type: main ? "submit" : "button", "data-word": word },
    strings[word],
  ]),
];

/** The heading of a screen, which gets the focus when the screen comes. */
const heading = (text, { level }) => [
  `h${level + 1}`,
  { class: "sq-practice-heading", tabindex: "-1", "data-heading": "true" },
  ...text,
];

const readyNodes = ({ buttons }, place) => [
  ["p", { class: "sq-practice-intro" }, place.strings.intro],
  buttonsNode(buttons, place),
];

// A question

function questionNodes(screen, place) {
  const { item, position, say, phase } = screen;
  const { strings } = place;
  const told = phase === "told";
  return [
    stepsNode(screen, place),
    [
      "div",
      { class: "sq-asked", "data-item": item.id },
      [
        "div",
        { class: "sq-asked-head" },
        heading(filled(strings.question_at, position), place),
        ["span", { class: "sq-tag" }, strings[item.difficulty]],
        ...(position.try > 1 ? [["span", { class: "sq-tag" }, strings.second_try]] : []),
      ],
      ...(told ? [feedbackNode(item.status, say)] : []),
      ["p", { class: "sq-question", id: questionId(place) }, item.question],
      ...(told ? toldItem(item, place) : askNodes(item, place)),
      ["p", { class: "sq-notice", id: problemId(place), "data-problem": "true", hidden: "hidden" }],
      ["p", { class: "sq-note", "data-unanswered": "true" }],
      buttonsNode(screen.buttons, place),
    ],
  ];
}

/** The questions of a run as a row of numbers, each with its state, to go to any of them. */
export function stepsNode({ list }, { strings }) {
  const steps = list.map(({ state, current }, place) => {
    const words = { at: place + 1, state: strings[`state_${state}`] };
    const attributes = {
      type: "button",
      "data-go": String(place),
      "data-state": state,
      "aria-label": nodesText(filled(strings.list_entry, words)),
    };
    if (current) attributes["aria-current"] = "step";
    return ["button", attributes, String(place + 1)];
  });
  return ["div", { class: "sq-stepper", role: "group", "aria-label": strings.list }, ...steps];
}

const feedbackNode = (status, say) => [
  "div",
  { class: "sq-feedback", "data-state": status },
  ["span", { class: "sq-mark", "data-mark": status, "aria-hidden": "true" }],
  ["p", {}, ...say],
];

/** The answer to an item that is over, and the explanation of the whole. */
function toldItem(item, place) {
  const { explanation } = item;
  const why = [
    "div",
    { class: "sq-why" },
    ["p", { class: "sq-label" }, place.strings.explanation],
    ["p", {}, explanation],
  ];
  return [...toldNodes(item, place), ...(explanation ? [why] : [])];
}

// The result

const MISSED = ["wrong", "partly"];

function doneNodes(screen, place) {
  const { strings } = place;
  const { results } = screen;
  const counts = [
    ["results_first", true],
    ["results_end", true],
    ["results_revealed", results.revealed > 0],
    ["results_unanswered", results.unanswered > 0],
  ];
  const lines = counts
    .filter(([, shown]) => shown)
    .map(([name]) => ["li", {}, ...filled(strings[name], results)]);
  // With feedback at the end, this is where it is given.
  const open = screen.mode === "end" ? MISSED : [];
  const entries = screen.review.map(({ item, event }, number) =>
    reviewNode(item, event, { number, open, ...results.items[number] }, place),
  );
  return [
    heading([strings.results], place),
    ["ul", { class: "sq-counts" }, ...lines],
    buttonsNode(screen.buttons, place),
    ["p", { class: "sq-label" }, strings.review],
    ["ol", { class: "sq-reviews" }, ...entries.map((entry) => ["li", {}, entry])],
  ];
}

function reviewNode(item, event, { number, open, tries }, place) {
  const { strings } = place;
  const { id, status, question } = item;
  const attributes = { class: "sq-review", "data-item": id, "data-state": status };
  if (open.includes(status)) attributes.open = "open";
  const said = tries.map((state) => strings[`state_${state}`]).join(", ");
  const reveal = [
    "button",
    { type: "button", "data-reveal": String(number) },
    strings.reveal,
    ["span", { class: "sq-hidden" }, `: ${question}`],
  ];
  return [
    "details",
    attributes,
    [
      "summary",
      {},
      ["span", { class: "sq-mark", "data-mark": status, "aria-hidden": "true" }],
      ["span", { class: "sq-review-state" }, strings[`state_${status}`]],
      ["span", { class: "sq-review-question" }, question],
    ],
    ...(tries.length > 1 ? [["p", { class: "sq-note" }, `${strings.results_tries}: ${said}`]] : []),
    ...toldItem(item, place),
    ...(event ? [["div", { class: "sq-practice-buttons" }, reveal]] : []),
  ];
}
