"""Texts that the book's own machinery writes, outside exercises."""

BOOK: dict[str, str] = {
    # The layout of every page
    "skip": "Skip to the text",
    "contents": "Contents",
    "search": "Search",
    "search_course": "Search the course",
    "search_needs_script": "Search needs JavaScript, which is off in this browser.",
    "colours": "Light, dark or as the device",
    "close": "Close the contents",
    "turn": "Previous and next page",
    "previous": "Before this",
    "next": "Next",
    "privacy": "No account, no tracking. What you enter and how far you are stay in your browser.",
    # The contents and the front page: how far a reader is
    "front": "Front page",
    "begun": "begun",
    "done": "done",
    "count": "{done} of {all} exercises done",
    "take": "Take my work along",
    "taken": "Saved as a file.",
    "continue": "Continue where you were",
    "workbook": "Your workbook",
    "due": "{count} flashcards are due",
    "due_one": "{count} flashcard is due",
    # The map of the source
    "chapter": "Chapter",
    "not_taught": "Not taught yet:",
    # Mathematics: what a screen reader calls a formula of its own
    "formula": "Formula",
    # Key terms
    "example": "At Hotel Yasen",
    "in_bulgarian": "In Bulgarian",
    "confused": "Often confused",
    "see_also": "See also",
}
