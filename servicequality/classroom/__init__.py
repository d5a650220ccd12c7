"""Exercises for the projector: each one a Voilà page, served from this machine alone.

`python -m servicequality.classroom` starts the server; `servicequality.classroom.server` is it.
"""
