// What the browser keeps until the tab is closed; browsers may refuse.

/** Does a step on the storage; gives what it gives, or `otherwise` where the browser refuses. */
function tried(step, otherwise) {
  try {
    return step();
  } catch (error) {
    console.info("The browser keeps nothing of a visit:", error.name);
    return otherwise;
  }
}

/** The text kept under a key; null where there is none. */
export const getOfVisit = (key) => tried(() => sessionStorage.getItem(key), null);

/** Keeps a text; gives whether the browser does. */
export const putOfVisit = (key, text) =>
  tried(() => {
    sessionStorage.setItem(key, text);
    return true;
  }, false);

/** Forgets what is kept under keys that begin so. */
export const removeOfVisit = (beginning) =>
  tried(() => {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(beginning)) sessionStorage.removeItem(key);
    }
  });
