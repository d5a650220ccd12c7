// Saying something to those who do not see the page.

const SAY_AGAIN_AFTER = 100; // ms; a text that is the same as before is not said again

/** Says a text in a live region. */
export function sayIn(region, text) {
  region.textContent = "";
  setTimeout(() => (region.textContent = text), SAY_AGAIN_AFTER);
}
