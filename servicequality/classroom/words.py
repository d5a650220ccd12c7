"""Texts that the class pages write themselves, outside exercises and chapters."""

CLASSROOM = {
    "course": "Service Quality in Hospitality",
    "class": "Class",
    "scan": "The course, on phones",
    "scan_more": (
        "Phones, tablets and laptops in the same network open the course at this address, without "
        "an account."
    ),
    "code_for": "QR code for {address}",
    "other_addresses": "The address does not open on phones?",
    "other_addresses_more": (
        "This computer has other addresses too. Try another one, and show it instead:"
    ),
    "not_reached": (
        "If none opens: allow this port in the firewall of this computer. A guest network may keep "
        "devices apart from each other; then switch on a hotspot, on this computer or on a phone, "
        "and have the class join it."
    ),
    "no_network": (
        "This computer is in no network that phones could join. Switch on Wi-Fi or a hotspot, then "
        "load this page again."
    ),
    "only_here": (
        "These pages are shown on this computer alone. To let a class in, start them again without "
        "--local."
    ),
    "board": "Class board",
    "board_more": "Ask the class, and show its answers as they come.",
    "join_page": "Without a camera, students open {address} and type the code of the class.",
    "on_this_page": "On this page",
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
    # Pages that anybody may open
    "to_the_course": "To the course",
    "not_here": "There is nothing at this address.",
    "not_taken": "This address does not take what was sent to it.",
    "no_book": "The course is not built yet",
    "no_book_more": (
        "On the computer of the class, run “make site” in the folder of the course, then start the "
        "class again."
    ),
    "wrong_name": "This is not the address of the class",
    "wrong_name_more": "Use the address that the instructor shows, or scan its code again.",
    "foreign": "This came from another site",
    "foreign_more": "It was not carried out. Open the pages of the class by their own address.",
    "join": "Join a class",
    "join_more": "Type the eight digits that the instructor shows. No name is asked for.",
    "join_code": "Code of the class",
    "join_wrong": (
        "“{typed}” is no code of a class. A code has eight digits. Look at the board again."
    ),
    "join_go": "Join",
    "sign_in": "This page is the instructor’s",
    "sign_in_more": (
        "Students do not need it: their pages are those of the course. Are you the instructor? The "
        "window in which you started the class shows an address with a token. Open it, or enter "
        "the token here."
    ),
    "sign_in_token": "Token",
    "sign_in_go": "Sign in",
}

# What the window says in which the class is started.
WINDOW = {
    "taken": "Port {wanted} is taken, so another one is used: {port}.",
    "no_book": (
        "The course is not built in {folder}, so students have no pages.\n"
        "Stop this with Ctrl+C, run “make site”, and start the class again."
    ),
    "instructor": "For you, on this computer:",
    "students": "For students, in the same network:",
    "no_network": (
        "For students: this computer is in no network that phones could join.\n"
        "Switch on Wi-Fi or a hotspot. The page above then shows the address."
    ),
    "local": "On this computer alone (--local): no phone can open it.",
    "kept": "Answers are kept in {place}",
    "kept_elsewhere": "Answers are kept in the database",
    "others": "Should that address not open on phones, try these: {addresses}",
    "hint": (
        "Nothing opens on phones? Allow port {port} in the firewall of this computer. A guest "
        "Wi-Fi may\nkeep devices apart from each other: then use a hotspot of this computer or of "
        "a phone."
    ),
    "stop": "Ctrl+C stops it.",
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
