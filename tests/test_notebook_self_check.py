"""The notebook form of a self-check: its widgets, used as readers use them, without a browser."""

from __future__ import annotations

import json
import random
import re
from html import unescape
from typing import Any

import ipywidgets
import pytest

from servicequality import self_check
from servicequality.core.answers import TYPES, key_of
from servicequality.core.self_check import screen
from servicequality.core.workbook import MOMENT, shaped
from servicequality.i18n.numbers import format_number
from servicequality.notebook.items import KINDS, Order
from servicequality.notebook.self_check import BUTTONS, MIME, RECORDS, LiveSelfCheck
from servicequality.page.html import to_text
from servicequality.practice.bank import BankError, topics
from servicequality.practice.words import SELF_CHECK
from tests.questions_of_all_types import (
    ALL,
    MATCHING,
    MULTIPLE,
    NUMERIC,
    ORDERING,
    PARTLY,
    SINGLE,
    TRUE_FALSE,
    WRONG,
    spec_of,
)

Item = dict[str, Any]
ONCE, END = "start_once", "start_end"
ITEMS = pytest.mark.parametrize("item", ALL, ids=lambda item: item["type"])


def live_of(items: list[Item], start: str = ONCE, seed: int = 7) -> LiveSelfCheck:
    """A self-check on items, with a record of its own; begun with one of the two buttons."""
    live = LiveSelfCheck(spec_of(items), records={}, seed=seed)
    if start:
        live.buttons[start].click()
    return live


def seen(widget: ipywidgets.Widget) -> str:
    """The text of a widget and all inside it that is not hidden, read from top to bottom."""
    if widget.layout.display == "none":
        return ""
    found = ""
    if isinstance(widget, ipywidgets.HTML):
        found = re.sub(r"<style>.*?</style>", "", widget.value, flags=re.DOTALL)
        found = unescape(re.sub(r"<[^>]*>", "\n", found))
    elif isinstance(widget, (ipywidgets.Button, ipywidgets.Checkbox)):
        found = widget.description
    elif isinstance(widget, (ipywidgets.RadioButtons, ipywidgets.Dropdown)):
        found = "\n".join([widget.description, *widget._options_labels])
    elif isinstance(widget, ipywidgets.Text):
        found = f"{widget.description}\n{widget.value}"
    return "\n".join([found, *(seen(child) for child in getattr(widget, "children", ()))])


def buttons(live: LiveSelfCheck) -> list[str]:
    """The buttons to be seen, by the id of their text, in the order in which they stand."""
    return [word for word, button in live.buttons.items() if button.layout.display != "none"]


def go_list(live: LiveSelfCheck) -> list[str]:
    """The texts of the list of questions; none where it is hidden."""
    if live.list.layout.display == "none":
        return []
    return [place.description for place in live.places if place.layout.display != "none"]


def enter(live: LiveSelfCheck, item: Item, answer: Any) -> None:
    """Gives an answer with the controls of the question that is shown."""
    controls = live.controls
    if item["type"] == "true_false":
        controls["answer"].value = answer["answer"]
        controls["reason"].value = answer["reason"]
    elif item["type"] == "matching":
        for name, choice in answer.items():
            controls[name].value = choice
    elif item["type"] == "multiple":
        for name, tick in controls["answer"].ticks.items():
            tick.value = name in answer
    elif item["type"] == "ordering":
        steps = controls["answer"]
        for place, name in enumerate(answer):
            while steps.value[place] != name:
                steps.up[steps.value.index(name)].click()
    else:
        controls["answer"].value = str(answer)


def visit(live: LiveSelfCheck) -> dict[str, Any]:
    """The visit of the record that is shown."""
    run = live.record["runs"]["all"]
    found: dict[str, Any] = run["visits"][run["at"]]
    return found


def check_shown(live: LiveSelfCheck) -> None:
    """What is seen is what the core's screen says: its words, its buttons, its list."""
    shown = screen(live.record, live.spec)
    assert live.shown == shown
    text = re.sub(r"\s+", " ", seen(live.widget))

    def has(part: str) -> bool:
        return re.sub(r"\s+", " ", part).strip() in text

    assert buttons(live) == [button["word"] for button in shown["buttons"]]
    main = [word for word in buttons(live) if "sq-main" in live.buttons[word]._dom_classes]
    assert main == [button["word"] for button in shown["buttons"] if button["main"]]
    if shown["phase"] != "asking" or shown["problem"]:
        assert has(to_text(shown["say"], "en"))
    assert has(to_text(shown["note"], "en"))
    if shown["item"] is not None:
        position = shown["position"]
        assert has(f"Question {position['at']} of {position['of']} ·")
        assert has(SELF_CHECK["second_try"]) is (position["try"] > 1)
        assert has(shown["item"]["question"])
        states = [SELF_CHECK["state_" + entry["state"]] for entry in shown["list"]]
        entries = [f"Question {at + 1}: {state}" for at, state in enumerate(states)]
        assert go_list(live) == (entries if len(entries) > 1 else [])
        current = [place for place in live.places if "sq-current" in place._dom_classes]
        assert len(current) == 1
        offered = [choice["text"] for choice in shown["item"].get("choices", [])]
        for part in parts_of(shown["item"]) + (offered if shown["phase"] == "asking" else []):
            assert has(part), part
        for absent in held_back(live, shown["item"]):
            assert not has(absent), absent
    else:
        assert go_list(live) == []
        assert live.controls == {}
    for reviewed in shown["review"]:
        assert has(reviewed["item"]["question"])
        for part in parts_of(reviewed["item"]):
            assert has(part), part


def parts_of(item: dict[str, Any]) -> list[str]:
    """All texts of a question that the core's screen holds."""
    found = [item["explanation"] or ""]
    for name in ("options", "pairs", "steps"):
        for entry in item.get(name, []):
            found += [entry.get("text") or entry["left"], entry["explanation"] or ""]
            right = entry["right"]
            if isinstance(right, str):
                found.append(right)
    if item["type"] == "numeric":
        found += [item["mistake"] or ""]
        if item["right"] is not None and item["status"] != "right":
            found.append(format_number(-1.1, 1, False, "en"))
    return found


def held_back(live: LiveSelfCheck, item: dict[str, Any]) -> list[str]:
    """The explanations of a question that the core's screen does not hold."""
    (whole,) = [entry for entry in live.spec["items"] if entry["id"] == item["id"]]
    there = parts_of(item)
    texts = [whole.get("explanation")]
    for name in ("options", "reasons", "pairs", "extra", "steps", "mistakes"):
        texts += [entry["explanation"] for entry in whole.get(name, [])]
    return [text for text in texts if text and text not in there]


@pytest.fixture(autouse=True)
def no_records() -> None:
    RECORDS.clear()


def test_every_type_has_its_widgets() -> None:
    assert KINDS.keys() == TYPES.keys() == {item["type"] for item in ALL}


def test_before_the_start_it_says_what_it_is_and_asks_nothing() -> None:
    live = live_of(ALL, start="")
    text = seen(live.widget)
    for part in ("Self-check · 6 questions", "Small", "6 questions are waiting.", "notebook"):
        assert part in re.sub(r"\s+", " ", text)
    assert buttons(live) == ["start_once", "start_end"]
    assert not any(item["question"] in text for item in ALL)
    check_shown(live)


@pytest.mark.parametrize(
    ("item", "answer", "status"),
    [
        *((item, key_of(item), "right") for item in ALL),
        *((item, WRONG[item["id"]], "wrong") for item in ALL),
        *((item, PARTLY[item["id"]], "partly") for item in ALL if item["id"] in PARTLY),
    ],
)
def test_an_answer_is_taken_from_the_widgets_and_judged(
    item: Item, answer: Any, status: str
) -> None:
    live = live_of([item])
    assert visit(live)["answer"] is None
    check_shown(live)
    enter(live, item, answer)
    taken = visit(live)["answer"]
    assert taken == (str(answer) if item["type"] == "numeric" else answer)
    check_shown(live)
    live.buttons["check"].click()
    assert live.shown["phase"] == "told"
    assert live.shown["item"]["status"] == status
    assert live.controls == {}
    check_shown(live)


@ITEMS
def test_feedback_stands_beside_each_part(item: Item) -> None:
    live = live_of([item])
    enter(live, item, WRONG[item["id"]])
    live.buttons["check"].click()
    (feedback,) = live.body.children
    wrong = re.findall(r'<li data-verdict="wrong">(.*?)</li>', feedback.value)
    assert wrong
    words = {SELF_CHECK[name] for name in ("verdict_wrong", "verdict_early", "verdict_late")}
    for part in wrong:
        assert any(word in part for word in words)
    assert SELF_CHECK["explanation"] not in feedback.value


def test_a_wrong_option_says_why_and_the_others_keep_silent() -> None:
    live = live_of([SINGLE])
    live.controls["answer"].value = "b"
    live.buttons["check"].click()
    (feedback,) = live.body.children
    (chosen,) = re.findall(r'<li data-verdict="wrong">(.*?)</li>', feedback.value)
    assert chosen == (
        '<p class="sq-part">Option b</p><p class="sq-verdict">Your answer · Not right</p>'
        '<p class="sq-note">Because of b.</p>'
    )
    for other in "acd":
        assert f"Option {other}" in feedback.value
        assert f"Because of {other}" not in feedback.value


@ITEMS
def test_what_is_missing_is_said_until_something_is_entered(item: Item) -> None:
    live = live_of([item])
    live.buttons["check"].click()
    assert live.shown["phase"] == "asking"
    assert 'role="alert"' in live.texts["problem"].value
    check_shown(live)
    controls = dict(live.controls)
    enter(live, item, WRONG[item["id"]])
    assert live.texts["problem"].value == ""
    # What the reader is using stays what it is.
    assert live.controls == controls


@ITEMS
def test_the_answer_is_shown_when_asked_for(item: Item) -> None:
    live = live_of([item])
    live.buttons["reveal"].click()
    assert live.shown["item"]["status"] == "revealed"
    text = re.sub(r"\s+", " ", seen(live.widget))
    assert SELF_CHECK["say_revealed"] in text
    assert SELF_CHECK["answer_label"] not in text or item["type"] == "true_false"
    check_shown(live)


@ITEMS
def test_the_answer_is_shown_after_a_wrong_one(item: Item) -> None:
    live = live_of([item])
    enter(live, item, WRONG[item["id"]])
    live.buttons["check"].click()
    hidden = held_back(live, live.shown["item"])
    assert hidden
    live.buttons["reveal"].click()
    assert live.shown["item"]["status"] == "wrong"
    text = seen(live.widget)
    for part in hidden:
        # Of a number only the mistake that was made is told.
        assert part in text or part in [entry["explanation"] for entry in item.get("mistakes", [])]
    assert "reveal" not in buttons(live)
    check_shown(live)


@pytest.mark.parametrize(
    ("item", "answer", "lines"),
    [
        (SINGLE, "b", ["Your answer · Not right", "This is the right one"]),
        (
            MULTIPLE,
            ["a", "b"],
            ["Your answer · Right", "Your answer · Not right", "This one is right too",
             "Rightly left out"],
        ),
        (
            TRUE_FALSE,
            {"answer": False, "reason": "x"},
            ["Your answer · Right", "Your reason · Not right", "This is the right one"],
        ),
        (
            MATCHING,
            {"p": "p", "q": "s", "r": "p"},
            ["Your answer: Right p · Right", "Your answer: Right s · Not right · Belongs here: "
             "Right q", "Your answer: Right p · Not right · Belongs here: Right r"],
        ),
        (NUMERIC, "1.1", ["Not right"]),
        (
            ORDERING,
            ["l", "k", "m", "n"],
            ["It comes later · Belongs at place 2", "It comes earlier · Belongs at place 1",
             "Right"],
        ),
    ],
    ids=lambda value: value["type"] if isinstance(value, dict) and "type" in value else "",
)  # fmt: skip
def test_verdicts_are_words(item: Item, answer: Any, lines: list[str]) -> None:
    live = live_of([item])
    enter(live, item, answer)
    live.buttons["check"].click()
    live.buttons["reveal"].click()
    (feedback,) = live.body.children
    found = re.findall(r'<p class="sq-verdict">(.*?)</p>', feedback.value)
    assert set(found) == set(lines)


def test_the_right_number_is_written_as_numbers_are() -> None:
    live = live_of([NUMERIC])
    assert live.controls["answer"].description == "Your number (scale points)"
    # Whole, before the click that has it checked.
    assert live.controls["answer"].continuous_update is False
    live.buttons["reveal"].click()
    assert "The right number: −1.1 scale points" in seen(live.widget)


def test_steps_that_were_not_judged_are_shown_in_their_order() -> None:
    live = live_of([ORDERING])
    live.buttons["reveal"].click()
    (feedback,) = live.body.children
    assert re.findall(r"Step (\w)<", feedback.value) == ["k", "l", "m", "n"]
    assert SELF_CHECK["belongs_at"][:10] not in feedback.value


def test_steps_are_moved_with_named_buttons() -> None:
    strings = {**SELF_CHECK}
    order = Order([{"id": name, "text": f"Step {name}"} for name in "klm"], strings)
    assert [button.disabled for button in order.up] == [True, False, False]
    assert [button.disabled for button in order.down] == [False, False, True]
    assert order.down[0].description == "Move down: Step k"
    order.down[0].click()
    assert order.value == ["l", "k", "m"]
    assert order.moved.value == "Step k: now at place 2 of 3."
    assert order.up[1].description == "Move up: Step k"
    order.move(0, -1)
    order.move(2, 1)
    assert order.value == ["l", "k", "m"]


def test_nothing_is_chosen_in_the_place_of_the_reader() -> None:
    for item in (SINGLE, MULTIPLE, TRUE_FALSE, MATCHING, NUMERIC):
        live = live_of([item])
        for control in live.controls.values():
            assert control.value in (None, "", [])


def test_a_run_with_feedback_at_once_brings_missed_questions_back() -> None:
    live = live_of([SINGLE, NUMERIC])
    enter(live, SINGLE, "b")
    live.buttons["check"].click()
    assert "comes back later" in seen(live.widget)
    live.buttons["next"].click()
    enter(live, NUMERIC, "-1.1")
    live.buttons["check"].click()
    live.buttons["next"].click()
    assert live.shown["item"]["id"] == "one"
    check_shown(live)
    enter(live, SINGLE, "a")
    live.buttons["check"].click()
    assert "to_results" in buttons(live)
    live.buttons["to_results"].click()
    text = re.sub(r"\s+", " ", seen(live.widget))
    assert "Right at the first try: 1 of 2. Right in the end: 2 of 2." in text
    assert "Your tries: not right, right" in text
    assert buttons(live) == ["again_all"]
    check_shown(live)


def test_a_run_with_feedback_at_the_end_tells_nothing_before_it() -> None:
    live = live_of([SINGLE, MATCHING, NUMERIC], start=END)
    assert "check" not in buttons(live)
    enter(live, SINGLE, "b")
    live.buttons["next"].click()
    enter(live, MATCHING, {"p": "q"})
    live.buttons["next"].click()
    live.buttons["back"].click()
    # A draft is there again.
    assert {name: live.controls[name].value for name in "pqr"} == {"p": "q", "q": "", "r": ""}
    live.buttons["back"].click()
    assert live.controls["answer"].value == "b"
    check_shown(live)
    live.places[2].click()
    assert SELF_CHECK["unanswered"].replace("{count}", "2") in seen(live.widget)
    assert "Not right" not in seen(live.widget)
    live.buttons["finish"].click()
    text = re.sub(r"\s+", " ", seen(live.widget))
    assert "Right at the first try: 0 of 3." in text
    assert "Not answered: 2" in text
    assert buttons(live) == ["again_missed", "again_all"]
    check_shown(live)


def test_the_list_leads_to_a_question() -> None:
    live = live_of(ALL)
    live.places[4].click()
    assert live.shown["item"]["id"] == "number"
    assert "sq-current" in live.places[4]._dom_classes
    check_shown(live)


def test_the_review_shows_answers_one_by_one() -> None:
    live = live_of([SINGLE, NUMERIC], start=END)
    enter(live, SINGLE, "b")
    live.buttons["finish"].click()
    place, button = live.entries["one"]
    assert "<details open>" in place.value
    assert "Because of a." not in place.value
    button.click()
    assert "Because of a." in place.value
    assert button.layout.display == "none"
    # The other is not shown along.
    assert live.entries["number"][1].layout.display != "none"
    assert "−1.1" not in live.entries["number"][0].value
    check_shown(live)


def test_what_was_right_is_folded_in_the_review() -> None:
    live = live_of([SINGLE])
    enter(live, SINGLE, "a")
    live.buttons["check"].click()
    live.buttons["to_results"].click()
    assert "<details><summary>" in live.entries["one"][0].value


def test_missed_ones_make_a_new_run() -> None:
    live = live_of([SINGLE, NUMERIC, ORDERING], start=END)
    enter(live, SINGLE, "a")
    live.buttons["finish"].click()
    live.buttons["again_missed"].click()
    assert go_list(live) == ["Question 1: no answer yet", "Question 2: no answer yet"]
    assert live.review.children == ()
    check_shown(live)


def test_a_second_click_does_no_harm() -> None:
    live = live_of([SINGLE, NUMERIC])
    enter(live, SINGLE, "a")
    live.buttons["check"].click()
    before = live.record
    live.buttons["check"].click()
    live.buttons["start_once"].click()
    assert live.record == before
    live.buttons["next"].click()
    live.buttons["next"].click()
    assert live.shown["item"]["id"] == "number"


def test_markup_in_texts_is_shown_as_text() -> None:
    mean = "<b>bold</b> & $x$"
    option = {**SINGLE["options"][1], "text": mean, "explanation": mean}
    item = {**SINGLE, "question": mean, "options": [SINGLE["options"][0], option]}
    steps = [{**step, "text": mean + step["id"]} for step in ORDERING["steps"]]
    live = live_of([item, {**ORDERING, "steps": steps}])
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; $x$" in live.texts["asked"].value
    enter(live, item, "b")
    live.buttons["check"].click()
    live.buttons["next"].click()
    order = live.controls["answer"]
    order.up[1].click()
    live.buttons["reveal"].click()
    live.buttons["stop"].click()
    htmls = [order.moved.value, *(line.value for line in order.lines)]
    htmls += [place.value for place, _ in live.entries.values()]
    assert all("<b>" not in html for html in htmls)
    assert all("&lt;b&gt;" in html for html in htmls)


@pytest.mark.parametrize("seed", range(12))
def test_random_readers_see_what_the_core_says(seed: int) -> None:
    rng = random.Random(seed)
    live = live_of(ALL, start="", seed=seed)
    by_id = {item["id"]: item for item in ALL}
    for _ in range(60):
        doing = rng.random()
        if live.shown["phase"] == "asking" and doing < 0.5:
            item = by_id[live.shown["item"]["id"]]
            answers = [key_of(item), WRONG[item["id"]], PARTLY.get(item["id"])]
            enter(live, item, rng.choice([answer for answer in answers if answer is not None]))
        elif live.shown["item"] is not None and doing < 0.6:
            live.places[rng.randrange(len(live.shown["list"]))].click()
        elif live.shown["review"] and doing < 0.4:
            rng.choice(list(live.entries.values()))[1].click()
        else:
            live.buttons[rng.choice(buttons(live))].click()
        check_shown(live)


def test_every_button_of_the_core_has_its_place() -> None:
    assert set(BUTTONS) <= SELF_CHECK.keys()
    assert len(set(BUTTONS)) == len(BUTTONS) == 11


# In a notebook


def test_the_bundle_holds_topic_items_and_keys() -> None:
    only = ["breakfast-from-seven", "lake-hotel-promise"]
    bundle = self_check("five-gap-model", only)._repr_mimebundle_()
    assert bundle[MIME] == {
        "topic": "five-gap-model",
        "only": only,
        "keys": {"breakfast-from-seven": "gap-two", "lake-hotel-promise": -1.1},
    }
    assert bundle["text/plain"] == (
        "Self-check: five-gap-model (breakfast-from-seven, lake-hotel-promise)"
    )
    assert bundle["application/vnd.jupyter.widget-view+json"]["model_id"]
    assert len(bundle) == 3


@pytest.mark.parametrize("topic", topics())
def test_every_topic_is_shown_whole(topic: str) -> None:
    shown = self_check(topic)
    assert shown.data == json.loads(json.dumps(shown.data, allow_nan=False))
    assert (shown.data["topic"], shown.data["only"]) == (topic, None)
    assert list(shown.data["keys"]) == shown.spec["known"]
    assert repr(shown) == f"Self-check: {topic}"
    live = LiveSelfCheck(shown.spec, records={}, seed=3)
    live.buttons[ONCE].click()
    for number in range(len(shown.spec["items"])):
        live.places[number].click()
        assert live.controls
        live.buttons["reveal"].click()
        assert live.shown["item"]["key"] is True
        text = re.sub(r"\s+", " ", seen(live.widget))
        for part in parts_of(live.shown["item"]):
            if live.shown["item"]["type"] != "numeric":
                assert re.sub(r"\s+", " ", part).strip() in text


def test_a_topic_that_is_not_there_is_named_with_near_misses() -> None:
    with pytest.raises(BankError, match=r"no topic 'five-gaps'.*'five-gap-model'"):
        self_check("five-gaps")


def test_an_item_that_is_not_there_is_named_with_near_misses() -> None:
    with pytest.raises(BankError, match=r"no item 'breakfast-at-seven'.*'breakfast-from-seven'"):
        self_check("five-gap-model", only=["breakfast-at-seven"])
    with pytest.raises(BankError, match="names no item"):
        self_check("five-gap-model", only=[])


def test_one_item_without_its_list_is_told_how_to_be_written() -> None:
    with pytest.raises(BankError, match=r"only=\['breakfast-from-seven'\]"):
        self_check("five-gap-model", only="breakfast-from-seven")


def test_a_cell_that_is_run_again_goes_on() -> None:
    spec = self_check("five-gap-model", ["breakfast-from-seven"]).spec
    first = LiveSelfCheck(spec)
    first.buttons[ONCE].click()
    first.controls["answer"].value = "gap-two"
    first.buttons["check"].click()
    again = LiveSelfCheck(spec)
    assert again.shown == first.shown
    assert again.shown["phase"] == "told"
    # All self-checks on a topic share what came of its questions; runs are their own.
    whole = LiveSelfCheck(self_check("five-gap-model").spec)
    assert whole.shown["phase"] == "ready"
    history = whole.record["items"]["breakfast-from-seven"]
    assert history["history"] == ["right"]
    assert shaped(history["when"], MOMENT)


def test_it_speaks_the_language_of_the_course(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    folder = tmp_path / "bg" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    pairs = {
        "Check": "Провери",
        "Your answers last as long as this notebook or page is open.": "Докато е отворена.",
        "The five-gap model": "Моделът",
    }
    lines = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nLanguage: bg\\n"\n']
    lines += [f'msgid "{text}"\nmsgstr "{told}"\n' for text, told in pairs.items()]
    (folder / "servicequality.po").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setenv("SERVICEQUALITY_LOCALE", str(tmp_path))
    monkeypatch.setenv("SERVICEQUALITY_LANGUAGE", "bg")
    shown = self_check("five-gap-model")
    live = LiveSelfCheck(shown.spec, shown.language, records={})
    assert live.buttons["check"].description == "Провери"
    text = seen(live.widget)
    assert "Докато е отворена." in text
    assert "Моделът" in text
