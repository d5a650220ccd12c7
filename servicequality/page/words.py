"""Texts of pages outside exercises: of figures, and of what comes alive by a script."""

FIGURE: dict[str, str] = {
    "source": "Source:",
    "numbers": "The numbers as a table",
}

FLASHCARDS: dict[str, str] = {
    "flashcards": "Flashcards",
    "title": "{terms} terms, {cards} cards",
    "how_read": "Read the front. Say the answer.",
    "how_turn": "Turn the card. Say how well you knew it.",
    "how_back": "What you know well comes back later.",
    "no_script": "JavaScript is off, so no card can be turned here. All terms stand below.",
    "failed": (
        "The cards could not start in your browser. All terms stand below. A newer browser, or "
        "reloading the page, may help."
    ),
    # Before a session
    "daily": "Up to {limit} new cards a day.",
    "counts": "Due now: {due} · New for today: {new}",
    "starting": "Starting …",
    "start": "Start",
    # A card
    "ask_meaning": "What does this term mean?",
    "ask_term": "Which term has this meaning?",
    "ask_example": "Which term does this example show?",
    "show": "Show the answer",
    "answer": "Answer",
    "in_english": "In English",
    "in_bulgarian": "In Bulgarian",
    "own_proposal": "our own proposal, still to be checked",
    "more_meaning": "Example",
    "more_term": "Example",
    "more_example": "Meaning",
    "rate": "How well did you know it?",
    "again": "Again",
    "hard": "Hard",
    "good": "Good",
    "easy": "Easy",
    "undo": "Undo",
    "stop": "Stop here",
    # After the last card
    "done_title": "Done for today",
    "waiting_title": "A short break",
    "waiting_text": "The cards that you are learning come back soon.",
    "ready_title": "A card is back",
    "today": "New cards today: {new} · Ratings today: {reviews}",
    "next_today": "The next card comes back at {time}.",
    "next_later": "The next card comes back on {date}.",
    "go_on": "Go on",
    # Said to a screen reader
    "say_counts": "Due now: {due}. New for today: {new}.",
    "say_turned": "The answer is shown.",
    "say_rated": "{rating}: it comes back in {wait}.",
    "say_undone": "Your last rating is taken back.",
    "say_stopped": "Stopped. What you learned stays.",
    "say_end": "{title}. {next}",
    # What becomes of it
    "kept": "What you learn stays in this browser, on this device.",
    "not_kept": "This browser does not let the page keep what you learn. It lasts until you leave.",
    "kept_full": "The browser’s storage for this site is full: what you learn now is not kept.",
    "kept_apart": (
        "You opened the course from a folder, and this browser keeps the cards for this page "
        "alone: your workbook and the front page do not see them."
    ),
    "record_newer": (
        "Your cards here were kept by a newer edition of the course. They are not touched, and "
        "what you learn now is not kept. Reload the page to get the newer edition."
    ),
    "record_damaged": (
        "What was kept of your cards is damaged and cannot be used. It was put aside; the cards "
        "start anew."
    ),
    "some_damaged": (
        "Some of what was kept of your cards is damaged and cannot be used. A copy was put aside; "
        "those cards start anew."
    ),
    "tab_moved": "That card was rated in another tab. Here is the next one.",
    "tab_erased": "Your cards were erased in another tab. They start anew.",
    # All terms
    "list_title": "All {terms} terms",
    "list_hint": "To learn from the list, cover a part of it and say what is hidden.",
    "list_star": (
        "A star (*) marks a Bulgarian name that is our own proposal. This holds for all terms "
        "outside the fourteen key terms, and for a key term that is still to be checked."
    ),
}

WORKBOOK: dict[str, str] = {
    "no_script": (
        "JavaScript is off in this browser. With it, this page shows all that you entered in the "
        "exercises: to print, to save as a Word document, to take along to another device."
    ),
    # Taking along
    "take_title": "Take it along",
    "alias": "Alias",
    "alias_hint": (
        "Choose a name that is not your own. Your teacher gets it with the file, and nothing else "
        "says who you are."
    ),
    "date": "Date",
    "date_hint": "Left empty, it is today.",
    "take_hint": (
        "One file with all of it, to hand in, or to load on another device. Take a copy along now "
        "and then: browsers may clear a site that is not visited for some time."
    ),
    "formats": "To read and to print",
    "word": "Word document",
    "markdown": "Markdown",
    "print": "Print or save as PDF",
    "other": "Bring it here, or leave nothing here",
    "load": "Load a file",
    "erase": "Erase everything here",
    # What is said after an action
    "saved": "Saved as {file}.",
    "word_waits": "The Word document is being made …",
    "word_failed": "The Word document could not be made. Markdown or printing will work.",
    "loaded": "Loaded: {files}.",
    "loaded_rest": "Loaded, and your own entries kept: {files}.",
    "load_cancelled": "Not loaded: {files}.",
    "load_failed": "This file cannot be read here. Reload the page and try once more.",
    "load_no_room": "The browser has no room for the entries of this file.",
    "load_blocked": "The browser does not let the page keep the entries of this file.",
    "refused": "{file}: {message} Nothing was changed.",
    "left_out": "{file}: this edition of the course does not have {names}. The rest is here.",
    "left_newer": "{file}: made with a newer edition of the course, so left as it was: {names}.",
    "left_damaged": "{file}: damaged and left out: {names}.",
    "left_some": "{file}: something is damaged or no longer fits, and was left out, in: {names}.",
    "erased": "Everything is erased.",
    # Where the browser does not keep things as it should
    "storage_blocked": (
        "This browser does not let the site keep anything. Your workbook stays empty, and what you "
        "enter in an exercise lasts until you leave its page. A private window can be the reason, "
        "or a strict setting. You can save the entries to a file below each exercise. Self-checks "
        "and flashcards have no such file: what you do there is gone when you leave the page."
    ),
    "storage_full": (
        "The browser’s storage for this site is full: what you enter now is not kept. Take your "
        "work along, then erase everything here and load the file."
    ),
    "storage_apart": (
        "You opened the course from a folder, and this browser keeps the entries of each page "
        "apart, so they are not seen here. Save them to a file below each exercise, then load the "
        "files here. For self-checks and flashcards, take your work along from the contents of "
        "their page."
    ),
    # How far the student is
    "progress": "How far you are",
    "exercises_done": "{done} of {all} exercises done, {begun} begun",
    "self_checks_done": "{done} of {all} self-checks done, {begun} begun",
    "flashcards_learnt": "{learnt} of {all} flashcards learnt, {learning} begun, {due} due now",
    "pages_read": "{read} of {all} pages read to the end",
    # What goes in
    "choose": "Choose what goes in: {chosen} of {all}",
    "choose_all": "All",
    "choose_none": "None",
    "practice": "Practice",
    "practice_note": (
        "This is for yourself. The page on which teachers mark does not show it, but the file "
        "holds it unless you leave it out."
    ),
    "state_open": "not begun",
    "state_begun": "begun",
    "state_done": "done",
    "state_newer": "of a newer edition",
    "state_damaged": "damaged",
    # The document
    "document": "Workbook",
    "done": "Done",
    "begun": "Begun",
    "changed": "last changed {date}",
    "yes": "yes",
    "no": "no",
    "start_value": "start value",
    "start_table": "left at the start values",
    "in_bold": "In bold: what was changed.",
    "unreadable": "cannot be read",
    "no_answer": "No answer written yet.",
    "model_opened": "The model answer was opened.",
    "scores": "Own scores",
    "criterion": "Criterion",
    "score": "Score",
    "total": "Total",
    "points": "{score} of {maximum} points",
    # Practice in the document
    "self_checks": "Self-checks",
    "self_check_on": "Self-check: {title}",
    "right_first": "Right at the first try",
    "right_end": "Right the last time",
    "missed": "Not right the last time",
    "none_checked": "No answer was checked yet.",
    "share": "{of} of {all}",
    "flashcards": "Flashcards",
    "cards_learnt": "Learnt",
    "cards_learning": "Begun, not learnt yet",
    "cards_due": "Due now",
    "newer": (
        "These entries were kept by a newer edition of the course. They are not touched. Reload "
        "the page to get the newer edition."
    ),
    "damaged": "What is kept here is damaged and cannot be shown. It is not touched.",
    "empty_title": "Nothing here yet",
    "empty": (
        "What you enter in an exercise appears here by itself. If you took your work along from "
        "another device, load the file."
    ),
    "begin": "Begin with:",
    "nothing_chosen": "You have left out all that you worked on. Choose above what goes in.",
    "not_begun": "Not begun yet:",
    # Dialogs
    "cancel": "Cancel",
    "conflict_title": "You have other entries here",
    "conflict": "{file} has other entries than this browser for:",
    "use_file": "Use the file’s entries",
    "keep_mine": "Keep mine, add the rest",
    "erase_title": "Erase everything here?",
    "erase_text": (
        "All that the course keeps in this browser goes: entries, answers, scores, self-checks, "
        "flashcards, progress, alias and date. The copy holds all of it, also what you have left "
        "out."
    ),
    "erase_take": "Take along and erase",
    "erase_only": "Erase without a copy",
}

# What a self-check says besides `servicequality.practice.words`, on pages alone.
SELF_CHECK_PAGE: dict[str, str] = {
    "starting": "Starting …",
    "failed": (
        "This self-check could not start in your browser. You can still read the questions, and "
        "the answers below them. A newer browser, or reloading the page, may help."
    ),
    "not_kept": "This browser does not let the page keep your answers. They last until you leave.",
    "kept_full": "The browser’s storage for this site is full: what you answer now is not kept.",
    "kept_apart": (
        "You opened the course from a folder, and this browser keeps the answers of each page "
        "apart: they are seen on this page alone."
    ),
}

# What a page says to a student in a class, besides what the class's server says in its own words.
CLASS_PAGE: dict[str, str] = {
    # The line on top of the page
    "label": "Your class",
    "class": "Class {code}",
    "joining": "Reaching the class …",
    "open_now": "Open now:",
    "none_open": "You are in. Nothing is asked just now.",
    "opened": "Open now: {title}",
    "news": "Go to what is asked now: {title}",
    "cut_off": "No connection. It is tried again.",
    "cut_off_waiting": "No connection. Your answer is sent once there is one.",
    "about": "What happens to my answers",
    "about_sending": (
        "Nothing goes to the class before you press “Send to class”. Sending again replaces your "
        "earlier answer: this browser sends a random number along, so that both are known to be "
        "from one student."
    ),
    "ended": "{code} has ended.",
    "ended_hint": (
        "What you entered stays in this browser, at this address alone. Take it along to have it "
        "elsewhere."
    ),
    "no_code": "This is not the code of a class: that has eight digits.",
    "no_class_here": "There is no class at this address.",
    # Leaving
    "leave": "Leave the class",
    "leave_title": "Leave the class?",
    "leave_text": (
        "What you have sent stays with the class. What you entered stays in this browser, at this "
        "address alone. Take it along to have it elsewhere."
    ),
    "leave_waiting": (
        "An answer of yours waits for a connection. If you leave now, it is not sent. What you "
        "entered stays in this browser, at this address alone."
    ),
    "take": "Take my work along",
    "taken": "Saved as a file.",
    "close": "Close",
    "cancel": "Cancel",
    # Sending
    "send": "Send to class",
    "send_again": "Send again",
    "question": "Question for the class",
    "incomplete": "Answer the question first, then send it.",
    # How an answer stands
    "unsent": "Not sent yet.",
    "unsent_again": "Vote {number}: talk first, then send again, even if you keep your answer.",
    "sending": "Sending …",
    "waiting": "Waiting for a connection. It is sent by itself then.",
    "waiting_why": "Waiting, and tried again. {message}",
    "waiting_changed": "On its way, without what you have changed since.",
    "not_kept": "This browser keeps nothing, so stay on this page until then.",
    "sent": "Sent at {time}, vote {number}.",
    "sent_before": "Sent, vote {number}.",
    "changed": "Changed since you sent it at {time}, vote {number}.",
    "refused": "Not taken. {message}",
    "refused_earlier": "Not taken. {message} Your earlier answer counts.",
    "closed_sent": "Vote {number} is closed. Your answer counts.",
    "closed_unsent": "Vote {number} is closed. You sent nothing to it.",
}
