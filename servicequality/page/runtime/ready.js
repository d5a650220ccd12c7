// When a page may ask for what the browser keeps.
//
// Chromium can show a page before its main process has taken note of it. If the page then is the
// first of its process to ask for the storage, it gets an empty one that belongs to nobody: what is
// kept there is lost, and what was kept before is not seen. On pages from a folder this happened
// once in 30 to 500 loads on a busy machine, never in as many from a server. What the main process
// answers through the page itself (its locks, for one) shows that it has taken note.
// See `DOMStorageContextWrapper::IsRequestValid` in Chromium.

/** Resolves once the page may ask; begun in the head of the page (book/theme/layout.html). */
export const ready = Promise.resolve(globalThis.servicequalityReady);
