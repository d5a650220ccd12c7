// Questions as nodes (see ../nodes.js): one entry per type, after servicequality/core/answers.py.
// An item is what `shown_item` of servicequality/core/self_check_screen.py gives. `place` says where
// it is drawn: `own` (the beginning of ids), `strings`, `language`, and `negative` (whether a number
// may have to be).

import { nodesText } from "../nodes.js";
import { readText } from "../text.js";
import { markEnds, orderOf } from "./moving.js";
import { filled } from "./texts.js";

/** The id of the text of the question that is asked. */
export const questionId = ({ own }) => `${own}-question`;

/** The id of the message about what is missing from an answer. */
export const problemId = ({ own }) => `${own}-problem`;

/** The form in which a question is answered, as nodes. */
export const askNodes = (item, place) => kinds[item.type].ask(item, place);

/** What a form holds, as an answer to the item; `form` is the element round it. */
export const readAnswer = (item, form) => kinds[item.type].read(form);

/** The answer to a question that is over, with as much of the feedback as is due, as nodes. */
export const toldNodes = (item, place) => kinds[item.type].told(item, place);

/** The controls of a form that wait for something, the first of which is where to go on. */
export const openControls = (item, form) => kinds[item.type].open(form);

/** What has to be done with a form once it is on the page. */
export const settle = (item, form) => kinds[item.type].settle?.(form);

// A mark is a shape beside the words that say the same.
const mark = (state) => ["span", { class: "sq-mark", "data-mark": state, "aria-hidden": "true" }];

const verdictNode = (state, text) => ["p", { class: "sq-told-verdict" }, mark(state), text];

const note = (text) => ["p", { class: "sq-note" }, text];
const when = (condition, node) => (condition ? [node] : []);
const checkedIn = (group) => [...group.querySelectorAll("input:checked")].map(({ value }) => value);
const groupIn = (form, name) => form.querySelector(`[data-group="${name}"]`);
const inputsIn = (group) => [...group.querySelectorAll("input")];
const unchecked = (group) => (checkedIn(group).length > 0 ? [] : inputsIn(group));

// Options

/** A group of options to choose from; `entries` have `id`, `text` and `chosen`. */
function group(kind, name, legend, entries, place) {
  const { own } = place;
  const options = entries.map(({ id, text, chosen }) => {
    const attributes = { type: kind, name: `${own}-${name}`, value: id };
    if (chosen) attributes.checked = "checked";
    return ["label", { class: "sq-option" }, ["input", attributes], ["span", {}, text]];
  });
  const attributes = {
    class: "sq-option-group",
    "data-group": name,
    "aria-describedby": questionId(place),
  };
  return ["fieldset", attributes, ["legend", {}, legend], ...options];
}

/** What was chosen and what not, with verdicts and explanations as far as they are due. */
function toldOptions(item, options, place) {
  const one = item.type !== "multiple";
  return ["ul", { class: "sq-told" }, ...options.map((option) => toldOption(option, one, place))];
}

function toldOption({ text, chosen, verdict, right, explanation }, one, { strings }) {
  // Of one that had to be left out, there is nothing to say where only one could be chosen.
  const state = verdict === "left" && one ? null : (verdict ?? (right ? "right" : null));
  const words = {
    missed: one ? strings.verdict_missed_single : strings.verdict_missed,
    right: verdict ? strings.verdict_right : strings.right_here,
  };
  const told = state && (words[state] ?? strings[`verdict_${state}`]);
  return [
    "li",
    { "data-state": state ?? "none" },
    ...when(told, verdictNode(state, told)),
    ["p", { class: "sq-told-text" }, text],
    ...when(chosen, ["p", { class: "sq-your-answer" }, strings.answer_label]),
    ...when(explanation, ["p", { class: "sq-told-why" }, explanation]),
  ];
}

const single = {
  ask: (item, place) => [
    group("radio", "answer", place.strings.instruction_single, item.options, place),
  ],
  read: (form) => checkedIn(groupIn(form, "answer"))[0] ?? null,
  open: (form) => unchecked(groupIn(form, "answer")),
  told: (item, place) => [toldOptions(item, item.options, place)],
};

const multiple = {
  ask: (item, place) => [
    group("checkbox", "answer", place.strings.instruction_multiple, item.options, place),
  ],
  read: (form) => checkedIn(groupIn(form, "answer")),
  open: (form) => unchecked(groupIn(form, "answer")),
  told: (item, place) => [toldOptions(item, item.options, place)],
};

const truth = (value, strings) => (value ? strings.true : strings.false);

const trueFalse = {
  ask(item, place) {
    const { strings } = place;
    const answers = item.answers.map(({ value, chosen }) => ({
      id: String(value),
      text: truth(value, strings),
      chosen,
    }));
    return [
      note(strings.instruction_true_false),
      group("radio", "answer", strings.answer_label, answers, place),
      group("radio", "reason", strings.reason_label, item.options, place),
    ];
  },
  read(form) {
    const [said] = checkedIn(groupIn(form, "answer"));
    const [reason] = checkedIn(groupIn(form, "reason"));
    return { answer: said === undefined ? null : said === "true", reason: reason ?? null };
  },
  open: (form) => [
    ...unchecked(groupIn(form, "answer")),
    ...unchecked(groupIn(form, "reason")),
  ],
  told(item, place) {
    const { strings } = place;
    const answers = item.answers.map((answer) => ({
      ...answer,
      text: truth(answer.value, strings),
      // Where the other was chosen and the answer is shown, this is the right one.
      verdict: answer.verdict ?? (answer.right && item.parts ? "missed" : null),
    }));
    return [
      ["ul", { class: "sq-told" }, ...answers.map((answer) => toldOption(answer, true, place))],
      ["p", { class: "sq-label" }, strings.reason_label],
      toldOptions(item, item.options, place),
    ];
  },
};

// Pairs

const selectsIn = (form) => [...form.querySelectorAll("select")];

const matching = {
  ask(item, place) {
    const { own, strings } = place;
    const more = item.choices.length > item.pairs.length;
    const lines = item.pairs.map(({ id, left, chosen }) => {
      const options = [["", strings.pair_choose], ...item.choices.map((one) => [one.id, one.text])];
      const control = `${own}-pair-${id}`;
      return [
        "li",
        {},
        ["label", { for: control }, left],
        [
          "select",
          { id: control, "data-pair": id },
          ...options.map(([value, text]) => [
            "option",
            // An empty attribute would be left out, and the text would count.
            { ...(value && { value }), ...(value === chosen && { selected: "selected" }) },
            text,
          ]),
        ],
      ];
    });
    return [
      note(more ? strings.instruction_matching_extra : strings.instruction_matching),
      ["ul", { class: "sq-pairs" }, ...lines],
    ];
  },
  read: (form) =>
    Object.fromEntries(
      selectsIn(form).map((select) => [
        select.dataset.pair,
        select.selectedIndex > 0 ? select.value : null,
      ]),
    ),
  open: (form) => selectsIn(form).filter(({ selectedIndex }) => selectedIndex === 0),
  told(item, place) {
    const texts = new Map(item.choices.map(({ id, text }) => [id, text]));
    const lines = item.pairs.map((pair) => toldPair(pair, texts.get(pair.chosen), place));
    return [["ul", { class: "sq-told" }, ...lines]];
  },
};

function toldPair({ left, verdict, right, explanation }, chosen, { strings }) {
  const belongs = right && verdict !== "right";
  return [
    "li",
    { "data-state": verdict ?? "none" },
    ...when(verdict, verdictNode(verdict, strings[`verdict_${verdict}`])),
    ["p", { class: "sq-told-left" }, left],
    ...when(chosen, ownAnswer(chosen, strings)),
    ...when(belongs, ["p", { class: "sq-told-right" }, ...filled(strings.belongs, { text: right })]),
    ...when(explanation, ["p", { class: "sq-told-why" }, explanation]),
  ];
}

const ownAnswer = (text, strings) => [
  "p",
  {},
  ["span", { class: "sq-your-answer" }, `${strings.answer_label}:`],
  " ",
  text,
];

// A number

const numeric = {
  ask(item, place) {
    const { own, strings } = place;
    const { unit, decimals } = item;
    const label = unit ? filled(strings.number_label_unit, { unit }) : [strings.number_label];
    const hints = ["instruction_numeric_decimals_one", "instruction_numeric_decimals"];
    const hint = decimals === 0 ? "instruction_numeric" : hints[Number(decimals > 1)];
    return [
      ["p", { class: "sq-note", id: `${own}-hint` }, ...filled(strings[hint], { decimals })],
      ["label", { for: `${own}-number`, class: "sq-number-label" }, ...label],
      [
        "input",
        {
          type: "text",
          // The keys that some phones show for decimals have no minus.
          inputmode: place.negative ? "text" : "decimal",
          id: `${own}-number`,
          class: "sq-number-field",
          value: String(item.value),
          "aria-describedby": `${questionId(place)} ${own}-hint ${problemId(place)}`,
        },
      ],
    ];
  },
  read: (form) => readText(form.querySelector(".sq-number-field")),
  open: (form) => [form.querySelector(".sq-number-field")],
  told(item, place) {
    const { strings, language } = place;
    const { unit, verdict, right, mistake, value } = item;
    const typed = `${value} ${unit}`.trim();
    const words = { number: right, unit };
    const told = right && nodesText(filled(strings.right_number, words), language).trim();
    return [
      [
        "div",
        { class: "sq-told-number", "data-state": verdict ?? "none" },
        ...when(verdict, verdictNode(verdict, strings[`verdict_${verdict}`])),
        ...when(value !== "", ownAnswer(typed, strings)),
        ...when(mistake, ["p", { class: "sq-told-why" }, mistake]),
        ...when(told, ["p", { class: "sq-told-right" }, told]),
      ],
    ];
  },
};

// Steps

const arrow = (way) => [
  "svg",
  { class: "sq-icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
  ["path", { d: way === "up" ? "M12 19V5M6 11l6-6 6 6" : "M12 5v14M6 13l6 6 6-6" }],
];

function mover(way, step, { strings }) {
  const label = nodesText(filled(strings[`move_${way}`], { step }));
  return ["button", { type: "button", "data-move": way, "aria-label": label }, arrow(way)];
}

const ordering = {
  ask(item, place) {
    const steps = item.steps.map(({ id, text }) => [
      "li",
      { "data-step": id },
      [
        "div",
        {},
        ["span", { "data-text": "true" }, text],
        mover("up", text, place),
        mover("down", text, place),
      ],
    ]);
    return [
      note(place.strings.instruction_ordering),
      ["ol", { class: "sq-ordering", "data-steps": "true" }, ...steps],
    ];
  },
  read: (form) => orderOf(form.querySelector("[data-steps]")),
  open: (form) => [form.querySelector('[data-move]:not([aria-disabled="true"])')],
  settle: (form) => markEnds(form.querySelector("[data-steps]")),
  told(item, place) {
    const { strings } = place;
    const answered = item.steps.some(({ verdict }) => verdict);
    // Nothing was put in order: then the steps stand as they belong.
    const steps = answered ? item.steps : [...item.steps].sort((a, b) => a.right - b.right);
    const lines = steps.map(({ text, verdict, right, explanation }) => [
      "li",
      { "data-state": verdict ?? "none" },
      ...when(verdict, verdictNode(verdict, strings[`verdict_${verdict}`])),
      ["p", { class: "sq-told-text" }, text],
      ...when(verdict && verdict !== "right" && right, [
        "p",
        { class: "sq-told-right" },
        ...filled(strings.belongs_at, { at: right }),
      ]),
      ...when(explanation, ["p", { class: "sq-told-why" }, explanation]),
    ]);
    return [["ol", { class: "sq-told" }, ...lines]];
  },
};

const kinds = { single, multiple, true_false: trueFalse, matching, numeric, ordering };
