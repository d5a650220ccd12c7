// A question of the bank as it is asked in class: nothing chosen, or what was sent before.
// What it gives is what `shown_item` of core/self_check_screen.py gives of an open question.

const MODULUS = 2 ** 30;
const following = (seed) => (seed * 1664525 + 1013904223) % MODULUS;

function scattered(seed) {
  let found = seed;
  for (let step = 0; step < 3; step += 1) found = following(found ^ (found >> 13));
  return found;
}

/** Entries in an order that depends on `seed` alone: `shuffled` of core/chance.py. */
export function shuffled(entries, seed) {
  const mixed = [...entries];
  let now = scattered(seed);
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    now = following(now);
    const other = Math.floor((now * (last + 1)) / MODULUS);
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}

/** A number for `shuffled` that belongs to a text: the same browser sees the same order again. */
export const seedOf = (text) =>
  [...text].reduce((seed, sign) => (seed * 31 + sign.codePointAt(0)) % MODULUS, 7);

const options = (entries, seed, chosen) =>
  shuffled(entries, seed).map(({ id, text }) => ({ id, text, chosen: chosen.includes(id) }));

const listed = (answer) => (Array.isArray(answer) ? answer : []);

const kinds = {
  single: (item, seed, answer) => ({ options: options(item.options, seed, [answer]) }),
  multiple: (item, seed, answer) => ({ options: options(item.options, seed, listed(answer)) }),
  true_false: (item, seed, answer) => ({
    answers: [true, false].map((value) => ({ value, chosen: answer?.answer === value })),
    options: options(item.reasons, seed, [answer?.reason]),
  }),
  matching: (item, seed, answer) => ({
    pairs: item.pairs.map(({ id, left }) => ({ id, left, chosen: answer?.[id] ?? null })),
    choices: shuffled([...item.pairs, ...(item.extra ?? [])], seed).map(({ id, right }) => ({
      id,
      text: right,
    })),
  }),
  numeric: ({ unit, decimals }, _seed, answer) => ({ unit, decimals, value: answer ?? "" }),
  ordering(item, seed, answer) {
    const mixed = shuffled(item.steps, seed);
    const right = mixed.every(({ id }, place) => id === item.steps[place].id);
    // Never in their right order.
    const offered = right ? [...mixed.slice(1), mixed[0]] : mixed;
    // What another edition called otherwise is in no place.
    const put = listed(answer).flatMap((id) => item.steps.filter((step) => step.id === id));
    const steps = put.length === item.steps.length ? put : offered;
    return { steps: steps.map(({ id, text }) => ({ id, text })) };
  },
};

/** An item of a self-check as items.js draws it; `answer` is what was sent before, if anything. */
export const askedItem = (item, seed, answer) => ({
  id: item.id,
  type: item.type,
  question: item.question,
  ...kinds[item.type](item, seed, answer),
});

/** Whether an answer has all that its question asks for. */
export function isComplete({ type }, answer) {
  if (type === "numeric") return answer.trim() !== "";
  if (type === "multiple" || type === "ordering") return answer.length > 0;
  if (type === "single") return typeof answer === "string";
  return Object.values(answer).every((part) => part !== null);
}
