"""Class mode: a class answers, and sees its own answers.

A *room* is one meeting of a class, found by its code. In a room the instructor opens *rounds*: each
asks for answers to one *subject*, an exercise or a question of the bank, and a second round of the
same subject is a second vote. Students *send* from the static pages; no name is asked for.

This package is apart from `servicequality.classroom`, which shows notebooks with kernels: nothing
here needs Voilà or a kernel, so the same routes are mounted on the class server of one laptop and
run alone, in several instances behind a proxy, on PostgreSQL.

- pure: `codes`, `bucket`, `subjects`, `results`, `tables` (what is saved as a file), `messages`;
- stored: `schema`, `migrations/`, `store`, `writer`;
- asked over HTTP: `service`, `handlers`, `listening`; `python -m servicequality.classmode` runs
  these alone.
"""
