"""Who moved between two votes, as nodes."""

from __future__ import annotations

from typing import Any

from servicequality.board.say import Node, Say, paragraph, whole
from servicequality.board.shown_options import LETTERS, is_lettered, labels
from servicequality.board.sides import Beside
from servicequality.marking.nodes import table


def move_nodes(say: Say, found: Beside, moves: dict[str, Any], mark: bool) -> list[Node]:
    """Sentences on who stayed and who moved, and for choices a table of from where to where.

    `moves` is what `servicequality.classmode.results.moves` gives. Who came to the right answer is
    said only where it is asked for, since it tells how many were wrong.
    """
    both = moves["both"]
    if not both:
        return [paragraph(say.strings["moves_nobody"])]
    told = [say("moves", both=both, moved=moves["moved"], stayed=moves["stayed"])]
    if moves.get("up") or moves.get("down"):
        told.append(say("moves_numbers", up=moves["up"], down=moves["down"]))
    if mark and "to_right" in moves:
        told.append(say("moves_right", to=moves["to_right"], away=moves["from_right"]))
    if moves["only_first"] or moves["only_second"]:
        told.append(say("moves_only", first=moves["only_first"], second=moves["only_second"]))
    parts: list[Node] = [["p", {"class": "sq-board-title"}, ["strong", {}, say.strings["moved"]]]]
    parts += [paragraph(text) for text in told]
    if "from" in moves and moves["moved"]:
        parts.append(move_table(say, found, moves["from"]))
    return parts


def move_table(say: Say, found: Beside, counts: dict[str, dict[str, int]]) -> Node:
    """First choices by second ones; the heads of columns are the letters or numbers of the rows."""
    options = found.now["options"]
    # Sentences as heads of columns would make the table too wide for any screen.
    if is_lettered(found.now):
        signs, names = list(LETTERS[: len(options)]), labels(say, found.now)
    else:
        signs = [str(number) for number in range(1, len(options) + 1)]
        words = zip(signs, labels(say, found.now), strict=True)
        names = [say("signed", sign=sign, option=option) for sign, option in words]
    heads = [say("moves_head", before=found.before_label, now=found.now_label)]
    heads += [say("moves_to", sign=sign) for sign in signs]
    rows = [
        (name, *(whole(counts.get(option["id"], {}).get(other["id"], 0)) for other in options))
        for name, option in zip(names, options, strict=True)
    ]
    return table(say.strings["moves_caption"], heads, rows)
