// How long and when, in the words of the reader's language.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.4375 * DAY;
const YEAR = 365.25 * DAY;

// The course is written in British English.
const localeOf = (language) => (language === "en" ? "en-GB" : language.replace("_", "-"));

// Each unit up to where the next one is easier to grasp.
const UNITS = [
  { unit: "minute", length: MINUTE, below: HOUR, unitDisplay: "short" },
  { unit: "hour", length: HOUR, below: DAY, unitDisplay: "long" },
  { unit: "day", length: DAY, below: 60 * DAY, unitDisplay: "long" },
  { unit: "month", length: MONTH, below: 2 * YEAR, unitDisplay: "long" },
  { unit: "year", length: YEAR, below: Infinity, unitDisplay: "long" },
];

/** A wait in milliseconds as a rounded number of one unit: "10 min", "4 days". */
export function waitText(wait, language) {
  const { unit, length, unitDisplay } = UNITS.find(({ below }) => wait < below);
  const style = { style: "unit", unit, unitDisplay, maximumFractionDigits: 0 };
  const count = Math.max(1, Math.round(wait / length));
  return new Intl.NumberFormat(language.replace("_", "-"), style).format(count);
}

/** When a card comes back, as a sentence: with the time where it is today, else with the date. */
export function nextText(moment, now, { strings, language }) {
  const date = new Date(moment);
  const write = (style) => new Intl.DateTimeFormat(localeOf(language), style).format(date);
  if (date.toDateString() === new Date(now).toDateString()) {
    return strings.next_today.replace("{time}", write({ hour: "2-digit", minute: "2-digit" }));
  }
  const thisYear = date.getFullYear() === new Date(now).getFullYear();
  const day = { weekday: "long", day: "numeric", month: "long" };
  const whole = thisYear ? day : { ...day, year: "numeric" };
  return strings.next_later.replace("{date}", write(whole));
}
