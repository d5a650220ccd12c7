"""Measurements of the built site, for people to run and read; README.md says how."""
