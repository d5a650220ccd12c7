"""The course's own theme for Sphinx, and what its templates need.

The theme in `book/theme` is small: one page layout and a search page. Styles and scripts come,
bundled and named by their content, from `servicequality.page.assets`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from docutils import nodes
from sphinx.application import Sphinx

from servicequality.book.pages import CoursePage, SelfCheck, course_pages
from servicequality.book.words import BOOK
from servicequality.i18n.text import translator
from servicequality.page.html import to_html
from servicequality.practice.deck import KINDS, entries

THEME = Path(__file__).parent / "theme"

# The page that shows a student's own work; the front page leads there where the book has it.
WORKBOOK = "book/workbook"
# The page of the flashcards; the front page says when some are due.
FLASHCARDS = "practice/flashcards"

# What Sphinx gives to every page and only the search page uses; its template names them itself.
SEARCH_ONLY = {
    "_static/documentation_options.js",
    "_static/doctools.js",
    "_static/sphinx_highlight.js",
}
# What Sphinx and Jupyter tools give to every page, and no page of the course uses: styles of their
# own, and the state of ipywidgets, 100 KB a chapter. On a page, exercises have a form of their own.
NEVER = ("_static/mystnb.", "_static/basic.css", "_static/pygments.css")
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"


def connect(app: Sphinx) -> None:
    """Registers the theme and what its templates need."""
    app.add_html_theme("servicequality", str(THEME))
    # After all who add files to a page.
    app.connect("html-page-context", drop_unused, priority=900)
    app.connect("html-page-context", add_words)


def add_words(
    app: Sphinx,
    page: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Gives a page the words of its layout and the contents of the course."""
    assert app.env is not None
    translate = translator(app.config.language)
    words = {key: translate(text) for key, text in BOOK.items()}
    context["author"] = app.config.author
    context["words"] = words
    context["workbook"] = WORKBOOK if WORKBOOK in app.env.found_docs else ""
    if FLASHCARDS in app.env.found_docs and page == app.config.root_doc:
        terms = " ".join(entry["slug"] for entry in entries())
        context["flashcards"] = {"page": FLASHCARDS, "terms": terms, "kinds": " ".join(KINDS)}

    def address(name: str) -> str:
        # Sphinx leads to the open page by "#".
        return app.builder.get_relative_uri(page, name) if name != page else "#"

    root = app.config.root_doc
    contents = context["toctree"](maxdepth=1, collapse=False, includehidden=True, titles_only=True)
    place = {"class": "current"} if page == root else {}
    top = ["ul", {}, ["li", place, ["a", {"href": address(root)}, words["front"]]]]
    front = to_html([top], app.config.language)
    # The front page is short: its sections would only push the course down.
    sections = "" if page == root else str(context.get("toc", ""))
    marked = mark_place(front + contents, sections, page)
    steps = {address(one.name): one for one in course_pages(app.env)}
    context["contents"] = mark_steps(marked, steps, address(WORKBOOK))


def mark_place(contents: str, sections: str, page: str) -> str:
    """The contents as HTML, the open page marked and the titles of its sections below it.

    `contents` and `sections` are the lists that Sphinx writes of pages and of a page's sections.
    """
    tree = BeautifulSoup(contents, "html.parser")
    for caption in tree.select("p.caption"):
        caption.attrs = {"class": "sq-part"}
        caption.string = caption.get_text()
    here = tree.select_one("li.current > a")
    if here is not None and page:
        here["aria-current"] = "page"
        own = BeautifulSoup(sections, "html.parser").select_one("ul > li > ul")
        if own is not None:
            for deeper in own.select("ul"):
                deeper.decompose()
            own["class"] = "sq-sections"
            item = here.parent
            assert isinstance(item, Tag)
            item.append(own)
    for element in tree.find_all(["a", "li", "ul"]):
        if element.get("class") != "sq-sections":
            del element["class"]
    return str(tree)


def mark_steps(contents: str, steps: dict[str, CoursePage], workbook: str) -> str:
    """The contents as HTML, its links ready to show how far a reader is.

    `steps` are the pages that students work through, by where the contents lead to them. A link to
    one names the page, its exercises and self-checks (`TOPIC/NAME/ID+ID`, the ids left out where
    they are the name), and has a place for a mark behind its title. The link to `workbook` is told
    apart. `page/runtime/course.js` reads that; what is shown, the browser keeps.
    """
    tree = BeautifulSoup(contents, "html.parser")
    for link in tree.find_all("a"):
        if link["href"] == workbook:
            link["data-to-workbook"] = ""
        step = steps.get(str(link["href"]))
        if step is None:
            continue
        link["data-page"] = step.name
        if step.exercises:
            link["data-exercises"] = " ".join(step.exercises)
        if step.self_checks:
            link["data-self-checks"] = " ".join(named(check) for check in step.self_checks)
        title = tree.new_tag("span", attrs={"data-title": ""})
        title.extend(list(link.contents))
        link.append(title)
        link.append(tree.new_tag("span", attrs={"class": "sq-page-state", "data-progress": ""}))
    return str(tree)


def named(check: SelfCheck) -> str:
    """A self-check as links of the contents name it."""
    ids = "+".join(check.items)
    parts = [check.topic, check.name] if check.name == ids else [check.topic, check.name, ids]
    return "/".join(parts)


def drop_unused(
    _app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Leaves scripts and styles that a page does not use out of it."""
    for kind in ("script_files", "css_files"):
        context[kind] = [
            file
            for file in context.get(kind, [])
            if not (
                file.filename in SEARCH_ONLY
                or str(file.filename or "").startswith(NEVER)
                or file.attributes.get("type") == WIDGET_STATE
            )
        ]
