// The line on top of each page of a visit to a class: which class, what is open in it, and the way
// out.

import { createNodes } from "../nodes.js";
import { asksToLeave, takeWorkAlong } from "./leaving.js";
import { CHANGED } from "./membership.js";
import { linkTo } from "./places.js";
import { sayIn } from "./saying.js";

export class Line {
  constructor(membership, words) {
    this.membership = membership;
    this.words = words;
    [this.element] = createNodes([this.#nodes()]);
    this.now = this.element.querySelector("[data-class-now]");
    this.region = this.element.querySelector("[role=status]");
    this.news = this.element.querySelector("[data-class-news]");
    this.news.addEventListener("click", () => this.#putNewsAway());
    document.querySelector(".sq-site-head").before(this.element);
    this.element.addEventListener("click", ({ target }) => this.#do(target.closest("button")));
    membership.addEventListener(CHANGED, () => this.show());
    this.show();
  }

  #nodes() {
    const { words } = this;
    const button = (action, text) => ["button", { type: "button", "data-action": action }, text];
    return [
      "section",
      { class: "sq-class-line", "data-class-line": "true", "aria-label": words.of("label") },
      ["p", { "data-class-now": "true" }],
      button("class-take", words.of("take")),
      button("class-leave", words.of("leave")),
      button("class-close", words.of("close")),
      [
        "details",
        { "data-class-about": "true", hidden: "hidden" },
        ["summary", {}, words.of("about")],
        ["p", { "data-class-told": "true" }],
        ["p", {}, words.of("about_sending")],
      ],
      ["p", { class: "sq-class-said", role: "status" }],
      ["p", { class: "sq-class-news", "data-class-news": "true", hidden: "hidden" }, ["a", {}]],
    ];
  }

  /** Brings the line up to date; says aloud what has come. */
  show() {
    const { membership, element } = this;
    const { phase, room } = membership;
    if (phase === "left") {
      element.remove();
      return;
    }
    this.#offer("class-take", phase === "ended" || phase === "in");
    this.#offer("class-leave", phase === "in");
    this.#offer("class-close", phase !== "in");
    element.dataset.phase = phase;
    element.querySelector("[data-class-about]").hidden = !room;
    if (room) element.querySelector("[data-class-told]").textContent = room.told;
    this.#put(this.#nowNodes());
    this.#sayNews();
    if (this.newsOf && this.#isDone(this.newsOf)) this.#putNewsAway();
  }

  /** Leads to a round that has opened while the line is out of sight. */
  #showNews(round) {
    const href = linkTo(round.subject);
    if (!href || this.element.getBoundingClientRect().bottom > 0) return;
    const link = this.news.querySelector("a");
    link.href = href;
    link.textContent = this.words.of("news", { title: shortened(round.title || round.subject) });
    this.newsOf = round.id;
    this.news.hidden = false;
  }

  #putNewsAway() {
    this.newsOf = undefined;
    this.news.hidden = true;
  }

  /** Whether there is nothing left to do about a round: it is closed, or was answered. */
  #isDone(id) {
    const { membership } = this;
    const round = openRounds(membership).find((one) => one.id === id);
    return membership.phase !== "in" || !round || membership.recordOf(round).sequence > 0;
  }

  // What has the focus must not vanish: the next thing there is takes it.
  #offer(action, offered) {
    const button = this.element.querySelector(`[data-action="${action}"]`);
    const lost = !offered && button === document.activeElement;
    button.hidden = !offered;
    if (lost) this.element.querySelector("button:not([hidden])")?.focus();
  }

  /** Replaces what is said of the class, where it has changed: a link may have the focus. */
  #put(nodes) {
    const text = JSON.stringify(nodes);
    if (text === this.text) return;
    this.text = text;
    const focused = this.now.contains(document.activeElement)
      ? document.activeElement.getAttribute("href")
      : undefined;
    this.now.replaceChildren(...createNodes(nodes));
    const links = [...this.now.querySelectorAll("a")];
    links.find((link) => link.getAttribute("href") === focused)?.focus();
  }

  #nowNodes() {
    const { membership, words } = this;
    const { phase, message } = membership;
    if (phase === "no_code") return [words.of("no_code")];
    if (phase === "unknown") return [message || words.of("no_class_here")];
    const name = words.of("class", { code: membership.spoken });
    if (phase === "ended") return [["strong", {}, words.of("ended", { code: name })]];
    return [["strong", {}, name], " · ", ...this.#openNodes(), ...this.#cutOffNodes()];
  }

  #openNodes() {
    const { membership, words } = this;
    if (!membership.room) return [words.of("joining")];
    const open = openRounds(membership);
    if (open.length === 0) return [words.of("none_open")];
    const links = open.map(({ subject, title }) => {
      const href = linkTo(subject);
      const text = shortened(title || subject);
      return href ? ["a", { href }, text] : text;
    });
    return [`${words.of("open_now")} `, ...links.flatMap((link, at) => (at ? [", ", link] : [link]))];
  }

  #cutOffNodes() {
    const { membership, words } = this;
    if (!membership.isCutOff) return [];
    const text = words.of(membership.hasWaiting ? "cut_off_waiting" : "cut_off");
    return [" ", ["span", { class: "sq-class-cut-off" }, text]];
  }

  /** Says what has opened since the page knows the class, or what to do as it has ended. */
  #sayNews() {
    const { membership, words } = this;
    if (membership.phase === "ended") {
      if (!this.hasEnded) sayIn(this.region, words.of("ended_hint"));
      this.hasEnded = true;
      return;
    }
    if (!membership.room) return;
    const open = openRounds(membership);
    const news = open.find(({ id }) => this.known && !this.known.has(id));
    if (news) {
      sayIn(this.region, words.of("opened", { title: news.title || news.subject }));
      this.#showNews(news);
    }
    this.known = new Set(open.map(({ id }) => id));
  }

  async #do(button) {
    const { membership, words, region } = this;
    const { action } = button?.dataset ?? {};
    if (action === "class-take") takeWorkAlong(region, words);
    const leaves =
      action === "class-close" ||
      (action === "class-leave" && (await asksToLeave(words, membership.hasWaiting)));
    if (!leaves) return;
    membership.leave();
    // The button that had the focus is gone.
    document.querySelector(".sq-site-name").focus({ preventScroll: true });
  }
}

// A question of the bank is as long as it is; the line has room for its beginning.
const LONGEST = 48;

function shortened(text) {
  if (text.length <= LONGEST) return text;
  const beginning = text.slice(0, LONGEST).replace(/\s+\S*$/, "");
  return `${beginning} …`;
}

const openRounds = ({ rounds }) => rounds.filter(({ open }) => open);
