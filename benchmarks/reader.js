// A reader who tries the first slider of a page from the moment it is on the screen, again and
// again, until the text of its outputs changes. Runs before the page's own scripts.
//
// plan: slider, scope, outputs: selectors; patience: how long after the page has loaded a slider
// is looked for; giveUp: how long it is tried; both in milliseconds.
(plan) => {
  const TRY_EVERY = 100; // ms
  const seen = { paint: null, touched: null, changed: null, tries: 0 };
  let loaded = Infinity;
  addEventListener("load", () => (loaded = performance.now()));

  /** A drag as scripts see it: press, move to another place of the track, let go. */
  function touch(slider) {
    const tell = (event) => slider.dispatchEvent(event);
    tell(new PointerEvent("pointerdown", { bubbles: true }));
    slider.focus({ preventScroll: true });
    if (slider.matches("input")) {
      // Two places, neither of them the start value, so that going live shows in the text.
      const places = [0.25, 0.75].map((share) => +slider.min + share * (slider.max - slider.min));
      slider.valueAsNumber = places[seen.tries % 2];
      tell(new Event("input", { bubbles: true }));
    } else {
      tell(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    }
    tell(new PointerEvent("pointerup", { bubbles: true }));
    seen.tries += 1;
  }

  /** What the outputs that belong to a slider say. */
  function told(slider) {
    const outputs = slider.closest(plan.scope).querySelectorAll(plan.outputs);
    return [...outputs].map((output) => output.textContent).join("");
  }

  function insist(slider, finish) {
    const before = told(slider);
    seen.touched = performance.now();
    const done = () => {
      watch.disconnect();
      clearInterval(trying);
      finish();
    };
    const watch = new MutationObserver(() => {
      if (told(slider) === before) return;
      seen.changed = performance.now();
      done();
    });
    const all = { childList: true, characterData: true, subtree: true };
    watch.observe(slider.closest(plan.scope), all);
    const trying = setInterval(() => {
      if (performance.now() - seen.touched > plan.giveUp) done();
      else touch(slider);
    }, TRY_EVERY);
    touch(slider);
  }

  window.reader = new Promise((resolve) => {
    const finish = () => resolve(seen);
    function look() {
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      const slider = document.querySelector(plan.slider);
      seen.paint = paint?.startTime ?? null;
      // Scripts may put a slider there before its output; the output's coming is no answer to it.
      if (paint && slider?.getClientRects().length > 0 && told(slider)) {
        slider.scrollIntoView({ block: "center", behavior: "instant" });
        // Two frames on, the slider has been painted where it now stands.
        requestAnimationFrame(() => requestAnimationFrame(() => insist(slider, finish)));
      } else if (paint && performance.now() > loaded + plan.patience) finish();
      else requestAnimationFrame(look);
    }
    look();
  });
}
