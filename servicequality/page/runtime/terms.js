// Cards for key terms: on hover, on keyboard focus and on tap; Escape closes. A page without this
// script has plain links to the glossary.

const CLOSE_AFTER = 200; // ms, so that the pointer can travel into the card
const EDGE = 12; // px kept free at the sides of the screen
const BAR = 64; // px at the top that the theme's bar covers

function begin({ cards, words }) {
  const card = document.createElement("div");
  card.id = "sq-term-card";
  card.className = "sq-term-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  (document.querySelector("main") ?? document.body).append(card);
  let shown; // the link whose card is open
  let closing;
  let tappedOpen = false;

  function open(link) {
    clearTimeout(closing);
    if (shown === link) return;
    close();
    shown = link;
    fill(card, cards[key(link)], words);
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(card, link);
    // The browser scrolls to what has the focus only after it has said so.
    requestAnimationFrame(() => shown === link && place(card, link));
  }

  function close() {
    clearTimeout(closing);
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
    card.hidden = true;
  }

  function closeSoon() {
    clearTimeout(closing);
    closing = setTimeout(close, CLOSE_AFTER);
  }

  for (const link of document.querySelectorAll('main a[href*="#term-"]')) {
    if (!(key(link) in cards)) continue;
    link.classList.add("sq-term");
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && open(link));
    link.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && closeSoon());
    link.addEventListener("pointerdown", (event) => {
      tappedOpen = event.pointerType !== "mouse" && shown !== link;
    });
    link.addEventListener("focus", () => open(link));
    // At once: the card could lie over what has the focus next.
    link.addEventListener("blur", () => shown === link && close());
    link.addEventListener("click", (event) => {
      // The first tap shows the card, the second one follows the link.
      if (tappedOpen) {
        event.preventDefault();
        open(link);
      }
      tappedOpen = false;
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(closing));
  card.addEventListener("pointerleave", closeSoon);
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  document.addEventListener("pointerdown", (event) => {
    if (shown && !card.contains(event.target) && !shown.contains(event.target)) close();
  });
}

const key = (link) => new URL(link.href).hash.slice(1).toLowerCase();

function fill(card, { term, definition, example, bulgarian }, words) {
  const line = (name, label, text, language) => {
    const element = document.createElement("p");
    element.className = name;
    if (label) {
      const strong = document.createElement("strong");
      strong.textContent = `${label}: `;
      element.append(strong);
    }
    const content = document.createElement("span");
    content.textContent = text;
    if (language) content.lang = language;
    element.append(content);
    return element;
  };
  card.replaceChildren(
    line("sq-term-name", "", term),
    line("", "", definition),
    line("", words.example, example),
    line("", words.bulgarian, bulgarian, "bg"),
  );
}

/**
 * Puts the card below the link, or above it where there is more room, inside the screen. On a phone
 * it is a sheet at the end of the screen that is further from the link.
 */
function place(card, link) {
  const target = link.getBoundingClientRect();
  card.classList.toggle("sq-term-card-high", target.top + target.bottom > innerHeight);
  const frame = (card.offsetParent ?? document.body).getBoundingClientRect();
  const left = Math.min(
    Math.max(target.left, EDGE),
    document.documentElement.clientWidth - card.offsetWidth - EDGE,
  );
  const roomBelow = innerHeight - target.bottom;
  const roomAbove = target.top - BAR;
  const below = roomBelow > card.offsetHeight + EDGE || roomBelow >= roomAbove;
  const top = below ? target.bottom + 6 : target.top - card.offsetHeight - 6;
  card.style.left = `${left - frame.left}px`;
  card.style.top = `${top - frame.top}px`;
}

const data = document.getElementById("sq-terms");
if (data) begin(JSON.parse(data.textContent));
