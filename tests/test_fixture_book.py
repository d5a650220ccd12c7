"""A tiny book, built by plain sphinx-build with warnings as errors: the way out of Jupyter Book."""

from __future__ import annotations

import copy
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from docutils import nodes
from docutils.utils import new_document

from servicequality.book.key_terms import fragment
from servicequality.book.mime import heading_level
from servicequality.content import load
from servicequality.exercises import find
from servicequality.page.html import to_text

BOOK = Path(__file__).parent / "fixtures" / "book"
OUTSIDE = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
CSS_REQUEST = re.compile(r"(?:url\(|@import)\s*['\"]?\s*(?:https?:)?//", re.IGNORECASE)
# Links of these kinds name another page; browsers fetch all others.
QUIET_LINKS = {"next", "prev", "index", "search", "canonical", "author", "license", "alternate"}


@dataclass
class Built:
    """What a build left behind, and what it said."""

    folder: Path
    status: int
    said: str

    def page(self, name: str) -> BeautifulSoup:
        """A page as a parser sees it."""
        html = (self.folder / f"{name}.html").read_text(encoding="utf-8")
        return BeautifulSoup(html, "html.parser")


def build(source: Path, target: Path) -> Built:
    """Builds a book as anyone without Jupyter Book would, warnings being errors."""
    options = ["-b", "html", "-W", "--keep-going", "-d", str(target / "doctrees")]
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, str(source), str(target / "html")],
        capture_output=True,
        text=True,
        check=False,
    )
    return Built(target / "html", run.returncode, run.stderr)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The tiny book, built."""
    folder = tmp_path_factory.mktemp("book")
    shutil.copytree(BOOK, folder / "source")
    return build(folder / "source", folder)


def scripts(page: BeautifulSoup) -> list[str]:
    """The addresses of the scripts that a page loads, without their query."""
    return [str(script["src"]).split("?")[0] for script in page.find_all("script", src=True)]


def requests_outside(page: BeautifulSoup) -> list[str]:
    """The addresses on other hosts that a browser would ask for at once."""
    found = []
    for element in page.find_all(True):
        attributes = ["src", "srcset", "data", "poster"]
        if element.name == "link" and not QUIET_LINKS.issuperset(element.get("rel") or []):
            attributes.append("href")
        found += [str(element[name]) for name in attributes if OUTSIDE.match(element.get(name, ""))]
        if CSS_REQUEST.search(element.get("style", "")):
            found.append(str(element["style"]))
    return found


def test_the_book_builds_without_a_warning(book: Built) -> None:
    assert book.status == 0, book.said
    assert "WARNING:" not in book.said


def test_the_exercise_stands_in_its_page_with_its_result(book: Built) -> None:
    (section,) = book.page("lesson").select("[data-exercise]")
    assert section["data-exercise"] == "gap-explorer"
    assert section["data-state"] == "static"
    start = find("gap-explorer").start(str)["views"]
    assert to_text(start["customer_gap"], "en").startswith(
        "Gap 5: perception minus expectation−1.4"
    )
    for name in ("customer_gap", "verdict", "gaps"):
        (output,) = section.select(f'[data-output="{name}"]')
        assert output.get_text() == to_text(start[name], "en")
    assert section.select('[data-chart="gap_chart"] > svg')


def test_the_title_of_the_exercise_is_one_level_below_its_section(book: Built) -> None:
    (title,) = book.page("lesson").select(".sq-title")
    section = title.find_parent("section", class_=False)
    assert isinstance(section, Tag)
    assert section.find(["h1", "h2"]).name == "h1"
    assert title.name == "h2"


def test_a_heading_comes_one_level_below_the_last_section() -> None:
    document = new_document("page")
    assert heading_level(document) == 1
    top, first, inner, second = (nodes.section() for _ in range(4))
    document += top
    assert heading_level(document) == 2
    top += first
    first += inner
    assert heading_level(document) == 4
    top += second
    assert heading_level(document) == 3


def test_the_text_round_the_exercise_is_there(book: Built) -> None:
    (article,) = book.page("lesson").select("article")
    assert [h.get_text(strip=True).rstrip("#") for h in article.select("h1, h2")] == [
        "A lesson",
        "Gap explorer",
        "Afterwards",
    ]
    assert "from servicequality" not in article.get_text()
    assert "widget-view" not in str(article)


def test_the_page_loads_its_script_by_a_name_with_a_hash(book: Built) -> None:
    page = book.page("lesson")
    own = [name for name in scripts(page) if re.search(r"/exercises-[0-9a-f]{12}\.js$", name)]
    assert len(own) == 1
    (script,) = [s for s in page.find_all("script", src=True) if own[0] in str(s["src"])]
    assert "defer" in script.attrs
    assert (book.folder / own[0]).is_file()
    for later in ("micropython", "vega"):
        (file,) = (book.folder / "_static").glob(f"{later}-*.js")
        assert re.fullmatch(rf"{later}-[0-9a-f]{{12}}\.js", file.name)
        assert file.name in (book.folder / own[0]).read_text(encoding="utf-8")


def scripts_of_ours(page: BeautifulSoup) -> list[str]:
    """The names, without their hash, of the scripts of ours that a page loads."""
    found = [re.search(r"/(\w+)-[0-9a-f]{12}\.js$", name) for name in scripts(page)]
    return [match[1] for match in found if match]


def test_each_page_loads_only_the_scripts_that_it_needs(book: Built) -> None:
    pages = ("index", "lesson", "text", "terms", "works")
    assert {name: scripts_of_ours(book.page(name)) for name in pages} == {
        "index": ["site"],
        "lesson": ["site", "exercises"],
        "text": ["site", "terms"],
        "terms": ["site"],
        "works": ["site"],
    }
    assert not book.page("index").select("[data-exercise]")


def test_passages_carry_the_ids_of_what_they_teach(book: Built) -> None:
    block, words = book.page("text").select("article [data-src]")
    assert (block.name, block["data-src"]) == ("div", "G1 T8")
    assert [p.get_text().split()[0] for p in block.find_all("p", recursive=False)] == ["The", "It"]
    assert (words.name, words["data-src"]) == ("span", "X19")
    assert words.get_text() == "the gaps are not a sum"


def test_the_glossary_holds_the_fourteen_terms_in_order(book: Built) -> None:
    page = book.page("terms")
    heads = page.select("dl.glossary > dt")
    names = [head.find(string=True, recursive=False) for head in heads]
    assert len(names) == 14
    assert names == sorted((entry["term"] for entry in load("terms")), key=str.lower)
    for head in heads:
        (entry,) = [e for e in load("terms") if fragment(e["term"]) == str(head["id"]).lower()]
        body = head.find_next_sibling("dd")
        assert isinstance(body, Tag)
        (definition,) = body.select("[data-src]")
        assert definition["data-src"] == " ".join(entry["teaches"])
        assert definition.get_text(strip=True) == entry["definition"].strip()
        assert body.select_one("[lang=bg]").get_text() == entry["bulgarian"]
        text = body.get_text(" ", strip=True)
        for confusion in entry["confusions"]:
            assert confusion["claim"].strip() in text
            assert confusion["correction"].strip() in text
        also = {str(link["href"]).removeprefix("#term-") for link in body.select("a.internal")}
        assert len(also) == len(entry["see_also"])


def links_to_terms(page: BeautifulSoup) -> list[str]:
    """The addresses of the links to terms on a page."""
    return [str(a["href"]) for a in page.select("article a.internal") if "#term-" in a["href"]]


def test_links_to_terms_lead_to_them(book: Built) -> None:
    heads = {str(head["id"]) for head in book.page("terms").select("dt[id]")}
    links = links_to_terms(book.page("text"))
    assert len(links) == 4
    assert {link.removeprefix("terms.html#") for link in links} <= heads
    inside = links_to_terms(book.page("terms"))
    assert len(inside) == 1 + sum(len(entry["see_also"]) for entry in load("terms"))
    assert {link.removeprefix("#") for link in inside} <= heads


def test_a_page_holds_the_cards_of_the_terms_that_it_uses(book: Built) -> None:
    used = ["Expected service", "Five-gap model of service quality", "Perceived service"]
    (payload,) = book.page("text").select("script#sq-terms")
    assert payload["type"] == "application/json"
    held = json.loads(payload.get_text())
    entries = {entry["term"]: entry for entry in load("terms") if entry["term"] in used}
    assert held["cards"] == {
        fragment(term): {
            "term": term,
            "definition": entry["definition"].strip(),
            "example": entry["example"].strip(),
            "bulgarian": entry["bulgarian"],
        }
        for term, entry in entries.items()
    }
    assert held["words"] == {"example": "At Hotel Yasen", "bulgarian": "In Bulgarian"}
    # The script finds a card by the part of the link's address behind the number sign.
    wanted = {link.split("#")[1].lower() for link in links_to_terms(book.page("text"))}
    assert set(held["cards"]) == wanted
    for name in ("index", "lesson", "terms", "works"):
        assert book.page(name).select("#sq-terms") == []


def test_works_are_cited_in_round_brackets_by_author_and_year(book: Built) -> None:
    page = book.page("text")
    cited = [cite.get_text() for cite in page.select(".bibtex-citation")]
    assert cited == ["Ada et al. (1985)", "van Fén (2013)", "(Dora and Eve, 1998)"]
    heads = {str(work["id"]) for work in book.page("works").select(".citation[id]")}
    links = [str(a["href"]) for a in page.select(".bibtex-citation a")]
    assert len(links) == 3
    assert {link.removeprefix("works.html#") for link in links} == heads


def test_works_are_listed_by_author_with_their_address(book: Built) -> None:
    works = book.page("works").select("ul.citation-list > li.citation")
    labels = [work.select_one(".label").get_text() for work in works]
    assert labels == ["[Ada et al. 1985]", "[Dora & Eve 1998]", "[van Fén 2013]"]
    links = [str(a["href"]) for work in works for a in work.select("a.external")]
    assert links == ["https://doi.org/10.1000/two"]


def without_lesson(source: Path) -> None:
    """Takes the notebook out of a copy of the book: it takes longest to build."""
    (source / "lesson.ipynb").unlink()
    index = source / "index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("lesson\n", ""), encoding="utf-8")


def test_ids_terms_and_works_that_do_not_exist_fail_the_build(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(BOOK, source)
    without_lesson(source)
    (source / "text.md").write_text(
        "# A text\n\n:::{teaches} G1 G9 Z1\nA sentence.\n:::\n\n"
        "Some {teaches}`words <X99>` here.\n\nMore {teaches}`words without an id` there.\n\n"
        "A {term}`strange term`.\n\nA work {cite:p}`nobody2000`.\n\n:::{teaches}\nMore.\n:::\n",
        encoding="utf-8",
    )
    built = build(source, tmp_path)
    assert built.status != 0
    said = re.findall(r"text\.md:(\d+): \w+: (.*)", built.said)
    assert ("3", "{teaches}: the source text has no G9, Z1") in said
    assert ("7", "{teaches}: the source text has no X99") in said
    assert ("9", "{teaches} is written {teaches}`some words <G1>`") in said
    assert any(text.startswith("term not in glossary: 'strange term'") for _, text in said)
    assert any('could not find bibtex key "nobody2000"' in text for _, text in said)
    assert any(line == "15" and "'teaches': 1 argument(s) required" in text for line, text in said)
    assert len(said) == 6, built.said


def test_a_book_without_a_list_of_works_needs_no_bibtex(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(BOOK, source)
    without_lesson(source)
    for name in ("works.md", "works.bib", "text.md"):
        (source / name).unlink()
    index, conf = source / "index.md", source / "conf.py"
    index.write_text("# A page\n\n```{toctree}\nterms\n```\n", encoding="utf-8")
    lines = conf.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "bibtex" not in line]
    assert len(lines) - len(kept) == 2
    conf.write_text("".join(kept), encoding="utf-8")
    built = build(source, tmp_path)
    assert built.status == 0, built.said
    assert len(built.page("terms").select("dl.glossary > dt")) == 14


def test_no_page_asks_another_host(book: Built) -> None:
    pages = sorted(book.folder.glob("*.html"))
    assert {"index.html", "lesson.html", "text.html", "search.html"} <= {p.name for p in pages}
    for path in pages:
        page = book.page(path.stem)
        assert requests_outside(page) == [], path.name
        for script in page.find_all("script", src=False):
            # Data may name a schema by its address; nobody fetches it.
            if script.get("type") not in ("application/json", "application/ld+json"):
                assert not re.search(r"https?://", script.get_text()), path.name
        for style in page.find_all("style"):
            assert not CSS_REQUEST.search(style.get_text()), path.name
    for path in book.folder.rglob("*.css"):
        assert not CSS_REQUEST.search(path.read_text(encoding="utf-8")), path.name


def test_no_page_holds_anything_of_thebe(book: Built) -> None:
    for path in book.folder.glob("*.html"):
        assert "thebe" not in path.read_text(encoding="utf-8").lower(), path.name


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="//cdn.example/x.css">',
        '<link rel="preload" as="font" href="https://cdn.example/x.woff2">',
        '<img src="http://cdn.example/x.png">',
        '<iframe src="https://cdn.example/"></iframe>',
        '<p style="background: url(https://cdn.example/x.png)"></p>',
    ],
)
def test_a_request_to_another_host_would_be_seen(html: str) -> None:
    assert len(requests_outside(BeautifulSoup(html, "html.parser"))) == 1


def test_a_link_to_another_host_is_no_request() -> None:
    html = '<a href="https://doi.example/"></a><link rel="canonical" href="https://example/">'
    assert requests_outside(BeautifulSoup(html, "html.parser")) == []


def test_an_exercise_that_stands_twice_on_a_page_fails_the_build(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(BOOK, source)
    lesson = nbformat.read(source / "lesson.ipynb", as_version=4)
    again = copy.deepcopy(lesson.cells[2])
    again.id = "again"
    lesson.cells.append(again)
    nbformat.write(lesson, source / "lesson.ipynb")
    built = build(source, tmp_path)
    assert built.status != 0
    (line,) = [line for line in built.said.splitlines() if "WARNING:" in line]
    assert re.search(r"lesson\.ipynb:\d+: WARNING: ", line)
    assert "exercise 'gap-explorer' stands twice on this page; show it once" in line


def test_an_exercise_that_does_not_exist_fails_the_build(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(BOOK, source)
    lesson = source / "lesson.ipynb"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("gap-explorer", "gap-exporer"), encoding="utf-8")
    built = build(source, tmp_path)
    assert built.status != 0
    assert "There is no exercise 'gap-exporer'. Did you mean 'gap-explorer'?" in built.said
    assert "lesson.ipynb" in built.said


def test_the_table_of_scores_is_a_table(book: Built) -> None:
    (table,) = book.page("lesson").select('[data-output="gaps"] table')
    rows = table.select("tbody tr")
    assert len(rows) == 5
    assert all(isinstance(row.find("th"), Tag) for row in rows)
