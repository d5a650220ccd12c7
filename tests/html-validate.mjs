// What html-validate judges the pages by. A rule is off only where it is a matter of taste.

export default {
  root: true,
  // The first holds all rules of "standard" and "a11y", most of them in their strict form.
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Our own files come from where the page comes from; a hash would guard nothing.
    "require-sri": ["error", { target: "crossorigin" }],
    // Checkboxes of one question share their name, as HTML allows.
    "form-dup-name": ["error", { shared: ["radio", "checkbox"] }],
    // An exercise answers at each change and sends nothing; a test sees to forms that do send.
    "wcag/h32": "off",
    // What opens and closes the contents is a link until scripts run, and a button from then on.
    "prefer-native-element": ["error", { exclude: ["button"] }],
    // Docutils ends its lines and its empty elements as it likes, and gives widths to columns.
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "no-inline-style": "off",
    // Sphinx writes a value to attributes that need none.
    "attribute-boolean-style": "off",
    // Browsers write an empty one.
    "attribute-empty-style": "off",
    // HTML puts the rows of a table without a body into one.
    "prefer-tbody": "off",
  },
};
