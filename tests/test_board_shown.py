"""What the board shows of a result: tables, sentences and charts, from plain data."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from servicequality.board import words as board_words
from servicequality.board.model_answer import model_nodes
from servicequality.board.overview import (
    entry_nodes,
    overview_nodes,
    own_scores,
    pictures,
    shown_entries,
)
from servicequality.board.pictures import light_tokens
from servicequality.board.say import NONE, Node, Say
from servicequality.board.shown_moves import move_nodes
from servicequality.board.shown_numbers import bin_label, number_pictures, number_rows, same_bins
from servicequality.board.shown_options import in_lines, option_rows
from servicequality.board.shown_profile import profile_nodes, profile_picture
from servicequality.board.shown_scatter import scatter_nodes, scatter_picture
from servicequality.board.shown_texts import judged_so_far, text_nodes
from servicequality.board.sides import Beside, Side, beside, groups
from servicequality.board.simulate import simulated
from servicequality.classmode.results import computed_profile, distribution, moves, scatter
from servicequality.classmode.subjects import Subject, every_subject, find_subject
from servicequality.i18n.numbers import format_number
from servicequality.practice.bank import items
from tests.of_each_kind import EXERCISE_IDS

SAY = Say("en")
GAPS = "exercise/gap-explorer"
SINGLE = "item/process-behind-a-conference"
HOSTILE = '<img src=x onerror="alert(1)">'


def side(subject: Subject, label: str, vote: int = 1, students: int = 12) -> Side:
    """A round that simulated students answered."""
    flats = [subject.flat(subject.checked(simulated(subject, 1, student, vote)))
             for student in range(students)]  # fmt: skip
    return Side.of(label, {"entries": [distribution(e, flats) for e in subject.entries]})


def soup(*nodes: Node) -> BeautifulSoup:
    """Nodes as a browser gets them."""
    return BeautifulSoup(SAY.html(list(nodes)), "html.parser")


def text(part: Tag) -> str:
    """The text of a part, its white space closed up."""
    return " ".join(part.get_text(" ").split())


def options(*counts: int, right: tuple[str, ...] = (), several: bool = False) -> dict[str, Any]:
    """A distribution of choices A, B and so on."""
    total = sum(counts)
    return {
        "key": "answer", "label": "Answer", "row": "", "kind": "options", "several": several,
        "unit": "", "decimals": 0, "right": list(right), "answers": total, "values": total,
        "options": [
            {"id": name, "label": f"Option {name}", "count": count,
             "share": count / total if total else 0.0}
            for name, count in zip("abcdef", counts, strict=False)
        ],
    }  # fmt: skip


def numbers(*counts: int, **changed: Any) -> dict[str, Any]:
    """A distribution of numbers from 1 on."""
    return {
        "key": "n", "label": "Rating", "row": "", "kind": "number", "several": False,
        "unit": "points", "decimals": 0, "right": [], "answers": sum(counts),
        "values": sum(counts), "median": 2.5, "mean": 2.0, "lower": 1.0, "upper": 3.0,
        "lowest": 1.0, "highest": 4.0,
        "bins": [{"low": float(place), "high": float(place), "count": count}
                 for place, count in enumerate(counts, start=1)],
    } | changed  # fmt: skip


def test_bars_say_what_the_numbers_say() -> None:
    now = Side("Vote 1", {"answer": options(3, 9, 0)})
    shown = soup(*entry_nodes(SAY, "answer", now, None, False))
    rows = shown.select("tbody tr")
    assert [text(row) for row in rows] == [
        "A. Option a 3 25%", "B. Option b 9 75%", "C. Option c 0 0%",
    ]  # fmt: skip
    widths = [part["style"] for part in shown.select(".sq-board-fill")]
    assert widths == ["--share: 0.2500", "--share: 0.7500", "--share: 0.0000"]
    assert all(part["aria-hidden"] == "true" for part in shown.select(".sq-board-fill"))
    assert "Students: 12." in text(shown.caption)
    assert [head["scope"] for head in shown.select("thead th")] == ["col"] * 3


def test_what_is_right_is_marked_only_on_asking() -> None:
    now = Side("Vote 1", {"answer": options(3, 9, right=("b",))})
    plain, marked = (soup(*entry_nodes(SAY, "answer", now, None, mark)) for mark in (False, True))
    assert "right" not in text(plain)
    heads = [text(row.th) for row in marked.select("tbody tr")]
    assert heads == ["A. Option a", "B. Option b ✓ right"]


def test_only_options_that_are_read_out_have_letters() -> None:
    for changed in ({"key": "shift"}, {"key": "answer/p"}):
        now = Side("Vote 1", {changed["key"]: options(3, 9) | changed})
        shown = soup(*entry_nodes(SAY, changed["key"], now, None, False))
        assert text(shown.tbody).startswith("Option a")
    verdict = options(3, 9)
    verdict["options"] = [
        {**option, "id": name}
        for option, name in zip(verdict["options"], ("yes", "no"), strict=True)
    ]
    shown = soup(*entry_nodes(SAY, "answer", Side("Vote 1", {"answer": verdict}), None, False))
    assert text(shown.tbody).startswith("Option a")


def test_two_votes_stand_side_by_side() -> None:
    now, before = (
        Side("Vote 2", {"answer": options(2, 10)}),
        Side("Vote 1", {"answer": options(8, 4)}),
    )
    shown = soup(*entry_nodes(SAY, "answer", now, before, False))
    bodies = [[text(row) for row in body.select("tr")] for body in shown.select("tbody")]
    assert bodies == [
        ["A. Option a Vote 1 8 67%", "Vote 2 2 17%"],
        ["B. Option b Vote 1 4 33%", "Vote 2 10 83%"],
    ]
    assert len(shown.select(".sq-board-earlier")) == 2
    assert "Answers: 12 (Vote 1) and 12 (Vote 2)." in text(shown.caption)


def test_an_option_that_an_earlier_class_did_not_have_was_never_chosen() -> None:
    now, before = Side("Now", {"answer": options(1, 2, 3)}), Side("Then", {"answer": options(4, 5)})
    last = soup(*entry_nodes(SAY, "answer", now, before, False)).select("tbody")[-1]
    assert text(last).startswith("C. Option c Then 0 0%")


def test_shares_of_ticks_are_explained() -> None:
    now = Side("Vote 1", {"answer": options(3, 9, several=True)})
    assert "more than 100%" in text(soup(*entry_nodes(SAY, "answer", now, None, False)).caption)


def test_numbers_have_a_sentence_a_chart_and_a_table() -> None:
    now = Side("Vote 1", {"n": numbers(1, 2, 0, 1)})
    shown = soup(*entry_nodes(SAY, "n", now, None, False))
    assert shown.svg["aria-hidden"] == "true"
    assert (
        "Vote 1: 4 entries. The median is 2.5 points; the middle half lies between 1.0 points and "
        "3.0 points, all between 1 points and 4 points."
    ) in text(shown)
    rows = [text(row) for row in shown.details.select("tbody tr")]
    assert rows == ["1 1", "2 2", "3 0", "4 1"]
    assert shown.select_one(".sq-board-scroll")["tabindex"] == "0"


def test_nobody_has_no_median() -> None:
    empty = numbers(0, 0, median=None, lower=None, upper=None, lowest=None, highest=None)
    shown = soup(*entry_nodes(SAY, "n", Side("Vote 1", {"n": empty}), None, False))
    assert "no number was entered" in text(shown)
    assert SAY.number(None, 0) == NONE


def test_numbers_counted_by_other_bins_have_a_chart_each() -> None:
    same = Beside(numbers(1, 2), "Vote 2", numbers(2, 1), "Vote 1")
    other = Beside(numbers(1, 2), "Vote 2", numbers(2, 1, 1), "Vote 1")
    assert (same_bins(same), same_bins(other)) == (True, False)
    assert [len(number_pictures(SAY, found)) for found in (same, other)] == [1, 2]
    rows = number_rows(SAY, same.sides)
    assert [(row["bin"], row["who"], row["count"]) for row in rows] == [
        ("1", "Vote 1", 2), ("2", "Vote 1", 1), ("1", "Vote 2", 1), ("2", "Vote 2", 2),
    ]  # fmt: skip


def test_ranges_are_named_by_both_ends() -> None:
    wide = numbers(bins=[{"low": 0.0, "high": 2.5, "count": 3}])
    assert number_rows(SAY, [("Vote 1", wide)])[0]["bin"] == "0.0 –\n2.5"
    assert bin_label(SAY, wide, wide["bins"][0]) == "0.0 to 2.5"


def test_cells_of_a_table_stand_together() -> None:
    subject = find_subject("exercise/cost-ledger")
    now = side(subject, "Vote 1")
    sizes = {group[0]["key"].partition("/")[0]: len(group)
             for group in groups(list(now.entries.values()))}  # fmt: skip
    assert sizes["ledger"] == 18
    shown = soup(*overview_nodes(SAY, subject, now, None, False))
    (matrix,) = shown.select(".sq-board-matrix")
    assert len(matrix.select("tbody tr")) == 18
    counts = [int(cell.get_text()) for cell in matrix.select("tbody tr")[0].select("td")]
    assert sum(counts) == 12


def test_steps_in_an_order_are_counted_by_their_places() -> None:
    name = next(name for name in every_subject() if name.startswith("item/")
                and find_subject(name).item["type"] == "ordering")  # type: ignore[attr-defined]  # fmt: skip
    subject = find_subject(name)
    shown = soup(*overview_nodes(SAY, subject, side(subject, "Vote 1"), None, True))
    table = shown.select_one(".sq-board-matrix")
    for row in table.select("tbody tr"):
        cells = [cell.get_text() for cell in row.select("td")]
        assert sum(int(cell.split()[0]) for cell in cells) == 12
        assert sum("right" in cell for cell in cells) == 1


def one_of_each_type() -> list[str]:
    """A question of each type."""
    found = {}
    for name in every_subject():
        if name.startswith("item/"):
            found.setdefault(find_subject(name).item["type"], name)  # type: ignore[attr-defined]
    return list(found.values())


@pytest.mark.parametrize(
    "name", [*(f"exercise/{name}" for name in EXERCISE_IDS), *one_of_each_type()]
)
def test_everything_can_be_shown(name: str) -> None:
    subject = find_subject(name)
    now, before = side(subject, "Vote 2", 2), side(subject, "Vote 1")
    shown = soup(*overview_nodes(SAY, subject, now, before, True))
    assert shown.select(".sq-board-figure")
    for entry in subject.entries:
        both = Beside(now.entries[entry.key], "Vote 2", before.entries[entry.key], "Vote 1")
        assert beside(entry.key, now, before) == both


def test_how_answers_are_judged_is_shown_only_on_asking() -> None:
    def keys(name: str, mark: bool) -> list[str]:
        subject = find_subject(name)
        return [entry["key"] for entry in shown_entries(side(subject, "Vote 1"), subject, mark)]

    several = "item/" + next(
        item["id"] for item in items("processes") if item["type"] == "multiple"
    )
    assert keys(several, False) == ["answer"]
    assert keys(several, True) == ["answer", "verdict"]
    # The bars of one choice say it already.
    assert keys(SINGLE, True) == ["answer"]


def test_own_scores_are_left_out() -> None:
    subject = find_subject("exercise/promise-audit")
    now = side(subject, "Vote 1", students=3)
    left_out = own_scores(subject)
    assert len(left_out) == 5
    assert not left_out & {entry["key"] for entry in shown_entries(now, subject, True)}
    assert own_scores(find_subject(GAPS)) == set()


def test_who_moved_is_told_and_counted() -> None:
    subject = find_subject(SINGLE)
    votes = [
        {str(student): subject.flat(subject.checked(simulated(subject, 1, student, vote)))
         for student in range(40)}
        for vote in (1, 2)
    ]  # fmt: skip
    entry = subject.entry("answer")
    assert entry is not None
    moved = moves(entry, *votes)
    found = Beside(distribution(entry, list(votes[1].values())), "Vote 2",
                   distribution(entry, list(votes[0].values())), "Vote 1")  # fmt: skip
    plain, marked = (soup(*move_nodes(SAY, found, moved, mark)) for mark in (False, True))
    told = f"Answered in both votes: 40. Changed the answer: {moved['moved']}."
    assert told in text(plain)
    assert "then right" not in text(plain)
    assert f"Wrong, then right: {moved['to_right']}." in text(marked)
    cells = [int(cell.get_text()) for cell in plain.select("tbody td")]
    assert sum(cells) == 40
    assert len(plain.select("thead th")) == len(found.now["options"]) + 1


def test_the_heads_of_moves_are_the_signs_of_the_rows() -> None:
    counts = {"both": 3, "stayed": 2, "moved": 1, "only_first": 0, "only_second": 0,
              "from": {"a": {"a": 2, "b": 1}}}  # fmt: skip
    for key, signs in (("answer", "AB"), ("shift", "12")):
        votes = [options(2, 1) | {"key": key}, options(3, 0) | {"key": key}]
        found = Beside(votes[0], "Vote 2", votes[1], "Vote 1")
        shown = soup(*move_nodes(SAY, found, counts, False))
        rows = [text(head) for head in shown.select("tbody th")]
        assert rows == [f"{signs[0]}. Option a", f"{signs[1]}. Option b"]
        heads = [text(head) for head in shown.select("thead th")]
        assert heads[1:] == [f"→ {sign}" for sign in signs]


def test_numbers_go_up_or_down() -> None:
    counts = {"both": 5, "stayed": 2, "moved": 3, "only_first": 1, "only_second": 0,
              "up": 2, "down": 1}  # fmt: skip
    shown = soup(*move_nodes(SAY, Beside(numbers(1), "2", numbers(1), "1"), counts, False))
    assert "Went up: 2. Went down: 1." in text(shown)
    assert "Only in the first: 1. Only in the second: 0." in text(shown)
    nobody = move_nodes(SAY, Beside(numbers(1), "2"), {**counts, "both": 0}, False)
    assert text(soup(*nobody)) == "Nobody answered in both votes."


def test_the_profile_names_the_largest_shortfall() -> None:
    subject: Any = find_subject(GAPS)
    computed = [subject.exercise.compute(subject.checked(simulated(subject, 1, student, 1)))
                for student in range(10)]  # fmt: skip
    rows = computed_profile(computed, "rows", "gap", "score")
    shown = soup(*profile_nodes(SAY, rows))
    lines = [[cell.get_text() for cell in line.select("th, td")]
             for line in shown.select("tbody tr")]  # fmt: skip
    assert [line[0].split(":")[0] for line in lines] == [f"Gap {number}" for number in range(1, 6)]
    # Of the hotel's own gaps: the fifth is what comes of them.
    lowest = min(rows[:4], key=lambda row: row["mean"])
    named = next(line[0] for line in lines if line[0].startswith(f"Gap {lowest['id'][1:]}"))
    assert f"the largest shortfall on average is {named}" in text(shown)
    assert f"What guests notice, Gap 5: customer gap: {lines[4][2]}." in text(shown)
    drawn = profile_picture(SAY, rows).rows
    assert [row["gap_id"] for row in drawn] == [f"G{number}" for number in range(1, 6)]
    # The chart writes what the table writes: a third of a point would fill the picture.
    assert [row["score"] for row in profile_picture(SAY, [{**rows[0], "mean": -4 / 3}]).rows] == [
        -1.3
    ]
    assert [format_number(row["score"], 1, True, "en") for row in drawn] == [
        line[2] for line in lines
    ]
    assert profile_nodes(SAY, []) == []
    above = [{**row, "mean": 0.5} for row in rows]
    assert "there is no shortfall" in text(soup(*profile_nodes(SAY, above)))


def test_a_scatter_counts_its_students() -> None:
    subject = find_subject(GAPS)
    flats = [subject.flat(subject.checked(simulated(subject, 1, student, 1)))
             for student in range(10)]  # fmt: skip
    entries = {axis: subject.entry(key) for axis, key in (("x", "belief"), ("y", "perception"))}
    told = {axis: entry.plain for axis, entry in entries.items() if entry is not None}
    shown = soup(*scatter_nodes(SAY, {**told, "points": scatter("belief", "perception", flats)}))
    assert "Students: 10" in text(shown)
    assert sum(int(row.select("td")[-1].get_text()) for row in shown.select("tbody tr")) == 10
    assert "dashed line" not in text(shown)
    nobody = soup(*scatter_nodes(SAY, {**told, "points": []}))
    assert text(nobody) == "Nobody has entered both numbers."


def test_a_scatter_of_two_numbers_on_one_scale_shows_where_they_are_the_same() -> None:
    subject = find_subject(GAPS)
    told: dict[str, Any] = {
        axis: subject.entry(key).plain for axis, key in (("x", "belief"), ("y", "perception"))
    }
    told["points"] = [{"x": 5.0, "y": 4.0, "count": 2}]
    told["ranges"] = [(1.0, 7.0), (1.0, 7.0)]
    assert "On the dashed line both are the same." in text(soup(*scatter_nodes(SAY, told)))
    drawn = scatter_picture(SAY, told)
    assert [(row["x"], row["y"]) for row in drawn.rows if row["count"] == 0] == [(1, 1), (7, 7)]
    told["ranges"] = [(1.0, 7.0), (0.0, 100.0)]
    assert scatter_picture(SAY, told).texts["equal"] == ""


def test_what_students_wrote_is_never_markup() -> None:
    shown = soup(*text_nodes(SAY, "What would you do?", [{"texts": [HOSTILE, "a\n\nb"]}]))
    assert shown.img is None
    assert [part.get_text() for part in shown.select(".sq-board-text")] == [HOSTILE, "a\n\nb"]
    assert "No written answer" in text(soup(*text_nodes(SAY, "Why?", [])))


def test_judgements_are_counted() -> None:
    texts = [{"shown": True}, {"shown": False}, {"shown": None}, {"shown": None}]
    told = "Written: 4. Approved: 1. Hidden: 1. Unread: 2."
    assert judged_so_far(SAY, texts) == told


@pytest.mark.parametrize("name", every_subject())
def test_questions_have_a_right_answer_and_some_exercises_a_model(name: str) -> None:
    subject = find_subject(name)
    shown = text(soup(*model_nodes(SAY, subject)))
    if name.startswith("item/"):
        assert len(shown) > len("Model answer") + 1
    else:
        has_model = subject.spec["teaching"] is not None  # type: ignore[attr-defined]
        assert bool(shown) == has_model


def test_long_labels_are_broken_and_cut() -> None:
    assert in_lines("short") == "short"
    lines = in_lines("word " * 60).split("\n")
    assert len(lines) == 3
    assert max(map(len, lines)) <= 40
    assert lines[-1].endswith("…")


def test_charts_can_be_saved_as_pictures() -> None:
    subject = find_subject(SINGLE)
    now, before = side(subject, "Vote 2", 2), side(subject, "Vote 1")
    ((title, picture),) = pictures(SAY, subject, "answer", now, before, False)
    assert title == "Answer"
    png = picture.png("en")
    assert png.startswith(b"\x89PNG\r\n")
    width, height = (int.from_bytes(png[place : place + 4], "big") for place in (16, 20))
    assert width > 1200
    assert height > 600
    gaps = find_subject(GAPS)
    # Six sliders, a tick and a choice; texts are no pictures.
    assert len(pictures(SAY, gaps, "", side(gaps, "Vote 1"), None, False)) == 8


def test_pictures_know_all_colours_of_charts() -> None:
    tokens = light_tokens()
    assert {"--sq-ink", "--sq-paper", "--sq-accent", "--sq-gap-5"} <= set(tokens)


def test_rows_of_bars_print_counts_and_shares() -> None:
    found = Beside(options(1, 3, right=("b",)), "Vote 1")
    rows = option_rows(SAY, found, True)
    assert [(row["option"], row["told"]) for row in rows] == [
        ("\nA. Option a\n", "1 (25%)"), ("\nB. Option b (right)\n", "3 (75%)"),
    ]  # fmt: skip


def test_every_gap_in_a_text_is_filled() -> None:
    checked = 0
    for path in sorted(Path(board_words.__file__).parent.glob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(
                    func=ast.Name(id="say") | ast.Attribute(attr="say"),
                    args=[ast.Constant(value=str(name))],
                    keywords=words,
                ):
                    given = {word.arg for word in words}
                    gaps = set(re.findall(r"\{(\w+)\}", board_words.BOARD[name]))
                    # None stands for "**words", whose names are known only when it runs.
                    if None in given:
                        given = (given - {None}) | gaps
                    assert given == gaps, (path.name, name)
                    checked += 1
    assert checked > 40


def test_every_text_that_the_board_says_is_there() -> None:
    folder = Path(board_words.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    said = re.findall(r"""(?:say|strings)[(\[]\s*"(\w+)\"""", source)
    assert len(said) > 60
    assert set(said) <= set(board_words.BOARD)
