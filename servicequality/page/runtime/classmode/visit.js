// Which class a visit belongs to: the code of its room, kept until the tab is closed. Every page
// looks here, so this stays small; only where there is a code is anything asked of a server.

export const VISIT = "servicequality/class";

/** Whether the address brings a code, or an earlier page of this visit has brought one. */
export function isInClass() {
  // A page from a folder has no server that it could ask.
  if (location.protocol === "file:") return false;
  if (new URLSearchParams(location.search).has("room")) return true;
  try {
    return sessionStorage.getItem(VISIT) !== null;
  } catch (error) {
    console.info("The browser keeps nothing of a visit:", error.name);
    return false;
  }
}
