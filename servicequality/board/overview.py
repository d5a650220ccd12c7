"""All that is shown of a round's results, as nodes, and as pictures to be saved."""

from __future__ import annotations

from typing import Any

from servicequality.board.pictures import Picture
from servicequality.board.say import Node, Say, paragraph
from servicequality.board.shown_numbers import (
    label_and_unit,
    number_matrix,
    number_nodes,
    number_pictures,
    scrolling,
)
from servicequality.board.shown_options import (
    in_lines,
    option_matrix,
    option_rows,
    option_table,
)
from servicequality.board.sides import Side, Told, beside, entry_label, groups
from servicequality.charts.answer_bars import answer_bars
from servicequality.classmode.subjects import (
    NUMBER,
    OPTIONS,
    TEXT,
    ExerciseSubject,
    ItemSubject,
    Subject,
)

# How an answer is judged, which tells what is right.
VERDICT = "verdict"
# As long as a line of a picture's title may be, in characters.
TITLE_LINE = 70


def shown_entries(side: Side, subject: Subject, mark: bool) -> list[Told]:
    """The distributions that belong to the whole picture.

    How students scored themselves is left out, which they do for themselves, and unless what is
    right is asked for, how answers are judged.
    """
    tells_more = mark and not is_plain_choice(subject)
    left_out = own_scores(subject) | (set() if tells_more else {VERDICT})
    return [entry for key, entry in side.entries.items() if key not in left_out]


def is_plain_choice(subject: Subject) -> bool:
    """Whether an answer is right or wrong by what was chosen, which its bars show already."""
    return isinstance(subject, ItemSubject) and subject.item["type"] == "single"


def own_scores(subject: Subject) -> set[str]:
    """The fields in which students open a model answer and score their own."""
    if not isinstance(subject, ExerciseSubject) or subject.spec["teaching"] is None:
        return set()
    teaching = subject.spec["teaching"]
    return {teaching["reveal"], *teaching["scores"]}


def overview_nodes(
    say: Say, subject: Subject, now: Side, before: Side | None, mark: bool
) -> list[Node]:
    """Everything: each entry, those of a table together."""
    parts = []
    for group in groups(shown_entries(now, subject, mark)):
        if len(group) == 1:
            inner = entry_nodes(say, group[0]["key"], now, before, mark)
        else:
            inner = group_nodes(say, subject, group, now, before, mark)
        parts.append(["div", {"class": "sq-board-figure"}, *inner])
    return parts


def entry_nodes(say: Say, key: str, now: Side, before: Side | None, mark: bool) -> list[Node]:
    """One entry, beside that of an earlier round where there is one."""
    found = beside(key, now, before)
    if found.now["kind"] == OPTIONS:
        return [scrolling(entry_label(say, found.now), option_table(say, found, mark))]
    if found.now["kind"] == NUMBER:
        return number_nodes(say, found, mark)
    title = ["p", {"class": "sq-board-title"}, ["strong", {}, entry_label(say, found.now)]]
    return [title, paragraph(say("texts_count", count=found.now["answers"]))]


def group_nodes(
    say: Say, subject: Subject, group: list[Told], now: Side, before: Side | None, mark: bool
) -> list[Node]:
    """The entries of a table: a table for each round."""
    sides = [now] if before is None else [before, now]
    kind = group[0]["kind"]
    name = group[0]["label"] if group[0]["row"] else subject.title
    parts = []
    for side in sides:
        entries = [side.entries[entry["key"]] for entry in group if entry["key"] in side.entries]
        if not entries:
            continue
        title = name if before is None else say("matrix_title", title=name, label=side.label)
        if kind == TEXT:
            count = sum(entry["values"] for entry in entries)
            parts += [paragraph(title, "sq-board-title"),
                      paragraph(say("texts_count", count=count))]  # fmt: skip
            continue
        drawn = option_matrix if kind == OPTIONS else number_matrix
        parts.append(scrolling(title, drawn(say, title, entries, mark)))
    return parts


def pictures(
    say: Say, subject: Subject, key: str, now: Side, before: Side | None, mark: bool
) -> list[tuple[str, Picture]]:
    """What can be saved as pictures, each under its title: one entry, or those that stand alone.

    `key` is that of an entry, or empty for all. Tables are no pictures; they are in the files.
    """
    if key:
        return entry_pictures(say, subject, key, now, before, mark)
    return [
        picture
        for group in groups(shown_entries(now, subject, mark))
        if len(group) == 1
        for picture in entry_pictures(say, subject, group[0]["key"], now, before, mark)
    ]


def entry_pictures(
    say: Say, subject: Subject, key: str, now: Side, before: Side | None, mark: bool
) -> list[tuple[str, Picture]]:
    """The pictures of one entry; none of texts."""
    both = beside(key, now, before)
    number = both.now["kind"] == NUMBER
    label = label_and_unit(say, both.now) if number else entry_label(say, both.now)
    # Of a question of the bank the title says what is answered.
    alone = isinstance(subject, ItemSubject) and key == "answer"
    whole = subject.title if alone else say("matrix_title", title=subject.title, label=label)
    title = in_lines(whole, TITLE_LINE)
    if both.now["kind"] == OPTIONS:
        texts: dict[str, Any] = {"before": both.before_label, "now": both.now_label,
                                 "title": title}  # fmt: skip
        return [(label, Picture(answer_bars, texts, option_rows(say, both, mark)))]
    if number:
        return [(label, picture) for picture in number_pictures(say, both, title)]
    return []
