"""Texts of the self-checks, whatever they ask about.

`{count}`, `{at}` and the like are replaced by what they name. A text whose id ends in `_one` is the
same for one.
"""

SELF_CHECK: dict[str, str] = {
    # Frame
    "self_check": "Self-check",
    "questions": "{count} questions",
    "questions_one": "1 question",
    "intro": "Try to answer from memory first. You remember more when you have to search for it.",
    "kept": "Your answers stay in this browser, on this device.",
    "no_script": (
        "JavaScript is off, so nothing is checked here. Write your answers down; the right answers "
        "stand below the questions."
    ),
    "key_title": "Answers and explanations",
    "list": "Questions of this self-check",
    "list_entry": "Question {at}: {state}",
    "question_at": "Question {at} of {of}",
    "second_try": "Asked again",
    "instruction_single": "Choose one answer.",
    "instruction_multiple": "Choose all that are right. It may be one or several.",
    "instruction_true_false": "Is it true or false? Then choose the reason.",
    "instruction_matching": "Choose for each line what belongs to it.",
    "instruction_matching_extra": (
        "Choose for each line what belongs to it. Not everything on offer is needed."
    ),
    "instruction_numeric": "Work out the number.",
    "instruction_numeric_decimals": "Work out the number, with {decimals} decimals.",
    "instruction_numeric_decimals_one": "Work out the number, with 1 decimal.",
    "instruction_ordering": "Put the steps in order, the first one on top.",
    # Parts of a question
    "true": "True",
    "false": "False",
    "answer_label": "Your answer",
    "reason_label": "Your reason",
    "number_label": "Your number",
    "number_label_unit": "Your number ({unit})",
    "pair_choose": "Choose …",
    "move_up": "Move up: {step}",
    "move_down": "Move down: {step}",
    "moved": "{step}: now at place {at} of {of}.",
    "place_of": "Place {at} of {of}",
    # Difficulty
    "easy": "easy",
    "medium": "medium",
    "hard": "hard",
    # Buttons
    "start_once": "Start, with feedback after each question",
    "start_end": "Start, with feedback at the end",
    "check": "Check",
    "next": "Next question",
    "back": "Question before",
    "finish": "Finish and see the feedback",
    "stop": "Stop here",
    "to_results": "See the result",
    "reveal": "Show the answer",
    "again_missed": "Try the missed ones again",
    "again_all": "Try all again",
    # States of a question, in the list
    "state_open": "no answer yet",
    "state_answered": "answered",
    "state_right": "right",
    "state_partly": "partly right",
    "state_wrong": "not right",
    "state_revealed": "answer shown",
    # Verdicts on an answer and its parts
    "status_right": "Right",
    "status_partly": "Partly right",
    "status_wrong": "Not right",
    "status_revealed": "The answer",
    "verdict_right": "Right",
    "verdict_wrong": "Not right",
    "verdict_missed": "This one is right too",
    "verdict_missed_single": "This is the right one",
    "verdict_left": "Rightly left out",
    "verdict_early": "It comes later",
    "verdict_late": "It comes earlier",
    "right_here": "This is right",
    "belongs": "Belongs here: {text}",
    "belongs_at": "Belongs at place {at}",
    "right_number": "The right number: {number} {unit}",
    "explanation": "Why",
    # Said to a screen reader, and shown as the head of the feedback
    "say_ready": "{count} questions are waiting.",
    "say_ready_one": "1 question is waiting.",
    "say_asking": "Question {at} of {of}.",
    "say_right": "Right.",
    "say_partly": "Partly right.",
    "say_parts": "{right} of {all} parts are right.",
    "say_wrong": "Not right.",
    "say_revealed": "The answer is shown. Nothing was judged.",
    "answer_shown": "The right answer is shown.",
    "comes_back_later": "This question comes back later.",
    "comes_back_now": "You missed this question before.",
    "say_done": (
        "Finished. Right at the first try: {first} of {asked}. Right in the end: {end} of {asked}."
    ),
    # Results
    "results": "Your result",
    "results_first": "Right at the first try: {first} of {asked}",
    "results_end": "Right in the end: {end} of {asked}",
    "results_revealed": "Answer shown: {revealed}",
    "results_unanswered": "Not answered: {unanswered}",
    "results_tries": "Your tries",
    "review": "All questions, with your answers",
    # Progress
    "progress_open": "not begun",
    "progress_begun": "begun",
    "progress_done": "done",
    # What is missing from an answer
    "choose_one": "Choose an answer first.",
    "choose_some": "Choose at least one answer first.",
    "choose_verdict": "Choose true or false first.",
    "choose_reason": "Choose a reason too.",
    "match_all": "Some lines have nothing beside them yet.",
    "place_all": "Put the steps in order first. They do not stand in the right order yet.",
    "number_missing": "Write a number first.",
    "number_unreadable": "This cannot be read as a number. Write it like 12.5 or -3.",
    "number_extra": "Write the number alone, like 12.5, without words or a sum.",
    "number_too_long": "This number has too many digits. Up to {maximum} can be read.",
    "unanswered": "{count} questions have no answer yet.",
    "unanswered_one": "1 question has no answer yet.",
    # What was kept and no longer fits
    "gone_item": "A question that you answered is no longer part of the course: {question}",
    "gone_answer": "Answers to this question have changed, so yours does not fit: {question}",
    "gone_run": "A round that was kept here is damaged and was left out: {question}",
    "gone_history": "What was kept about this question is damaged and was left out: {question}",
    "record_newer": (
        "Your answers here were kept by a newer edition of the course. They are not touched, and "
        "what you answer now is not kept. Reload the page to get the newer edition."
    ),
    "record_damaged": (
        "What was kept here is damaged and cannot be shown. It was put aside; the self-check "
        "starts anew."
    ),
}
