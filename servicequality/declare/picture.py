"""A figure: a picture in the text that never changes, declared once for every surface."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from servicequality.core.views import chart as chart_nodes
from servicequality.core.views import table as table_nodes
from servicequality.declare.exercise import IDENTIFIER, DeclarationError
from servicequality.declare.fields import Translate
from servicequality.declare.views import Chart, Column, Table

# Less says what kind of picture it is, but not what it shows.
SHORTEST_DESCRIPTION = 60


@dataclass(frozen=True)
class Picture:
    """A figure: a chart or a drawing that stands in the text.

    `draw` is one of two things. A chart, as in `servicequality.charts`: `draw(rows, texts)` gives
    an Altair chart of `rows` (plain dicts, the chart's data set being called `rows`), in which ids
    are replaced by `words` (by column; the id stays under `COLUMN_id`), with the translated
    `texts` of its axes and legends. Or a drawing, as in `servicequality.charts.gap_model`:
    `draw(translate)` gives an `svg` node. Its classes take their looks from
    `page/styles/picture.css`, and its `viewBox` is about 360 wide.

    `caption` says what the figure is about, `source` where what it shows comes from, and
    `description` what there is to be seen, with the numbers that matter, for those who do not see
    it. With `columns`, the rows can be unfolded as a table; a column whose key is among `words`
    needs none of its own.

    Raises DeclarationError, naming the figure and the fault, where the declaration cannot work.
    """

    id: str
    caption: str
    draw: Callable[..., Any]
    description: str
    source: str
    rows: Sequence[Mapping[str, Any]] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    columns: Sequence[Column] = ()

    def __post_init__(self) -> None:
        if faults := self.problems():
            raise DeclarationError(f"figure {self.id!r}: {'; '.join(faults)}.")

    def problems(self) -> list[str]:
        """What is wrong with the declaration; an empty list if nothing is."""
        found = []
        if not IDENTIFIER.fullmatch(self.id):
            found.append("its id must be lower-case words joined by hyphens")
        found += [
            f"its {name} is missing"
            for name in ("caption", "description", "source")
            if not getattr(self, name).strip()
        ]
        if len(self.description) < SHORTEST_DESCRIPTION:
            found.append("its description does not say what is to be seen")
        if self.is_chart and not self.rows:
            found.append("a chart needs rows")
        if self.columns and not self.rows:
            found.append("a table needs rows")
        return found

    @property
    def is_chart(self) -> bool:
        """Whether `draw` gives a chart and not a drawing."""
        return len(inspect.signature(self.draw).parameters) > 1

    @property
    def chart(self) -> Chart:
        """The chart as a view, so that it is drawn as those of exercises are."""
        return Chart(
            "chart", "rows", self.caption, self.draw, self.description,
            words=self.words, texts=self.texts,
        )  # fmt: skip

    @property
    def table(self) -> Table:
        """The table as a view."""
        columns = [
            Column(column.key, column.label, column.style, column.words or self.words[column.key])
            if column.key in self.words
            else column
            for column in self.columns
        ]
        return Table("table", "rows", self.caption, columns)

    @property
    def plain_rows(self) -> list[dict[str, Any]]:
        """The rows, each a dict."""
        return [dict(row) for row in self.rows]

    def spec(self, translate: Translate) -> dict[str, Any]:
        """The figure as plain data, its texts translated."""
        return {
            "id": self.id,
            "caption": translate(self.caption),
            "description": translate(self.description),
            "source": translate(self.source),
            "chart": self.chart.spec(translate) if self.is_chart else None,
            "drawing": None if self.is_chart else self.draw(translate),
            "table": self.table.spec(translate) if self.columns else None,
        }

    def shown_rows(self, translate: Translate) -> list[dict[str, Any]]:
        """The rows of a chart as its `draw` receives them."""
        nodes = chart_nodes(self.chart.spec(translate), {"rows": self.plain_rows})
        rows: list[dict[str, Any]] = next(node["rows"] for node in nodes[0][2:] if "rows" in node)
        return rows

    def table_nodes(self, translate: Translate) -> list[Any]:
        """The table as nodes; nothing where there is none."""
        if not self.columns:
            return []
        return table_nodes(self.table.spec(translate), {"rows": self.plain_rows})
