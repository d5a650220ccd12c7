"""What search engines, link previews and the page for wrong addresses say about the course."""

HEADS: dict[str, str] = {
    # The social card
    "card_line": "What guests expect, what they get, and how to close the gap",
    "card_alt": (
        "The title of the course, and five bars: one for each gap between what guests expect and "
        "what they get."
    ),
    # Descriptions of pages that have no text of their own
    "search": "Search the course {course}: its chapters, exercises, questions and key terms.",
    "genindex": "The index of the course {course}: every term that it explains, and where.",
    # The page for wrong addresses
    "404": (
        "There is no page at this address. From here you reach the front page, the contents and "
        "the search of the course {course}."
    ),
    "missing": "There is no page at this address",
    "missing_why": (
        "The address may be mistyped, or the page has moved. Nothing that you entered in an "
        "exercise is lost: it stays in your browser."
    ),
    "missing_front": "Go to the front page",
    "missing_contents": "Open the contents",
    "missing_search": "Search the course",
}
