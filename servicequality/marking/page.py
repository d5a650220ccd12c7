"""The marking page as ipywidgets: files, students, answers with their marks, the class, saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import ipywidgets
import pandas as pd

from servicequality.core.workbook import Fault
from servicequality.marking import nodes
from servicequality.marking.cards import Card
from servicequality.marking.class_figures import figures
from servicequality.marking.course import Course
from servicequality.marking.export import link_to, marks_csv, summary_csv
from servicequality.marking.files import Handed, files_in
from servicequality.marking.load_marks import read_marks
from servicequality.marking.marks import Marks
from servicequality.marking.tables import answered, students_table
from servicequality.notebook.style import STYLE
from servicequality.notebook.widgets import box
from servicequality.page.html import to_html

# Names and contents, as `files_in` gives them.
Files = Sequence[tuple[str, bytes | None]]

SHEET = Path(__file__).parent / "marking.css"
# Answers in sight at once: controls take a browser some time.
AT_ONCE = 10


class MarkingPage:
    """The page. `handed` are the open workbooks, `marks` the marks given, `widget` what is seen."""

    def __init__(self, folder: str | Path | None = None, language: str | None = None) -> None:
        self.course = Course(language)
        self.handed = Handed(self.course)
        self.marks = Marks()
        self.cards: list[Card] = []
        strings = self.course.strings
        names = ("status", "broken", "notes", "students", "asked", "absent", "figures", "save",
                 "loaded")  # fmt: skip
        self.places = {name: ipywidgets.HTML() for name in names}
        for name in ("status", "loaded"):
            self.places[name].add_class("sq-announce")
        self.upload = uploader(strings["open_files"], ".json", self.open_files, multiple=True)
        self.upload_marks = uploader(strings["load_marks"], ".csv", self.load_marks)
        self.question = ipywidgets.Dropdown(
            options=[(self.course.title(name), name) for name in self.course.shown],
            description=strings["question"],
            tooltip=strings["question"],
        )
        self.range = ipywidgets.Dropdown(
            options=[("", 0)],
            description=strings["shown_students"],
            tooltip=strings["shown_students"],
        )
        self.grid = box("sq-mark-cards", [])
        self.question.observe(self.show_question, "value")
        self.range.observe(self.show_cards, "value")
        self.widget = self.assemble()
        self.open_files([] if folder is None else files_in(folder))

    def __repr__(self) -> str:
        return "Marking page"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = self.widget._repr_mimebundle_(**kwargs)
        return {**bundle, "text/plain": repr(self)}

    def students(self) -> pd.DataFrame:
        """The table of students, to work on in a notebook."""
        return students_table(self.handed, self.marks)

    def assemble(self) -> ipywidgets.Widget:
        """All parts below each other."""
        strings = self.course.strings

        def text(name: str, style: str = "") -> ipywidgets.Widget:
            return ipywidgets.HTML(self.html([nodes.paragraph(strings[name], style)]))

        def section(title: str, *parts: ipywidgets.Widget) -> ipywidgets.Widget:
            head = ipywidgets.HTML(self.html([["h2", {"class": "sq-mark-title"}, strings[title]]]))
            return box("sq-mark-section", [head, *parts])

        style = ipywidgets.HTML(STYLE + f"<style>{SHEET.read_text(encoding='utf-8')}</style>")
        places = self.places
        chosen = box("sq-mark-chosen", [box("sq-live-field", [self.question]),
                                        box("sq-live-field", [self.range])])  # fmt: skip
        self.reading = box(
            "sq-mark-reading",
            [
                section("answers", chosen, places["asked"], self.grid, places["absent"]),
                section("figures", places["figures"]),
            ],
        )
        page = box(
            "sq-exercise",
            [
                style,
                text("private", "sq-mark-private"),
                section(
                    "files", self.upload, text("open_help", "sq-help"),
                    places["status"], places["broken"], places["notes"],
                ),
                section("students", places["students"]),
                self.reading,
                section(
                    "marks", places["save"], text("save_help", "sq-help"),
                    self.upload_marks, text("load_help", "sq-help"), places["loaded"],
                ),
            ],
        )  # fmt: skip
        page.add_class("sq-marking")
        return page

    def open_files(self, files: Files) -> None:
        """Adds files to those that are open, and shows all."""
        self.handed.add(files)
        opened, broken = len(self.handed.workbooks), len(self.handed.broken)
        told = ""
        if broken:
            told = self.course.say("opened_broken", opened=opened, broken=broken)
        elif opened:
            told = self.course.say("opened", opened=opened)
        strings = self.course.strings
        self.show("status", [nodes.paragraph(told)] if told else [])
        faults = nodes.broken(self.handed.broken)
        self.show("broken", nodes.listed(strings["broken_files"], faults, "sq-mark-broken"))
        notes = [[note] for note in self.handed.notes()]
        self.show("notes", nodes.listed(strings["notes"], notes, "sq-mark-notes"))
        self.reading.layout.display = None if opened else "none"
        self.show_question()
        self.show_marks()

    def show_question(self, _change: Any = None) -> None:
        """Shows the exercise that is chosen, from the first student on."""
        exercise = self.question.value
        workbooks = [workbook for workbook, _ in answered(self.handed, exercise)]
        without = [one for one in self.handed.workbooks if one.values(exercise) is None]
        self.show("asked", nodes.asked(self.course, exercise))
        labels = ", ".join(self.handed.label(one) for one in without)
        if not workbooks:
            said = [nodes.paragraph(self.course.strings["nobody"], "sq-mark-muted")]
        elif without:
            said = [nodes.paragraph(self.course.say("no_entries", students=labels))]
        else:
            said = []
        self.show("absent", said)
        starts = range(0, max(1, len(workbooks)), AT_ONCE)
        options = [(self.range_label(start, len(workbooks)), start) for start in starts]
        self.range.unobserve(self.show_cards, "value")
        self.range.options = options
        self.range.value = 0
        self.range.layout.display = None if len(options) > 1 else "none"
        self.range.observe(self.show_cards, "value")
        self.show_cards()
        self.show_figures()

    def range_label(self, start: int, count: int) -> str:
        """Which students stand on a page of cards: “11 to 20 of 26”."""
        last = min(start + AT_ONCE, count)
        return self.course.say("range", first=start + 1, last=last, all=count)

    def show_cards(self, _change: Any = None) -> None:
        """Shows the answers that are chosen."""
        exercise = self.question.value
        workbooks = [workbook for workbook, _ in answered(self.handed, exercise)]
        wanted = workbooks[self.range.value : self.range.value + AT_ONCE]
        while len(self.cards) < len(wanted):
            self.cards.append(Card(self.course, self.marks, self.after_change))
        for card, workbook in zip(self.cards, wanted, strict=False):
            card.show(workbook, self.handed.label(workbook), exercise)
        self.grid.children = [card.widget for card in self.cards[: len(wanted)]]

    def after_change(self, marked: bool) -> None:
        """Shows what a mark changes, or a remark, which changes only what is saved."""
        if marked:
            self.show_marks()
            self.show_figures()
        else:
            self.show_save()

    def show_figures(self) -> None:
        """Shows the figures of the class on the exercise that is chosen."""
        self.show("figures", figures(self.handed, self.marks, self.question.value))

    def show_marks(self) -> None:
        """Shows the table of students, and the links that save what is given."""
        self.show("students", nodes.students(self.handed, self.marks))
        self.show_save()

    def show_save(self) -> None:
        """Shows the links that save marks and summary; a sentence where there is nothing yet."""
        course, sheets = self.course, self.marks.sheets
        if not sheets:
            self.show("save", [nodes.paragraph(course.strings["no_marks"], "sq-mark-muted")])
            return
        files = {
            "save_marks": ("marks", marks_csv(self.marks, course)),
            "save_summary": ("summary", summary_csv(self.marks, self.handed)),
        }
        links = [
            ["a", {"class": "sq-mark-save", "href": link_to(content),
                   "download": f"{name}-{date.today().isoformat()}.csv"}, course.strings[text]]
            for text, (name, content) in files.items()
        ]  # fmt: skip
        marked = {student for student, _ in sheets}
        told = [course.say("marked", answers=len(sheets), students=len(marked))]
        absent = marked - {workbook.student for workbook in self.handed.workbooks}
        if absent:
            names = ", ".join(
                course.say("alias_and_file", alias=alias, file=file) if alias else file
                for alias, file in sorted(absent)
            )
            told.append(course.say("marked_absent", students=names))
        self.show(
            "save", [*map(nodes.paragraph, told), ["div", {"class": "sq-mark-links"}, *links]]
        )

    def load_marks(self, files: Files) -> None:
        """Adds the marks of a CSV file; says so, or why not."""
        course = self.course
        ((name, content),) = files
        try:
            found = read_marks(course, content or b"")
        except Fault as fault:
            said = course.say("marks_refused", file=name, fault=course.fault(fault))
            self.show("loaded", [["div", {"class": "sq-messages"}, nodes.paragraph(said)]])
            return
        count, replaced = len(found.sheets), self.marks.merge(found)
        if replaced:
            said = course.say("marks_replaced", answers=count, replaced=replaced)
        else:
            said = course.say("marks_loaded", answers=count)
        self.show("loaded", [nodes.paragraph(said)])
        self.show_cards()
        self.show_marks()
        self.show_figures()

    def show(self, place: str, shown: list[Any]) -> None:
        """Shows nodes in a place of the page."""
        self.places[place].value = self.html(shown)

    def html(self, shown: list[Any]) -> str:
        """Nodes as HTML."""
        return to_html(shown, self.course.language)


def uploader(
    label: str,
    accept: str,
    use: Callable[[Files], None],
    multiple: bool = False,
) -> ipywidgets.FileUpload:
    """A button that opens files of this machine and hands them to `use`, by name and content."""
    upload = ipywidgets.FileUpload(
        accept=accept, multiple=multiple, description=label, tooltip=label, icon=""
    )

    def picked(change: Any) -> None:
        if change["new"]:
            files = [(one["name"], bytes(one["content"])) for one in change["new"]]
            # Emptied, so that the same files are noticed when they are picked again.
            upload.value = ()
            use(files)

    upload.observe(picked, "value")
    return upload
