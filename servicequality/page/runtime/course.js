// The course as its contents list it, which every page has: pages in order, with their exercises.

/** `{ page, title, link, item, exercises }` of each page that students work through. */
export function coursePages() {
  return [...document.querySelectorAll("#contents a[data-page]")].map((link) => ({
    page: link.dataset.page,
    title: link.querySelector("[data-title]")?.textContent ?? link.textContent,
    link,
    exercises: (link.dataset.exercises ?? "").split(" ").filter(Boolean),
  }));
}

/** The ids of all exercises of the course, in its order, each once. */
export const exerciseIds = () => [...new Set(coursePages().flatMap(({ exercises }) => exercises))];

/** The link to the student's workbook in the contents; null where the course has none. */
export const workbookLink = () => document.querySelector("#contents a[data-to-workbook]");
