"""Judging answers to the question bank's items: right, partly right, wrong or still open.

An item is a dict as `data/schema/questions.json` describes it. What an answer looks like depends on
the item's type; None is no answer yet:

- `single`: the id of an option;
- `multiple`: a list of ids of options;
- `true_false`: `{"answer": True, False or None, "reason": the id of a reason or None}`;
- `matching`: a dict from ids of pairs (their left sides) to ids of right sides, which are those of
  the pairs and of `extra`;
- `numeric`: what was typed, a text; a plain number is taken too;
- `ordering`: a list of ids of steps, in the order they were put in.

Nothing here raises for an answer, however damaged: what does not fit counts as not there.

To add a type, write its functions and register them in `TYPES`.
"""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare, is_finite
from servicequality.core.typed_numbers import read_number
from servicequality.core.values import Problem

RIGHT, PARTLY, WRONG, OPEN = "right", "partly", "wrong", "open"
# Verdicts on parts besides right and wrong. Of options: right but not chosen, and rightly left.
MISSED, LEFT = "missed", "left"
# Of steps: they stand before or after their place.
EARLY, LATE = "early", "late"

LONGEST_NUMBER = 60


def checked(item: dict[str, Any], answer: Any) -> dict[str, Any]:
    """The judgement of an answer: `status`, `parts` and `mistake`.

    `status` is `"right"`, `"partly"`, `"wrong"`, or `"open"` where something is missing, cannot be
    read or is damaged; partly is not right. `parts` are dicts with `id` and `verdict`, none while
    the status is open:

    - options and reasons: `"right"` and `"wrong"` for those chosen, `"missed"` for a right one
      that was not, `"left"` for the others. Before the reasons of a `true_false` stands the part
      `"answer"`, right or wrong;
    - pairs: `"right"` or `"wrong"`;
    - steps, in their right order: `"right"`, `"early"` or `"late"`, with `place` (where the step
      belongs) and `stood` (where it was put), both counted from 1;
    - a number: the one part `"value"`, right or wrong.

    Partly right is: of a `multiple`, at least one right option chosen, and not every option; of a
    `true_false`, the right answer with a wrong reason; of a `matching`, at least one pair; of an
    `ordering`, more than half of all pairs of steps the right way round, which is what chance
    gives. A `single` and a number are right or wrong.

    `mistake` is the position, in the item's `mistakes`, of the one that a wrong number shows: the
    nearest within the item's tolerance. It is None otherwise.
    """
    draft = fitting(item, answer)[0]
    if problem_of(item, draft) is not None:
        return {"status": OPEN, "parts": [], "mistake": None}
    found: dict[str, Any] = TYPES[item["type"]]["check"](item, draft)
    return found


def is_complete(item: dict[str, Any], answer: Any) -> bool:
    """Whether an answer can be judged: nothing is missing, and a number can be read."""
    return problem(item, answer) is None


def problem(item: dict[str, Any], answer: Any) -> dict[str, Any] | None:
    """What is still to be done before an answer can be judged; None where nothing is.

    A dict with `message`, the id of a text, and `words`, which fill it.
    """
    return problem_of(item, fitting(item, answer)[0])


def problem_of(item: dict[str, Any], draft: Any) -> dict[str, Any] | None:
    """As `problem`, for an answer that fits its item."""
    try:
        TYPES[item["type"]]["complete"](item, draft)
    except Problem as found:
        return {"message": found.message, "words": found.words}
    return None


def key_of(item: dict[str, Any]) -> Any:
    """The right answer to an item."""
    return TYPES[item["type"]]["key"](item)


def fitting(item: dict[str, Any], answer: Any) -> tuple[Any, bool]:
    """What of an answer fits its item, complete or not, and whether that is all of it.

    None stands for no answer. Ids that the item does not have and values of another kind are left
    out.
    """
    if answer is None:
        return None, True
    found: tuple[Any, bool] = TYPES[item["type"]]["fit"](item, answer)
    return found


def ids_of(entries: list[dict[str, Any]]) -> list[str]:
    """The ids of options, pairs or steps, in their order."""
    return [entry["id"] for entry in entries]


def right_ids(entries: list[dict[str, Any]]) -> list[str]:
    """The ids of the options that are right."""
    return [entry["id"] for entry in entries if entry.get("right") is True]


def right_sides(item: dict[str, Any]) -> list[str]:
    """The ids of all right sides of a matching: its pairs, then what fits none of them."""
    return ids_of(item["pairs"]) + ids_of(item.get("extra", []))


def verdicts(entries: list[dict[str, Any]], chosen: list[str]) -> list[dict[str, Any]]:
    """The parts of a judgement for options, of which some were chosen."""
    parts = []
    for entry in entries:
        if entry.get("right") is True:
            verdict = RIGHT if entry["id"] in chosen else MISSED
        else:
            verdict = WRONG if entry["id"] in chosen else LEFT
        parts.append({"id": entry["id"], "verdict": verdict})
    return parts


def judged(status: str, parts: list[dict[str, Any]], mistake: int | None = None) -> dict[str, Any]:
    """A judgement, as `checked` gives it."""
    return {"status": status, "parts": parts, "mistake": mistake}


def known_texts(answer: Any, known: list[str]) -> tuple[list[str], bool]:
    """The entries of a list that are known, each once, and whether no other was there."""
    if not isinstance(answer, list):
        return [], False
    found: list[str] = []
    whole = True
    for entry in answer:
        if not isinstance(entry, str) or entry not in known:
            whole = False
        elif entry not in found:
            found.append(entry)
    return found, whole


# One option


def fit_single(item: dict[str, Any], answer: Any) -> tuple[Any, bool]:
    """The chosen option."""
    if isinstance(answer, str) and answer in ids_of(item["options"]):
        return answer, True
    return None, False


def complete_single(_item: dict[str, Any], draft: Any) -> None:
    """Raises Problem where no option is chosen."""
    if draft is None:
        raise Problem("choose_one")


def check_single(item: dict[str, Any], draft: Any) -> dict[str, Any]:
    """The judgement of one chosen option."""
    right = draft in right_ids(item["options"])
    return judged(RIGHT if right else WRONG, verdicts(item["options"], [draft]))


def key_single(item: dict[str, Any]) -> Any:
    """The right option."""
    return right_ids(item["options"])[0]


# Several options


def fit_multiple(item: dict[str, Any], answer: Any) -> tuple[Any, bool]:
    """The chosen options, in the order in which they stand."""
    known = ids_of(item["options"])
    found, whole = known_texts(answer, known)
    return [entry for entry in known if entry in found] or None, whole


def complete_multiple(_item: dict[str, Any], draft: Any) -> None:
    """Raises Problem where no option is chosen."""
    if draft is None:
        raise Problem("choose_some")


def check_multiple(item: dict[str, Any], draft: Any) -> dict[str, Any]:
    """The judgement of several chosen options."""
    key = right_ids(item["options"])
    hits = [entry for entry in draft if entry in key]
    status = WRONG
    if draft == key:
        status = RIGHT
    elif hits and len(draft) < len(item["options"]):
        status = PARTLY
    return judged(status, verdicts(item["options"], draft))


def key_multiple(item: dict[str, Any]) -> Any:
    """The right options."""
    return right_ids(item["options"])


# True or false, and why


def fit_true_false(item: dict[str, Any], answer: Any) -> tuple[Any, bool]:
    """The chosen answer and reason."""
    if not isinstance(answer, dict):
        return None, False
    said, reason = answer.get("answer"), answer.get("reason")
    whole = True
    for name in answer:
        if name not in ("answer", "reason"):
            whole = False
    if said is not None and not isinstance(said, bool):
        said, whole = None, False
    if reason is not None and (
        not isinstance(reason, str) or reason not in ids_of(item["reasons"])
    ):
        reason, whole = None, False
    if said is None and reason is None:
        return None, whole
    return {"answer": said, "reason": reason}, whole


def complete_true_false(_item: dict[str, Any], draft: Any) -> None:
    """Raises Problem where answer or reason are not chosen."""
    if draft is None or draft["answer"] is None:
        raise Problem("choose_verdict")
    if draft["reason"] is None:
        raise Problem("choose_reason")


def check_true_false(item: dict[str, Any], draft: Any) -> dict[str, Any]:
    """The judgement of an answer and its reason."""
    said = draft["answer"] == item["answer"]
    status = WRONG
    if said:
        status = RIGHT if draft["reason"] in right_ids(item["reasons"]) else PARTLY
    first = {"id": "answer", "verdict": RIGHT if said else WRONG}
    return judged(status, [first] + verdicts(item["reasons"], [draft["reason"]]))


def key_true_false(item: dict[str, Any]) -> Any:
    """The right answer and its reason."""
    return {"answer": item["answer"], "reason": right_ids(item["reasons"])[0]}


# Pairs


def fit_matching(item: dict[str, Any], answer: Any) -> tuple[Any, bool]:
    """The right side chosen for each pair; a pair without one is not there."""
    if not isinstance(answer, dict):
        return None, False
    lefts, rights = ids_of(item["pairs"]), right_sides(item)
    found = {}
    whole = True
    for name in answer:
        chosen = answer[name]
        if name not in lefts:
            whole = False
        elif isinstance(chosen, str) and chosen in rights:
            found[name] = chosen
        elif chosen is not None:
            whole = False
    return found or None, whole


def complete_matching(item: dict[str, Any], draft: Any) -> None:
    """Raises Problem where a left side has nothing beside it."""
    if draft is None or len(draft) < len(item["pairs"]):
        raise Problem("match_all")


def check_matching(item: dict[str, Any], draft: Any) -> dict[str, Any]:
    """The judgement of pairs."""
    parts = []
    hits = 0
    for pair in item["pairs"]:
        right = draft[pair["id"]] == pair["id"]
        if right:
            hits = hits + 1
        parts.append({"id": pair["id"], "verdict": RIGHT if right else WRONG})
    status = PARTLY if hits else WRONG
    return judged(RIGHT if hits == len(parts) else status, parts)


def key_matching(item: dict[str, Any]) -> Any:
    """Each pair with its own right side."""
    key = {}
    for pair in item["pairs"]:
        key[pair["id"]] = pair["id"]
    return key


# A number


def fit_numeric(_item: dict[str, Any], answer: Any) -> tuple[Any, bool]:
    """What was typed, or a number."""
    if isinstance(answer, str) and len(answer) <= LONGEST_NUMBER:
        return answer or None, True
    if isinstance(answer, (int, float)) and not isinstance(answer, bool) and is_finite(answer):
        return answer, True
    return None, False


def complete_numeric(item: dict[str, Any], draft: Any) -> None:
    """Raises Problem where nothing is typed, or something that cannot be read as a number."""
    readings(item, draft)


def check_numeric(item: dict[str, Any], draft: Any) -> dict[str, Any]:
    """The judgement of a number: right within the tolerance, or wrong, and by which mistake."""
    values = readings(item, draft)
    for value in values:
        if compare(abs(value - item["answer"]), item["tolerance"]) <= 0:
            return judged(RIGHT, [{"id": "value", "verdict": RIGHT}])
    nearest = None
    distance = 0.0
    for place in range(len(item["mistakes"])):
        for value in values:
            away = abs(value - item["mistakes"][place]["value"])
            if compare(away, item["tolerance"]) > 0:
                continue
            if nearest is None or compare(away, distance) < 0:
                nearest, distance = place, away
    return judged(WRONG, [{"id": "value", "verdict": WRONG}], nearest)


def key_numeric(item: dict[str, Any]) -> Any:
    """The right number."""
    return item["answer"]


def readings(item: dict[str, Any], draft: Any) -> list[float]:
    """The numbers that an answer may mean, the likeliest first. Raises Problem for none."""
    if draft is None:
        raise Problem("number_missing")
    return read_number(draft, item["unit"]) if isinstance(draft, str) else [draft]


# Steps


def fit_ordering(item: dict[str, Any], answer: Any) -> tuple[Any, bool]:
    """The steps that were put in order, perhaps not all yet."""
    found, whole = known_texts(answer, ids_of(item["steps"]))
    return found or None, whole


def complete_ordering(item: dict[str, Any], draft: Any) -> None:
    """Raises Problem where a step has no place."""
    if draft is None or len(draft) < len(item["steps"]):
        raise Problem("place_all")


def check_ordering(item: dict[str, Any], draft: Any) -> dict[str, Any]:
    """The judgement of an order."""
    stood = {}
    for place in range(len(draft)):
        stood[draft[place]] = place + 1
    places = [stood[step["id"]] for step in item["steps"]]
    parts = []
    forwards = 0
    backwards = 0
    for place in range(len(places)):
        verdict = RIGHT
        if places[place] != place + 1:
            verdict = EARLY if places[place] < place + 1 else LATE
        parts.append(
            {
                "id": item["steps"][place]["id"],
                "verdict": verdict,
                "place": place + 1,
                "stood": places[place],
            }
        )
        for later in places[place + 1 :]:
            if later > places[place]:
                forwards = forwards + 1
            else:
                backwards = backwards + 1
    status = PARTLY if forwards > backwards else WRONG
    return judged(RIGHT if backwards == 0 else status, parts)


def key_ordering(item: dict[str, Any]) -> Any:
    """The steps in their right order."""
    return ids_of(item["steps"])


TYPES: dict[str, dict[str, Any]] = {
    "single": {
        "fit": fit_single,
        "complete": complete_single,
        "check": check_single,
        "key": key_single,
    },
    "multiple": {
        "fit": fit_multiple,
        "complete": complete_multiple,
        "check": check_multiple,
        "key": key_multiple,
    },
    "true_false": {
        "fit": fit_true_false,
        "complete": complete_true_false,
        "check": check_true_false,
        "key": key_true_false,
    },
    "matching": {
        "fit": fit_matching,
        "complete": complete_matching,
        "check": check_matching,
        "key": key_matching,
    },
    "numeric": {
        "fit": fit_numeric,
        "complete": complete_numeric,
        "check": check_numeric,
        "key": key_numeric,
    },
    "ordering": {
        "fit": fit_ordering,
        "complete": complete_ordering,
        "check": check_ordering,
        "key": key_ordering,
    },
}
