// Texts of the workbook's page, with their places filled.

/** A text whose `{names}` are replaced by values. */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));

/** A day or moment in words, as the reader's language writes it. */
export function dayText(date, language) {
  // The course is written in British English.
  const locale = language === "en" ? "en-GB" : language.replace("_", "-");
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(date);
}

/** A day given as YYYY-MM-DD, in words. */
export function dayOf(day, language) {
  const [year, month, date] = day.split("-").map(Number);
  const moment = new Date(2000, month - 1, date);
  moment.setFullYear(year, month - 1, date);
  return dayText(moment, language);
}

/** What a topic's self-checks are called: by its title, or its id where the course has no such. */
export const topicName = (topic, { strings, practice }) =>
  fill(strings.self_check_on, { title: practice.topics[topic]?.title ?? topic });
