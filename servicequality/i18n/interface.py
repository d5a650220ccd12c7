"""The texts of the interface: what every exercise says, whatever it is about.

Messages that name a value use `{label}`, and `{value}`, `{minimum}`, `{maximum}` where they apply.
"""

INTERFACE = {
    # Frame
    "exercise": "Exercise",
    "minutes": "about {minutes} minutes",
    "tasks": "Try this",
    "results": "Result",
    "reset": "Back to the start values",
    "reset_done": "The start values are back.",
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
    # Messages about a value
    "missing": "{label}: a value is missing.",
    "not_a_number": "{label}: this is not a number.",
    "not_whole": "{label}: {value} is not a whole number.",
    "out_of_range": "{label}: {value} does not lie between {minimum} and {maximum}.",
    "not_an_option": "{label}: choose one of the options.",
    "not_yes_or_no": "{label}: tick it or leave it empty.",
    "not_text": "{label}: this is not a text.",
    "too_long": "{label}: {length} characters are too many; there is room for {maximum}.",
    "cannot_compute": (
        "The exercise cannot work out a result for these values. Your entries are kept. "
        "Please report this to the authors of the course."
    ),
}
