// Before a student leaves the class: what becomes of the work, and taking it along.

import { exerciseIds } from "../course.js";
import { createNodes } from "../nodes.js";
import { takeAlong } from "../takealong.js";
import { ask } from "../workbook/dialogs.js";
import { sayIn } from "./saying.js";

const OWN = "class-leave";

/** Saves all that the browser keeps of the student's work as a file, and says so. */
export function takeWorkAlong(region, words) {
  takeAlong(exerciseIds());
  sayIn(region, words.of("taken"));
}

/** Asks whether to leave; `waiting` says whether an answer would not be sent. */
export async function asksToLeave(words, waiting) {
  const [dialog] = createNodes([dialogNode(words)]);
  document.body.append(dialog);
  dialog
    .querySelector('[data-action="class-take"]')
    .addEventListener("click", () => takeWorkAlong(dialog.querySelector("[role=status]"), words));
  const text = words.of(waiting ? "leave_waiting" : "leave_text");
  const answer = await ask(dialog, { text });
  dialog.remove();
  return answer === "leave";
}

const dialogNode = (words) => [
  "dialog",
  {
    class: "sq-dialog",
    "aria-labelledby": `${OWN}-title`,
    "aria-describedby": `${OWN}-text`,
  },
  [
    "form",
    { method: "dialog" },
    ["h2", { id: `${OWN}-title` }, words.of("leave_title")],
    ["p", { id: `${OWN}-text`, "data-text": "true" }],
    ["ul", { "data-names": "true", hidden: "hidden" }],
    ["p", { role: "status", class: "sq-class-said" }],
    [
      "div",
      { class: "sq-actions" },
      ["button", { type: "button", class: "sq-primary", "data-action": "class-take" }, words.of("take")],
      ["button", { type: "submit", value: "leave" }, words.of("leave")],
      ["button", { type: "submit" }, words.of("cancel")],
    ],
  ],
];
