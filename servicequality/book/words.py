"""Texts that the book's own machinery writes, outside exercises."""

BOOK: dict[str, str] = {
    "example": "At Hotel Yasen",
    "in_bulgarian": "In Bulgarian",
    "confused": "Often confused",
    "see_also": "See also",
}
