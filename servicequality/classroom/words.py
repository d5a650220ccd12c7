"""Texts that the class pages write themselves, outside exercises and chapters."""

CLASSROOM = {
    "course": "Service Quality in Hospitality",
    "exercises": "Exercises",
    "choose": "Each exercise opens on a page of its own, with type for the projector.",
    "self_checks": "Self-checks",
    "choose_questions": (
        "Each asks its questions one after the other. The answer is hidden until you ask for it."
    ),
    "one_by_one": "One question alone",
    "flashcards": "Flashcards",
    "pages": "Pages of the course",
    "teaching": "For the instructor",
    "all_exercises": "All exercises",
    "starting": "Starting the exercise. This takes a few seconds.",
    "no_script": "This page needs JavaScript. Please switch it on and load the page again.",
    "lost": "The connection to the exercise is lost. Please load this page again.",
    "missing": "There is no such exercise",
    "missing_asked": "Nothing is called “{asked}”. These are the exercises there are:",
    "trouble": "Something went wrong",
    "trouble_more": "The window in which the class pages were started says why.",
    "cell_failed": "The window in which the class pages were started says why.",
}

# Titles of admonitions in chapters, by the name of their directive.
ADMONITIONS = {
    "attention": "Attention",
    "caution": "Caution",
    "danger": "Danger",
    "error": "Error",
    "hint": "Hint",
    "important": "Important",
    "note": "Note",
    "seealso": "See also",
    "tip": "Tip",
    "warning": "Warning",
}
