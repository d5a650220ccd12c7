"""Texts of pages outside exercises that come alive by a script."""

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
    "erased": "Everything is erased.",
    # Where the browser does not keep things as it should
    "storage_blocked": (
        "This browser does not let the site keep anything. Your workbook stays empty, and what you "
        "enter in an exercise lasts until you leave its page. A private window can be the reason, "
        "or a strict setting. You can save the entries to a file below each exercise."
    ),
    "storage_full": (
        "The browser’s storage for this site is full: what you enter now is not kept. Take your "
        "work along, then erase everything here and load the file."
    ),
    "storage_apart": (
        "You opened the course from a folder, and this browser keeps the entries of each page "
        "apart, so they are not seen here. Save them to a file below each exercise, then load the "
        "files here."
    ),
    # How far the student is
    "progress": "How far you are",
    "exercises_done": "{done} of {all} exercises done, {begun} begun",
    "pages_read": "{read} of {all} pages read to the end",
    # What goes in
    "choose": "Choose what goes in: {chosen} of {all}",
    "choose_all": "All",
    "choose_none": "None",
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
        "All that the course keeps in this browser goes: entries, answers, scores, progress, alias "
        "and date. The copy holds all of it, also what you have left out."
    ),
    "erase_take": "Take along and erase",
    "erase_only": "Erase without a copy",
}
