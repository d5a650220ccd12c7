// The line on the front page that leads to flashcards that are due.

import { FLASHCARDS, getRecord } from "../kept.js";
import { isRecord } from "../plain.js";

const VERSION = 1; // KEPT_VERSION of core/flashcards.py

export function beginDue() {
  const template = document.querySelector("template[data-due-cards]");
  const begin = document.querySelector(".sq-front .sq-begin");
  if (!template || !begin) return;
  offer(template, begin);
  // Never while the reader is at work here: it would push away what is being read.
  addEventListener("pageshow", ({ persisted }) => persisted && offer(template, begin));
}

function offer(template, begin) {
  document.querySelector(".sq-due")?.remove();
  // It has kept the place free.
  delete document.documentElement.dataset.due;
  const { terms, kinds, one } = template.dataset;
  const ids = terms.split(" ").flatMap((term) => kinds.split(" ").map((kind) => `${term}.${kind}`));
  const count = dueCount(getRecord(FLASHCARDS), ids, Date.now());
  if (count === 0) return;
  const card = template.content.cloneNode(true);
  const link = card.querySelector("a");
  link.textContent = (count === 1 ? one : link.textContent).replace("{count}", count);
  begin.before(card);
}

/**
 * How many of the cards `ids` are due at `now` by a kept record: `due_count` of core/flashcards.py.
 * 0 where there is no record, or one that this edition cannot read.
 */
export function dueCount(record, ids, now) {
  if (record?.version !== VERSION || !isRecord(record.cards)) return 0;
  const { cards } = record;
  const due = (id) => (Object.hasOwn(cards, id) ? cards[id]?.due : undefined);
  return ids.filter((id) => Number.isInteger(due(id)) && due(id) <= now).length;
}
