// The flashcards' Python: a session kept in MicroPython by servicequality/core/flashcards.py.

import { python } from "../python-page.js";

// Runs in MicroPython. Requests and answers are JSON: it alone carries moments unharmed.
const BOOT = `
import json
from servicequality.core.flashcards import kept, new_state, restored, screen, step
from servicequality.core.flashcards_tabs import taken_over
from servicequality.core.workbook import Fault

_cards = {}

def _cards_open(ask):
    _cards["deck"] = [{"id": name} for name in ask["ids"]]
    _cards["state"] = new_state(ask["ids"], zone=ask["zone"])
    return {}

def _cards_restore(ask):
    ids = _cards["state"]["deck"]
    try:
        found = restored(ask["record"], ids)
    except Fault as fault:
        return {"fault": fault.message}
    _cards["state"] = taken_over(_cards["state"], found, ask["saved"], ask["now"])
    return {"dropped": found["dropped"]}

def _cards_step(ask):
    _cards["state"] = step(_cards["state"], ask["event"], ask["now"])
    return {}

def _cards_screen(ask):
    return screen(_cards["state"], _cards["deck"], ask["now"])

def _cards_kept(ask):
    return kept(_cards["state"])

_CARDS = {"open": _cards_open, "restore": _cards_restore, "step": _cards_step,
          "screen": _cards_screen, "kept": _cards_kept}

def _ask_cards(text):
    ask = json.loads(text)
    return json.dumps(_CARDS[ask["do"]](ask))
`;

export class CardsPython {
  /** `ids` are those of all cards, `zone` the reader's time in minutes east of UTC. */
  constructor(interpreter, ids, zone) {
    interpreter.runPython(BOOT);
    this.answer = interpreter.globals.get("_ask_cards");
    this.#ask("open", { ids, zone });
  }

  #ask(what, more) {
    return JSON.parse(this.answer(JSON.stringify({ do: what, ...more })));
  }

  /**
   * Takes over a kept record: `{ dropped }`, what of it could not be used, or `{ fault }`. `saved`
   * says whether all that this page did is kept.
   */
  restore(record, saved, now) {
    return this.#ask("restore", { record, saved, now });
  }

  step(event, now) {
    this.#ask("step", { event, now });
  }

  /** What is to be seen: `screen` of core/flashcards.py. */
  screen(now) {
    return this.#ask("screen", { now });
  }

  /** What is to be kept: `kept` of core/flashcards.py. */
  kept() {
    return this.#ask("kept");
  }
}

/** The flashcards' Python, ready; fails where the browser cannot run it. */
export async function cardsPython(ids, zone) {
  const { interpreter } = await python();
  return new CardsPython(interpreter, ids, zone);
}
