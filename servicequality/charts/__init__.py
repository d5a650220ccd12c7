"""The charts of the course: one function each, from rows to Altair, in one house style."""
