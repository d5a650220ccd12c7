// What a person wrote, as Python can hold it: halves of characters are mended.

export const readText = (control) => control.value.toWellFormed?.() ?? control.value;
