"""The languages of the course: texts through gettext, numbers through Babel."""
