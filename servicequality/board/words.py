"""Texts of the board, and what simulated students write.

`{code}`, `{count}` and the like are replaced by what they name.
"""

BOARD = {
    # Numbers and labels
    "percent": "{share}%",
    "plain": "{number}",
    "with_unit": "{number} {unit}",
    "label_and_unit": "{label} ({unit})",
    "nested": "{row}: {column}",
    "pair": "{left} → {right}",
    "range": "{low} to {high}",
    # In two lines.
    "range_lines": "{low} –\n{high}",
    "true": "True",
    "false": "False",
    # Errors of this side; those of the class server come in its own words.
    "error_no_server": (
        "This page needs the class server, which has not started it. Run “make class” and open the "
        "board from the address that it prints."
    ),
    "error_bad_url": "“{url}” is no address of a class server.",
    "error_unreachable": (
        "The class server does not answer. Look into the window where it was started: is it still "
        "running? Answers that it has acknowledged are on the disk."
    ),
    "error_too_slow": "The class server takes too long to answer. Try again.",
    "error_foreign": (
        "What answers is not this course’s class server. Close this page and open the board from "
        "the address that “make class” prints."
    ),
    # The room
    "start": "Start a class",
    "start_help": (
        "Students need no account and give no name. They open a page of this computer, work on it "
        "and send their answers here."
    ),
    "promise": "What happens to the answers",
    "promise_delete": "Deleted when the class ends",
    "promise_keep": "I may keep them when the class ends",
    "promise_rehearsal": "Rehearsal: with simulated students, deleted at its end",
    "open_room": "Start a class",
    "go_on": "Go on with a class that has started",
    "go_on_with": "Go on with it",
    "room_option": "Class {spoken}",
    "room_option_rehearsal": "Rehearsal {spoken}",
    "class": "The class",
    "code": "Code of the class",
    "join_at": "Scan the code, or open {address} and type the eight digits.",
    "loopback": "No phone can join: this class is shown on this computer alone.",
    "no_address": (
        "The server has not said under which address students reach this computer. It is printed "
        "in the window where the server was started."
    ),
    "qr_said": "QR code that leads to {address}",
    "strip": "Join at {address} · code {spoken}",
    "strip_no_address": "Class {spoken}",
    "code_large": "Large code",
    "code_small": "Small code",
    "joined": "Joined: {count}",
    "class_view": "Class view",
    "all_controls": "All controls",
    "rehearsal": "Rehearsal",
    "rehearsal_note": (
        "This is a rehearsal: answers may be simulated, and all of them are deleted at its end."
    ),
    "opened_room": "The class has started. Its code is {spoken}.",
    "went_on": "You go on with class {spoken}.",
    # Asking
    "ask": "Ask the class",
    "ask_kind": "What to ask",
    "exercises": "An exercise",
    "questions": "A short question",
    "exercise": "Exercise",
    "topic": "Chapter",
    "question": "Question",
    "as_they_come": "Show results while answers still come in",
    "as_they_come_help": (
        "Without it, nobody sees results before answers are closed, so that nobody follows the "
        "others."
    ),
    "open_round": "Open for answers",
    "ask_more": "Ask something else",
    "ask_less": "Do not ask anything else now",
    "opened_round": "Answers are open.",
    # The round
    "round": "The question",
    "rounds": "Questions of this class",
    "round_option": "{title} (vote {number}, {state})",
    "state_open": "open",
    "state_closed": "closed",
    "vote_number": "Vote {number}",
    "is_open": "Answers are open.",
    "is_closed": "Answers are closed.",
    "answers": "Answers:",
    "of_joined": "of {count} who have joined",
    "signed": "{sign}. {option}",
    "close_and_show": "Close answers and show results",
    "close": "Close answers",
    "reopen": "Open answers again",
    "again": "Vote again",
    "opened_again": "Vote {number} is open. Earlier answers stay as they are.",
    "closed_now": "Answers are closed: {count}.",
    "show_results": "Show results",
    "hide_results": "Hide results",
    "count_stands": "The count stands still: {why}",
    # Rehearsal
    "students": "Simulated students",
    "seed": "Number that the answers follow from",
    "seed_help": "The same number gives the same answers.",
    "let_answer": "Let them answer",
    "simulated_so_far": "Simulated answers sent: {sent} of {count}.",
    "simulated_stopped": "Simulated answers sent: {sent} of {count}. {why}",
    # Results
    "results": "Results",
    "few": "Results are shown from three answers on, so that they are about nobody alone.",
    "hidden": "Results are hidden until answers are closed.",
    "left_out": "Answers left out, which this edition of the course does not take: {count}.",
    "shown_entry": "Show",
    "everything": "Everything",
    "mark": "Mark what is right",
    "beside": "Compare with",
    "beside_nothing": "nothing",
    "beside_vote": "Vote {number} of this class",
    "beside_start": "The exercise’s start values",
    "beside_class": "Class of {date}, vote {number}",
    "show_model": "Show the model answer",
    "model_answer": "Model answer",
    "scatter_x": "Scatter: horizontal axis",
    "scatter_y": "Scatter: vertical axis",
    "scatter_none": "no scatter",
    "as_table": "The numbers as a table",
    "now": "This vote",
    # Choices
    "option": "Option",
    "chosen": "Chosen",
    "share": "Share",
    "vote": "Vote",
    "is_right": "✓ right",
    "is_right_short": "right",
    "option_right": "{option} (right)",
    "answered": "Students: {count}.",
    "answered_both": "Answers: {first} ({before}) and {second} ({now}).",
    "several": "Several could be chosen, so shares may add up to more than 100%.",
    "count_and_share": "{count} ({share})",
    "row": "Row",
    "step": "Step",
    "place": "Place {place}",
    "matrix_title": "{title}: {label}",
    # Numbers
    "value": "Value",
    "count_axis": "Entries",
    "number_none": "{label}: no number was entered.",
    "number_told": (
        "{label}: {count} entries. The median is {median}; the middle half lies between {lower} "
        "and {upper}, all between {lowest} and {highest}."
    ),
    "right_number": "✓ right: {right}",
    "head_count": "Students",
    "head_median": "Median",
    "head_lower": "Lower quartile",
    "head_upper": "Upper quartile",
    "head_lowest": "Lowest",
    "head_highest": "Highest",
    # Who moved
    "moved": "Who moved",
    "moves_nobody": "Nobody answered in both votes.",
    "moves": "Answered in both votes: {both}. Changed the answer: {moved}. Stayed: {stayed}.",
    "moves_numbers": "Went up: {up}. Went down: {down}.",
    "moves_right": "Wrong, then right: {to}. Right, then wrong: {away}.",
    "moves_only": "Only in the first: {first}. Only in the second: {second}.",
    "moves_caption": "Rows: what was chosen first. Columns: what was chosen next.",
    "moves_head": "{before} → {now}",
    "moves_to": "→ {sign}",
    "moves_other_class": "Who moved is known only within one class.",
    # Profile
    "profile": "The gaps of the class",
    "profile_axis": "Mean gap score in scale points",
    "profile_told": (
        "Students: {count}. Of the hotel’s own gaps, the largest shortfall on average is {gap}, "
        "{score}."
    ),
    "profile_no_shortfall": (
        "Students: {count}. On average there is no shortfall in the hotel’s own gaps."
    ),
    "profile_customer": "What guests notice, {gap}: {score}.",
    "gap": "Gap",
    "mean": "Mean",
    "below_zero": "Below zero",
    # Scatter
    "scatter_title": "{x} and {y}",
    "scatter_told": "Students: {count}.",
    "scatter_equal": "On the dashed line both are the same.",
    "scatter_several": "A larger point stands for several students.",
    "scatter_nobody": "Nobody has entered both numbers.",
    # Written answers
    "texts": "Written answers",
    "texts_count": "Written answers: {count}.",
    "texts_none": "No written answer has been approved yet.",
    "moderate": "Read and approve written answers",
    "moderate_end": "Hide unread answers",
    "moderate_warning": (
        "Everybody who sees this screen reads what stands here. Darken the projector meanwhile, or "
        "open the board in a second window, go on with the same class there, and approve in that "
        "one."
    ),
    "texts_entry": "Answers to",
    "texts_read": "Look for new answers",
    "judged_so_far": "Written: {count}. Approved: {shown}. Hidden: {hidden}. Unread: {left}.",
    "judge_none": "Nothing has been written here.",
    "approve": "Approve",
    "approve_all": "Approve all that are left here",
    "hide": "Hide",
    "is_approved": "Approved: shown to the class.",
    "is_hidden": "Hidden.",
    "not_judged": "Not approved yet: not shown.",
    "text_number": "Answer {number}",
    "texts_range": "Answers shown",
    "texts_range_option": "{first} to {last} of {all}",
    "show_approved": "Show newly approved answers",
    # Saving
    "save": "Save and end",
    "prepare": "Prepare files to save",
    "prepare_help": (
        "CSV: the question that is shown. XLSX: all questions of this class. PNG: the charts that "
        "are shown. Files hold written answers that were not approved, too."
    ),
    "save_csv": "Answers to this question (CSV)",
    "save_xlsx": "All answers of this class (XLSX)",
    "save_png": "Chart: {title} (PNG)",
    "prepared": "The files are ready.",
    "end": "End this class",
    "end_question": "End class {spoken}? Students can then send nothing more.",
    "end_deletes": "All its answers are deleted. Nobody can bring them back.",
    "end_may_keep": (
        "You may keep its answers, or delete them. Nobody can bring back what is deleted."
    ),
    "end_delete": "End it and delete the answers",
    "end_keep": "End it and keep the answers",
    "end_not": "Do not end it",
    "ended_deleted": "Class {spoken} has ended. Its answers are deleted.",
    "ended_kept": "Class {spoken} has ended. Its answers are kept.",
}

SIMULATED = {
    "words_1": "Breakfast",
    "words_2": "Check-in at night",
    "words_3": "Room service",
    "words_4": "The spa",
    "words_5": "A late departure",
    "text_1": "I would ask guests first what they expect, before anything is changed.",
    "text_2": "The standard is fine, but at the weekend nobody has the time to keep to it.",
    "text_3": "The website promises more than the team can do in high season.",
    "text_4": "I would let the receptionist decide up to 50 euros without asking.",
    "text_5": "We should measure it again in three months, with the same questions.",
    "text_6": "I am not sure. Both sides have a point, and it depends on the guest.",
    "text_7": "It costs little and the guest notices it at once, so I would start there.",
    "text_8": "Managers have not been at the desk for years. They guess.",
}
