// Brings the exercises of a page to life. One classic script, so that it also runs from a file.

import { Exercise } from "./exercise.js";

// Start MicroPython when the first exercise comes near the screen, or is reached by keyboard.
const NEAR = "400px";

function begin() {
  const exercises = [...document.querySelectorAll("[data-exercise]")].map(
    (element) => new Exercise(element),
  );
  const nearby = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        nearby.unobserve(entry.target);
        exercises.find(({ element }) => element === entry.target).start();
      }
    },
    { rootMargin: NEAR },
  );
  for (const exercise of exercises) {
    nearby.observe(exercise.element);
    exercise.element.addEventListener("focusin", () => exercise.start(), { once: true });
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
