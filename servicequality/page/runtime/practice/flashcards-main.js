// Brings the flashcards of a page to life. One classic script, so that it also runs from a file.

import { ready } from "../ready.js";
import { beginFlashcards } from "./flashcards.js";

const element = document.querySelector("[data-flashcards]");
if (element) ready.then(() => beginFlashcards(element));
