// What a student entered, kept in this browser only. Browsers may refuse; the exercise goes on.

const PREFIX = "servicequality/exercise/";
const VERSION = 1;

export class Store {
  constructor(exerciseId) {
    this.key = PREFIX + exerciseId;
    this.usable = this.#attempt(() => {
      localStorage.setItem(`${PREFIX}probe`, "1");
      localStorage.removeItem(`${PREFIX}probe`);
    });
  }

  /** The saved entries by field name; none where nothing readable is kept. */
  load() {
    let values = {};
    this.#attempt(() => {
      const kept = JSON.parse(localStorage.getItem(this.key));
      if (kept?.version === VERSION && isRecord(kept.values)) values = kept.values;
    });
    return values;
  }

  /** Keeps entries; gives false where the browser refuses. */
  save(values) {
    return this.#attempt(() =>
      localStorage.setItem(this.key, JSON.stringify({ version: VERSION, values })),
    );
  }

  clear() {
    this.#attempt(() => localStorage.removeItem(this.key));
  }

  /** Whether a step on the storage went through: it may be blocked, full or damaged. */
  #attempt(step) {
    try {
      step();
      return true;
    } catch (error) {
      console.warn(`Storage of ${this.key}:`, error);
      return false;
    }
  }
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
