"""The texts of the interface: what every exercise says, whatever it is about.

Messages that name a value use `{label}`, and `{value}`, `{minimum}`, `{maximum}` where they apply.
"""

INTERFACE = {
    # Frame
    "exercise": "Exercise",
    "minutes": "about {minutes} minutes",
    "tasks": "Try this",
    "check_task": "Check",
    "results": "Result",
    "reset": "Back to the start values",
    "reset_done": "The start values are back.",
    "reset_asks": "This also deletes what you wrote. Go on?",
    "kept": "Your entries stay in this browser, on this device.",
    "not_kept": "This browser does not let the page keep your entries. They last until you leave.",
    "no_script": (
        "JavaScript is off, so nothing moves here. You see the result for the values shown."
    ),
    "starting": "Starting …",
    "stale": "These results are for the last values that fit.",
    "failed": (
        "This exercise could not start in your browser. You can still read it: the result shown is "
        "the one for the start values. A newer browser, or reloading the page, may help."
    ),
    "chart_failed": "The chart could not be brought to life. The table shows the same numbers.",
    "saved_refused": "A saved entry no longer fits and was not used. {message}",
    # Links with values
    "copy_link": "Copy link with my values",
    "link_copied": "Link copied.",
    "link_copied_without": "Link copied. Your longer texts are not in it.",
    "link_label": "Copy this link",
    "shared": (
        "You see values from a link. Your own entries are kept. What you change now is not saved "
        "until you choose."
    ),
    "shared_back": "Back to my entries",
    "shared_keep": "Keep these values",
    "shared_back_done": "Your own entries are back.",
    "shared_keep_done": "These values are now your entries.",
    "link_damaged": (
        "The link that brought you here is damaged or was made for another exercise. Its values "
        "are not shown."
    ),
    "link_refused": "A value in the link does not fit and is not shown. {message}",
    # Pictures
    "save_picture": "Save the drawing (SVG)",
    "picture_saved": "Saved as a picture.",
    # What the browser keeps
    "kept_idle": (
        "Browsers may clear a site that is not visited for some time, some after seven days. Take "
        "a copy along."
    ),
    "kept_full": (
        "The browser’s storage for this site is full: what you enter now is not kept. Save it to a "
        "file."
    ),
    "kept_apart": (
        "Opened from a folder, this browser keeps the entries of each page apart. Save them to a "
        "file; your workbook can load it."
    ),
    "workbook": "Your workbook",
    "take_along": "Take my work along",
    "own_save": "Save these entries to a file",
    "own_saved": "Saved as a file.",
    "own_load": "Load entries from a file",
    "own_loaded": "The entries of the file are here.",
    "own_none": "This file has no entries for this exercise.",
    "own_asks": "The file has other entries than this page. Replace yours?",
    "record_newer": (
        "Your entries here were kept by a newer edition of the course. They are not touched, and "
        "what you enter now is not kept. Reload the page to get the newer edition."
    ),
    "record_damaged": (
        "What was kept here is damaged and cannot be shown. It was put aside; the exercise starts "
        "anew."
    ),
    "tab_changed": "This exercise was changed in another tab. You see those entries now.",
    "tab_merged": (
        "This exercise was also changed in another tab. Both were put together; where both changed "
        "a number or a choice, yours is kept."
    ),
    "tab_other": "From the other tab:",
    "tab_erased": "Your entries were erased in another tab. The start values are back.",
    "kept_again": (
        "What was kept here is gone: erased in another tab, or cleared by the browser. What you "
        "see is kept again."
    ),
    # Workbook files that cannot be used
    "file_too_large": "The file is too large for a workbook, which stays below 2 MB.",
    "file_not_json": "The file is damaged, cut off, or no workbook file.",
    "file_foreign": "The file is not a workbook of this course.",
    "file_newer": (
        "The file was saved by a newer edition of the course. Open it there, or reload this page."
    ),
    "file_older": "The file is of an edition of the course that can no longer be read.",
    "file_damaged": "The file is damaged: parts of it are missing or are not what they should be.",
    "file_alias": "The file’s alias is not a text of at most {maximum} characters.",
    "file_date": "The file’s date is not written as year, month and day.",
    "file_repeats": "The file is damaged: it holds “{title}” twice.",
    "file_record": "The file is damaged: the entries of “{title}” are not what they should be.",
    "file_value": "The file is damaged, in “{title}”.",
    # Rows that are added and removed
    "add_row": "Add a row",
    "remove_row": "Remove {row}",
    "row_added": "{row} added.",
    "row_removed": "{row} removed.",
    # Lecture view
    "lecture": "Lecture view",
    "leave_lecture": "Leave lecture view",
    "revealed": "What the exercise shows once you have answered",
    # Teaching
    "your_answer": "Your answer",
    "compare": "Compare with the model answer",
    "show_model": "Show me the model answer",
    "score_yourself": "Score your answer",
    "score_help": "Score what is on the page, not what you meant.",
    "score_open": "not scored yet",
    "score_0": "0: it is missing",
    "score_1": "1: partly there, or wrong in something essential",
    "score_2": "2: correct",
    "score_3": "3: correct, specific and with a reason",
    "model_answer": "Model answer",
    "model_waits": (
        "Write your own answer first: it has {written} of {words} words. You learn more that way. "
        "But you may open the model answer now."
    ),
    "model_ready": "Your answer has {written} words. Open the model answer when you have finished.",
    "self_score_open": "Score all {criteria} criteria to see your total.",
    "self_score_zero": (
        "You give yourself {score} of {maximum} points, and at least one criterion is missing "
        "altogether. Start with that one."
    ),
    "self_score_low": (
        "You give yourself {score} of {maximum} points; {pass_mark} are a pass. Go back to the "
        "criterion where you scored lowest."
    ),
    "self_score_pass": "You give yourself {score} of {maximum} points. This is a pass.",
    "misconceptions": "Often confused",
    "honesty": "What is real here, and what is not",
    # Messages about a value
    "missing": "{label}: a value is missing.",
    "not_a_number": "{label}: this is not a number.",
    "not_whole": "{label}: {value} is not a whole number.",
    "out_of_range": "{label}: {value} does not lie between {minimum} and {maximum}.",
    "not_an_option": "{label}: choose one of the options.",
    "not_rows": "{label}: the rows of this table are damaged.",
    "too_few_rows": "{label}: this table needs more rows, at least {minimum}.",
    "not_yes_or_no": "{label}: tick it or leave it empty.",
    "not_text": "{label}: this is not a text.",
    "too_long": "{label}: {length} characters are too many; there is room for {maximum}.",
    "cannot_compute": (
        "The exercise cannot work out a result for these values. Your entries are kept. "
        "Please report this to the authors of the course."
    ),
}
