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
    "failed": (
        "This exercise could not start in your browser. You can still read it: the result shown is "
        "the one for the start values. A newer browser, or reloading the page, may help."
    ),
    "chart_failed": "The chart could not be brought to life. The table shows the same numbers.",
    "saved_refused": "A saved entry no longer fits and was not used. {message}",
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
    "not_yes_or_no": "{label}: tick it or leave it empty.",
    "not_text": "{label}: this is not a text.",
    "too_long": "{label}: {length} characters are too many; there is room for {maximum}.",
    "cannot_compute": (
        "The exercise cannot work out a result for these values. Your entries are kept. "
        "Please report this to the authors of the course."
    ),
}
