"""Formulae of the course as pure functions: plain data in, plain data out, on both Pythons."""
