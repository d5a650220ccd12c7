"""What the course itself answers to what a class was asked, as nodes."""

from __future__ import annotations

from typing import Any

from servicequality.board.say import Node, Say, paragraph
from servicequality.classmode.subjects import ExerciseSubject, ItemSubject, Subject
from servicequality.core.answers import key_of


def model_nodes(say: Say, subject: Subject) -> list[Node]:
    """The model answer of an exercise, or the right answer to a question and why.

    Nothing for an exercise that has none.
    """
    if isinstance(subject, ItemSubject):
        parts = right_answer(say, subject.item)
    elif isinstance(subject, ExerciseSubject):
        views = [view for view in subject.spec["views"] if view["kind"] == "model_answer"]
        parts = [paragraph(text) for view in views for text in view["paragraphs"]]
    else:
        parts = []
    if not parts:
        return []
    title = ["p", {"class": "sq-board-title"}, ["strong", {}, say.strings["model_answer"]]]
    return [["div", {"class": "sq-board-model"}, title, *parts]]


def right_answer(say: Say, item: dict[str, Any]) -> list[Node]:
    """The right answer to a question of the bank with its explanations."""
    parts: list[Node] = RIGHT[item["type"]](say, item)
    if item.get("explanation"):
        parts.append(paragraph(item["explanation"]))
    return parts


def right_options(_say: Say, item: dict[str, Any]) -> list[Node]:
    """The right options, each with why it is right."""
    return [explained(option) for option in item["options"] if option["right"]]


def explained(part: dict[str, Any]) -> Node:
    """An option or reason, and why."""
    words: list[Node] = [["strong", {}, part["text"]]]
    if part.get("explanation"):
        words += [" ", part["explanation"]]
    return ["p", {}, *words]


def right_true_false(say: Say, item: dict[str, Any]) -> list[Node]:
    """True or false, and the right reason."""
    word = say.strings["true" if item["answer"] else "false"]
    reasons = [explained(reason) for reason in item["reasons"] if reason["right"]]
    return [["p", {}, ["strong", {}, word]], *reasons]


def right_matching(say: Say, item: dict[str, Any]) -> list[Node]:
    """The pairs, each with why they belong together."""
    lines = []
    for pair in item["pairs"]:
        told = say("pair", left=pair["left"], right=pair["right"])
        lines.append(["li", {}, *explained({**pair, "text": told})[2:]])
    return [["ul", {}, *lines]]


def right_numeric(say: Say, item: dict[str, Any]) -> list[Node]:
    """The number."""
    return [["p", {}, ["strong", {}, say.number(item["answer"], item["decimals"], item["unit"])]]]


def right_ordering(_say: Say, item: dict[str, Any]) -> list[Node]:
    """The steps in their order."""
    texts = {step["id"]: step["text"] for step in item["steps"]}
    return [["ol", {}, *(["li", {}, texts[name]] for name in key_of(item))]]


RIGHT = {
    "single": right_options,
    "multiple": right_options,
    "true_false": right_true_false,
    "matching": right_matching,
    "numeric": right_numeric,
    "ordering": right_ordering,
}
