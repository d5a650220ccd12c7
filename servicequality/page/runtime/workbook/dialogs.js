// Questions that wait for an answer.

/**
 * Opens a dialog of the page and waits; gives the value of the button that closed it, "" for
 * cancelling and for Escape. `text` and `names`, a list, replace what it says.
 */
export function ask(dialog, { text, names = [] } = {}) {
  if (text !== undefined) dialog.querySelector("[data-text]").textContent = text;
  const list = dialog.querySelector("[data-names]");
  list.hidden = names.length === 0;
  list.replaceChildren(
    ...names.map((name) => {
      const item = document.createElement("li");
      item.textContent = name;
      return item;
    }),
  );
  // Closed by Escape, it keeps the value that it had.
  dialog.returnValue = "";
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
    dialog.showModal();
  });
}
