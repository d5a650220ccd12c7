// Brings the flashcards of a page to life. One classic script, so that it also runs from a file.

import { beginFlashcards } from "./flashcards.js";

const element = document.querySelector("[data-flashcards]");
// What is pressed before the storage is ready counts: only the start waits for it.
if (element) beginFlashcards(element);
