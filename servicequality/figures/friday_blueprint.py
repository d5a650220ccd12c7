"""The blueprint of a Friday check-in at Hotel Yasen: eleven steps and things in five lanes."""

from __future__ import annotations

from typing import Any

from servicequality.core.blueprint import drawing
from servicequality.declare import Picture
from servicequality.declare.fields import Translate
from servicequality.exercises.blueprint_builder import LANES, LINES, WORDS

# Name, lane, minutes waited before it, minutes it takes, whether it is a fail point.
STEPS = (
    ("Night laundry washes the linen", "support", 0, 180, True),
    ("Housekeeping makes the rooms", "support", 90, 240, True),
    ("Reception gives rooms to names", "back", 0, 20, True),
    ("Comes in and joins the queue", "guest", 0, 0, False),
    ("Lobby, a sign at one open desk", "evidence", 0, 0, False),
    ("Greets, takes the document", "front", 5, 2, False),
    ("Calls to ask for the room", "front", 0, 1, False),
    ("Housekeeping looks and answers", "support", 1, 1, False),
    ("Explains, hands over the key", "front", 0, 1, False),
    ("Key card and a map of the house", "evidence", 0, 0, False),
    ("Walks to the room", "guest", 0, 1, False),
)


def timed(translate: Translate, label: str, wait: int, minutes: int) -> str:
    """The name of a step with its minutes, waiting first; what takes no time has none."""
    if wait:
        text = translate("{step}: {wait} + {minutes} min")
    elif minutes:
        text = translate("{step}: {minutes} min")
    else:
        text = "{step}"
    return text.format(step=translate(label), wait=wait, minutes=minutes)


def friday_blueprint(translate: Translate) -> Any:
    """The drawing, its texts translated."""
    lanes = [{"id": lane, "label": translate(label)} for lane, label in LANES.items()]
    lines = {lane: translate(label) for lane, label in LINES.items()}
    words = {key: translate(text) for key, text in WORDS.items()}
    steps = [
        {
            "label": timed(translate, label, wait, minutes),
            "lane": lane,
            "fail": fail,
            "wait": wait > 0,
        }
        for label, lane, wait, minutes, fail in STEPS
    ]
    return drawing(lanes, lines, words, steps)


FIGURE = Picture(
    id="friday-blueprint",
    caption="The blueprint of a Friday check-in",
    draw=friday_blueprint,
    description="Blueprint with five lanes, from top to bottom: evidence, guest, front stage, back "
    "stage, support. The line of interaction lies below the guest, the line of visibility below "
    "the front stage, the line of internal interaction below the back stage. The steps in time: 1 "
    "night laundry washes the linen (support, fail point, 180 minutes); 2 housekeeping makes the "
    "rooms (support, fail point, waits 90 minutes for linen); 3 reception gives rooms to names "
    "(back stage, fail point, 20 minutes); 4 the guest comes in and joins the queue; 5 the lobby "
    "with a sign at one open desk (evidence); 6 the desk greets and takes the document (front "
    "stage, after a wait of 5 minutes, 2 minutes); 7 it calls to ask for the room, with the guest "
    "before it (front stage, 1 minute); 8 housekeeping looks and answers (support, after 1 minute, "
    "1 minute); 9 the desk explains and hands over the key (front stage, 1 minute); 10 key card "
    "and map (evidence); 11 the guest walks to the room (1 minute). The guest’s way takes 12 "
    "minutes. All three fail points lie below the line of visibility.",
    source="Own drawing of invented Hotel Yasen, in the form of Bitner et al. (2008).",
)
