"""The longer texts of the exercise: principles, our ratings of Hotel Yasen with reasons, tasks."""

from __future__ import annotations

from typing import Any

from servicequality.declare import Task

NAMES = {
    "leadership": "1 Leadership",
    "marketing": "2 Marketing everywhere",
    "needs": "3 Guests’ needs",
    "team": "4 One team",
    "operations": "5 Work well organised",
    "freedom": "6 Freedom factor",
    "technology": "7 Technology",
    "people": "8 People",
    "standards": "9 Standards, reward",
    "feedback": "10 Results fed back",
}
ASKED = {
    "leadership": "1 Leadership: everybody knows the goal and believes in it",
    "marketing": "2 Marketing in every department: each one works with the guest in mind",
    "needs": "3 Guests’ needs: the hotel knows what guests want",
    "team": "4 One team: people know how their work affects that of others",
    "operations": "5 Organisation: the work is well planned and managed",
    "freedom": "6 Freedom factor: employees may decide while they serve",
    "technology": "7 Technology: it serves a purpose of guests or staff",
    "people": "8 People: employees are able to give what was promised",
    "standards": "9 Standards: set, trained, measured and rewarded",
    "feedback": "10 Feedback: results go back to those who produced them",
}
RATINGS = {
    "0": "nothing (0)",
    "1": "words only (1)",
    "2": "in some teams (2)",
    "3": "everywhere (3)",
}
WEIGHTS = {"1": "little (1)", "2": "some (2)", "3": "much (3)"}

# The draft of Hotel Yasen: rating, importance, evidence; then our rating (all of it invented).
DRAFT: dict[str, tuple[str, str, str, str]] = {
    "leadership": (
        "3",
        "2",
        "In January Mira Doneva told the managers her goal. At reception nobody has heard it.",
        "1",
    ),
    "marketing": (
        "2",
        "2",
        "The website promises “quiet nights, always”. Nobody had asked reception before.",
        "1",
    ),
    "needs": (
        "3",
        "3",
        "Managers put the lobby first. 120 guests, asked in a survey, put the quiet night first.",
        "1",
    ),
    "team": ("2", "2", "", "1"),
    "operations": (
        "1",
        "3",
        "The queue at check-in comes back every Friday. No shift plan has been changed.",
        "1",
    ),
    "freedom": (
        "2",
        "2",
        "Since a Saturday in spring Kiril may move guests at night. By day everybody asks Petar.",
        "2",
    ),
    "technology": (
        "1",
        "3",
        "Guests can book and write online. Their earlier wishes are stored nowhere.",
        "2",
    ),
    "people": (
        "2",
        "2",
        "The spa has a training plan, the desk one course. New people watch a colleague for days.",
        "2",
    ),
    "standards": (
        "3",
        "2",
        "Ten standards are written and some are trained. That for Wi-Fi leaves out the rooms.",
        "2",
    ),
    "feedback": (
        "2",
        "3",
        "Survey and mystery visits go to the managers. The teams have never seen a result.",
        "0",
    ),
}
REASONS = {
    "leadership": "Words only. A goal that stops at the managers is a vision that was not passed "
    "on.",
    "marketing": "Words only. One department promised, another one has to keep it, and they did "
    "not speak.",
    "needs": "Words only. The hotel has asked its guests, but its managers go on believing "
    "something else. Nobody works by what the survey says. This rating may be disputed: who "
    "counts the asking as practice will defend a 2.",
    "team": "Words only. The draft says 2 and shows nothing, so it counts as 1 at most. Whoever "
    "has looked for evidence and found none may say 0.",
    "operations": "Words only. Everybody speaks of the queue, and nobody has planned it away.",
    "freedom": "Practised in some teams: at night, not by day.",
    "technology": "Practised in some teams. Guests can reach the hotel; only the memory is "
    "missing. Viktor rates it low because he wants to buy.",
    "people": "Practised in some teams: in the spa, and at reception only once.",
    "standards": "Practised in some teams. Standards exist, but one leaves out the rooms, and "
    "no reward goes with them.",
    "feedback": "Nothing to show. Results are collected, and none goes back to those who produced "
    "them.",
}
PLAN_STEPS = {f"step_{number}": f"Step {number}" for number in range(1, 9)}
BLANK_STEP: dict[str, Any] = {"principle": "needs", "what": "", "who": "", "day": 30, "sign": ""}
VIKTORS_STEP: dict[str, Any] = {
    "id": "step_1",
    "principle": "technology",
    "what": "Buy a new booking system.",
    "who": "Viktor",
    "day": 100,
    "sign": "",
}
# A plan for Hotel Yasen as we might write it: for readers without JavaScript.
OUR_PLAN: list[dict[str, Any]] = [
    {
        "id": "step_1",
        "principle": "feedback",
        "what": "Every Monday each team gets its guests’ comments and ten minutes to discuss them.",
        "who": "Petar, Radka, Stoyan, Elena",
        "day": 14,
        "sign": "Each team has changed one thing and written it on the board.",
    },
    {
        "id": "step_2",
        "principle": "needs",
        "what": "Each manager works a Friday afternoon at reception and reads the survey.",
        "who": "Mira Doneva",
        "day": 28,
        "sign": "All six name the three things that guests miss most.",
    },
    {
        "id": "step_3",
        "principle": "operations",
        "what": "Plan the Friday shift by the arrivals of the last eight Fridays.",
        "who": "Petar",
        "day": 45,
        "sign": "On four Fridays nine keys of ten are given within five minutes.",
    },
]

TASKS = (
    Task(
        "The draft is Viktor’s. Before you change anything: what does it put first, and where does "
        "the exercise tell you to begin?",
        "Two share the first place: organisation and technology, with 6 points each. Technology "
        "rests on organisation, so the exercise says: begin with organisation. Even the draft’s "
        "own numbers do not say “buy a system”, as Viktor does. Whoever rates also decides what "
        "the hotel needs, so a rating needs evidence that others can check.",
    ),
    Task(
        "Read the evidence and correct the ratings. Then tick the box and compare with ours. How "
        "many points of practice are left?",
        "By our ratings 13 of 30; the draft counts 20. First comes number 10, feedback, with 9 "
        "points: the principle that the lecture notes leave out. Needs and organisation follow "
        "with 6 each.",
    ),
    Task(
        "Delete the evidence for freedom. What happens, and is that fair?",
        "Its 2 counts as 1, words only. It may be unfair to those who do well and write nothing "
        "down. But a plan that rests on ratings without evidence rests on opinions.",
    ),
    Task(
        "In our ratings, how sure is the first place?",
        "Not very. If feedback were rated one step higher, it would share the first place with "
        "needs and organisation. By points, begin with feedback. By what rests on what, there is a "
        "case for needs: feedback rests on standards, and standards rest on needs. One first step "
        "serves both: each team gets its guests’ comments, and a manager sits with it. "
        "Organisation stays a true rival: the Friday queue needs a shift plan, not a meeting.",
    ),
)
