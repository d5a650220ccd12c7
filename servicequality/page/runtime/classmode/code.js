// The code of a room, as it stands in an address, and as it is read aloud.

const LENGTH = 8;
const BETWEEN = /[\s\u00a0\u202f\-\u2010\u2011\u2013.]/gu;

/** The code in a text, whatever stands between its digits; undefined where it is none. */
export function readCode(text) {
  const digits = text.replace(BETWEEN, "");
  return new RegExp(`^[0-9]{${LENGTH}}$`).test(digits) ? digits : undefined;
}

/** A code as it is shown: two groups of four. */
export const spokenCode = (code) => `${code.slice(0, LENGTH / 2)} ${code.slice(LENGTH / 2)}`;

/** An address without the code that it brings; all else of it stays as it is written. */
export function withoutCode(href) {
  const [whole, ...fragment] = href.split("#");
  const [path, ...query] = whole.split("?");
  const parts = query.join("?").split("&");
  const rest = parts.filter((part) => part !== "" && !/^room(=|$)/.test(part)).join("&");
  return [path + (rest && `?${rest}`), ...fragment].join("#");
}
