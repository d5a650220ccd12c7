// Numbers as the reader's language writes them; servicequality/i18n/numbers.py does the same.

const formats = new Map();

function format(decimals, signed, language) {
  const key = `${decimals} ${signed} ${language}`;
  if (!formats.has(key)) {
    formats.set(
      key,
      new Intl.NumberFormat(language.replace("_", "-"), {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        roundingMode: "halfEven",
        signDisplay: signed ? "exceptZero" : "negative",
        useGrouping: true,
      }),
    );
  }
  return formats.get(key);
}

/** A finite number with a fixed count of decimals; what rounds to zero has no sign. */
export function formatNumber(value, decimals, signed, language) {
  const clean = Number(value.toPrecision(12));
  return format(decimals, signed, language).format(clean).replace("-", "−");
}
