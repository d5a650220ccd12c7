// The course as its contents list it, which every page has: pages in order, with their exercises.

/** `{ page, title, link, exercises, selfChecks }` of each page that students work through. */
export function coursePages() {
  return [...document.querySelectorAll("#contents a[data-page]")].map((link) => ({
    page: link.dataset.page,
    title: link.querySelector("[data-title]")?.textContent ?? link.textContent,
    link,
    exercises: listed(link.dataset.exercises),
    selfChecks: listed(link.dataset.selfChecks).map(selfCheckOf),
  }));
}

const listed = (text = "") => text.split(" ").filter(Boolean);

/** A self-check as the contents name it, `TOPIC/NAME/ID+ID`: `{ topic, name, items }`. */
function selfCheckOf(text) {
  const [topic, name, items] = text.split("/");
  // Where it asks some of the topic's questions, they are its name.
  return { topic, name, items: (items ?? name).split("+") };
}

/** The ids of all exercises of the course, in its order, each once. */
export const exerciseIds = () => [...new Set(coursePages().flatMap(({ exercises }) => exercises))];

/** The link to the student's workbook in the contents; null where the course has none. */
export const workbookLink = () => document.querySelector("#contents a[data-to-workbook]");
