"""Texts that the book's own machinery writes, outside exercises."""

BOOK: dict[str, str] = {}
