// ipywidgets gives sliders, read-outs and groups no name for assistive technology, and its results
// change without a word. This mends it as widgets appear.
let radios = 0;
new MutationObserver(() => {
  const fresh = (selector) => document.querySelectorAll(`${selector}:not([data-named])`);
  const name = (element, role, label) => {
    element.setAttribute("data-named", "");
    if (role) element.setAttribute("role", role);
    if (label) element.setAttribute("aria-label", label.textContent);
  };
  for (const slider of fresh(".widget-hslider")) {
    const label = slider.querySelector("label");
    const handle = slider.querySelector(".noUi-handle");
    if (!label || !handle) continue;
    name(slider);
    name(handle, "slider", label);
    name(slider.querySelector(".widget-readout"), "textbox", label);
  }
  for (const group of fresh(":is(.sq-live-group, .sq-live-results, .sq-places)")) {
    const legend = group.querySelector(".sq-legend");
    if (legend) name(group, "group", legend);
  }
  // These show one student, or one question, after another.
  for (const group of document.querySelectorAll(":is(.sq-mark-card, .sq-asked)")) {
    const label = group.querySelector(".sq-legend")?.textContent ?? "";
    if (group.getAttribute("aria-label") === label) continue;
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", label);
  }
  for (const group of fresh(".widget-radio")) {
    const box = group.querySelector(".widget-radio-box");
    if (!box) continue;
    name(group);
    name(box, "radiogroup", group.querySelector("label"));
    // One name makes them one stop for the Tab key, with arrow keys inside.
    radios += 1;
    for (const radio of box.querySelectorAll("input")) radio.name = `radios-${radios}`;
  }
  // What the kernel may give the focus to.
  for (const place of fresh(".sq-focus > .widget-html-content")) {
    name(place);
    place.tabIndex = -1;
  }
  // Its content may be taller than the screen; then the keyboard must be able to scroll it.
  document.querySelectorAll(".sq-live-results").forEach((results) => (results.tabIndex = 0));
  for (const place of fresh(".sq-announce")) name(place, "status");
  // A button that opens files counts those picked, and says "(0)" when they have been read.
  for (const button of document.querySelectorAll(".widget-upload")) {
    const told = button.textContent.replace(/ \(\d+\)$/, "");
    if (told !== button.textContent) button.textContent = told;
  }
}).observe(document.body, { childList: true, subtree: true });
