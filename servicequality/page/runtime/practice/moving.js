// Steps that are put in order: each has two buttons, which move it up and down by one place.

const stepOf = (button) => button.closest("[data-step]");
const stepsIn = (list) => [...list.querySelectorAll("[data-step]")];

/** The ids of the steps of a list in their order. */
export const orderOf = (list) => stepsIn(list).map((step) => step.dataset.step);

/**
 * Moves the step of a button by one place and keeps the focus on the button. Gives where the step
 * stands then, `{ text, at, of }`; undefined where it cannot move further.
 */
export function moveStep(button) {
  const step = stepOf(button);
  const up = button.dataset.move === "up";
  const other = up ? step.previousElementSibling : step.nextElementSibling;
  if (!other) return undefined;
  if (up) other.before(step);
  else other.after(step);
  // An element that is moved loses the focus.
  button.focus();
  const list = step.parentElement;
  markEnds(list);
  const steps = stepsIn(list);
  const text = step.querySelector("[data-text]").textContent;
  return { text, at: steps.indexOf(step) + 1, of: steps.length };
}

/** Says of the buttons at both ends that they do nothing; they keep their place for the keyboard. */
export function markEnds(list) {
  const steps = stepsIn(list);
  steps.forEach((step, place) => {
    const [up, down] = step.querySelectorAll("[data-move]");
    up.setAttribute("aria-disabled", place === 0);
    down.setAttribute("aria-disabled", place === steps.length - 1);
  });
}
