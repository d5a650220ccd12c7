// Something that is done again and again, never twice at a time.

export class Repeater {
  /** `step` does it once and resolves to the time until the next, in ms; undefined to rest. */
  constructor(step) {
    this.step = step;
    this.running = false;
    this.asked = false; // whether somebody has asked for it while it was being done
    this.stopped = false;
  }

  /** Does it now, or once more where it is being done. */
  async now() {
    clearTimeout(this.timer);
    if (this.stopped) return;
    if (this.running) {
      this.asked = true;
      return;
    }
    this.running = true;
    let pause;
    try {
      do {
        this.asked = false;
        pause = await this.step();
      } while (this.asked && !this.stopped);
    } finally {
      this.running = false;
    }
    if (pause !== undefined && !this.stopped) this.timer = setTimeout(() => this.now(), pause);
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
