"""Formulae become MathML when the book is built: no page loads MathJax, no fault slips through."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page

from servicequality.page import mathml as conversion
from servicequality.page.assets import AssetError
from servicequality.page.mathml import Formula, FormulaError, block_formula, mathml, prepare
from tests.conftest import ROOT
from tests.pseudo import LANGUAGE, translate_package, translate_template

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

CONF = """\
project = "Formulae"
extensions = ["myst_parser", "servicequality.book.extension"]
html_theme = "servicequality"
html_copy_source = False
myst_enable_extensions = ["colon_fence", "dollarmath"]
myst_dmath_allow_space = False
myst_dmath_allow_digits = False
myst_update_mathjax = False
"""

INDEX = r"""
# The scores $G_1$ to $G_5$

The customer gap is $G_5 = P - E$, as {math}`P < E` says. See {eq}`gap-sum` and {eq}`two-lines`.

$$
G_5 = G_1 + G_2 + G_3 + (P - D)
$$ (gap-sum)

```{math}
:label: two-lines
G_1 &= M - E \\
G_2 + G_3 &= D - M
```

$$
\bar{P} = \frac{1}{n} \sum_{i=1}^{n} P_i
$$

$$
(M - E) + (S - M) + (D - S) + (P - D) + (M - E) + (S - M) + (D - S) + (P - D) = 2 (P - E)
$$

```{toctree}
prices
```
"""

PRICES = r"""
# Prices and $P$

They pay $5 and $6, or 5 $ and 6 $, or $5–$6, or US$5, or \$x\$, or 5 €.

In code it is `$x$`. Back to {eq}`gap-sum`.
"""


def write_book(folder: Path, **pages: str) -> Path:
    """Writes a small book; gives its folder."""
    folder.mkdir()
    for name, text in {"index": INDEX, "prices": PRICES, **pages}.items():
        (folder / f"{name}.md").write_text(text.lstrip(), encoding="utf-8")
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    return folder


def build(source: Path, target: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Builds a book with warnings as errors."""
    fixed = ["-W", "--keep-going", "-d", str(target.with_name(f"{target.name}-doctrees"))]
    return subprocess.run(
        [sys.executable, "-m", "sphinx", *fixed, *options, str(source), str(target)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def parsed(path: Path) -> BeautifulSoup:
    """A page as a parser sees it."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def article(path: Path) -> Tag:
    """The text of a page."""
    found = parsed(path).select_one("article")
    assert found is not None
    return found


def shown(element: Tag) -> str:
    """What an element shows, without spaces."""
    return re.sub(r"\s", "", element.get_text())


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book, built."""
    folder = tmp_path_factory.mktemp("formulae")
    run = build(write_book(folder / "source"), folder / "html")
    assert run.returncode == 0, run.stderr
    return folder / "html"


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """One entry for each time that a process is started; nothing is known at the beginning."""
    seen: list[object] = []
    start = subprocess.run

    def run(*arguments: object, **options: object) -> object:
        seen.append(arguments)
        return start(*arguments, **options)

    monkeypatch.setattr(conversion, "_known", {})
    monkeypatch.setattr(subprocess, "run", run)
    return seen


def test_a_formula_becomes_mathml_and_nothing_else() -> None:
    row = "<mrow><msub><mi>G</mi><mn>5</mn></msub><mo>=</mo><mi>P</mi><mo>−</mo><mi>E</mi></mrow>"
    assert mathml(Formula("G_5 = P - E")) == f"<math>{row}</math>"
    assert mathml(Formula("G_5 = P - E", block=True)) == f'<math display="block">{row}</math>'


@pytest.mark.parametrize(
    ("tex", "fault"),
    [
        (r"P - \expectation", r"Unsupported function name: \expectation at position 5"),
        ("{P - E", "Expected '}', got 'EOF'"),
        ("P - E}", "Expected 'EOF', got '}'"),
        (r"\frac{P}", "Unexpected end of input"),
        (r"\begin{table} P \end{table}", "No such environment: table"),
        ("P_1_2", "Double subscript"),
        (" ", "it is empty"),
        # Read as a comment, the rest would vanish.
        ("50% of P", "% comment has no terminating newline"),
        # Prices that the rules for dollar signs let through.
        ("5 to many US", r"write \$ where money is meant"),
        # Temml's own style sheet and script would have to be on the page.
        (r"\cancel{P}", "tml-cancel"),
        (r"P \tag{7}", "tml-tag"),
        (r"\ref{gap-sum}", "tml-ref"),
        (r"\begin{align} P &= E \end{align}", "tml-eqn"),
        (r"\includegraphics{picture.png}", "not trusted"),
    ],
)
def test_a_faulty_formula_is_named_with_its_fault(tex: str, fault: str) -> None:
    with pytest.raises(FormulaError) as raised:
        mathml(Formula(tex, block=True))
    said = str(raised.value)
    assert said.startswith(f"The formula “{' '.join(tex.split())}” is faulty: ")
    assert fault in said
    assert said.isprintable()
    assert "\u0332" not in said


def test_many_formulae_take_one_run_of_node_and_known_ones_none(runs: list[object]) -> None:
    prepare([Formula("P"), Formula("E"), Formula("P"), Formula("P", block=True), Formula(r"\no")])
    assert len(runs) == 1
    assert mathml(Formula("E")) == "<math><mi>E</mi></math>"
    with pytest.raises(FormulaError):
        mathml(Formula(r"\no"))
    prepare([Formula("E"), Formula("P", block=True)])
    assert len(runs) == 1
    assert mathml(Formula("D")) == "<math><mi>D</mi></math>"
    assert len(runs) == 2


def test_missing_packages_are_named(
    runs: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "ROOT", tmp_path)
    with pytest.raises(AssetError, match="Run 'make setup'"):
        mathml(Formula("P"))
    assert runs == []


@pytest.mark.parametrize(
    "tex", [r"\text{guests who stay} + x", r"\frac{ab}{cd} \quad ef", "abc = de", r"a \sim b"]
)
def test_words_and_names_have_their_place_in_formulae(tex: str) -> None:
    assert mathml(Formula(tex)).startswith("<math>")


@pytest.mark.parametrize(
    ("tex", "whole", "expected"),
    [
        (" P - E\n", False, "P - E"),
        (r"a &= b \\ c &= d", False, r"\begin{aligned}a &= b \\ c &= d\end{aligned}"),
        ("a &= b\n\n\nc &= d", False, r"\begin{aligned}a &= b \\ c &= d\end{aligned}"),
        (r"\begin{cases} a \\ b \end{cases}", False, r"\begin{cases} a \\ b \end{cases}"),
        (
            r"\begin{pmatrix} a \\ b \end{pmatrix} &= c",
            False,
            r"\begin{aligned}\begin{pmatrix} a \\ b \end{pmatrix} &= c\end{aligned}",
        ),
        (r"a \\ b", True, r"a \\ b"),
    ],
)
def test_lines_of_a_block_are_aligned(tex: str, whole: bool, expected: str) -> None:
    assert block_formula(tex, whole) == Formula(expected, block=True)


def test_formulae_stand_in_lines_and_titles(book: Path) -> None:
    text = article(book / "index.html")
    (paragraph,) = [p for p in text.select("p") if "customer gap" in p.get_text()]
    assert [shown(math) for math in paragraph.select("math")] == ["G5=P−E", "P<E"]
    assert [shown(math) for math in text.select("h1 math")] == ["G1", "G5"]
    (link,) = parsed(book / "index.html").select("nav.sq-contents a[href='prices.html']")
    assert str(link.select_one("math")) == "<math><mi>P</mi></math>"
    assert parsed(book / "prices.html").select_one("title").get_text().startswith("Prices and P")


def test_a_block_has_a_box_with_a_name_and_its_number(book: Path) -> None:
    blocks = article(book / "index.html").select("div.sq-formula")
    boxes = [
        block.select_one("[role=group][tabindex='0'] > math[display=block]") for block in blocks
    ]
    assert [shown(box) for box in boxes if box] == [
        "G5=G1+G2+G3+(P−D)",
        "G1=M−EG2+G3=D−M",
        "P‾=1n∑i=1nPi",
        "(M−E)+(S−M)+(D−S)+(P−D)+(M−E)+(S−M)+(D−S)+(P−D)=2(P−E)",
    ]
    names = [str(block.select_one("[role=group]")["aria-label"]) for block in blocks]
    assert names == ["Formula (1)", "Formula (2)", "Formula", "Formula"]
    assert [block.get("id") for block in blocks] == [
        "equation-gap-sum", "equation-two-lines", None, None,
    ]  # fmt: skip
    numbers = [block.select_one(".sq-formula-number") for block in blocks]
    assert [number and number.get_text().rstrip("¶") for number in numbers] == [
        "(1)", "(2)", None, None,
    ]  # fmt: skip


def test_references_lead_to_the_numbered_formulae(book: Path) -> None:
    def references(name: str) -> list[tuple[str, str]]:
        links = article(book / name).select("p a.internal")
        return [(str(link["href"]), link.get_text()) for link in links]

    assert references("index.html") == [
        ("#equation-gap-sum", "(1)"),
        ("#equation-two-lines", "(2)"),
    ]
    assert references("prices.html") == [("index.html#equation-gap-sum", "(1)")]


def test_prices_and_code_stay_what_they_are(book: Path) -> None:
    paragraph = article(book / "prices.html").select("p")[0]
    assert paragraph.get_text() == (
        "They pay $5 and $6, or 5 $ and 6 $, or $5–$6, or US$5, or $x$, or 5 €."
    )
    assert paragraph.select("math") == []
    assert article(book / "prices.html").select_one("p code").get_text() == "$x$"


def test_no_page_loads_anything_for_formulae(book: Path) -> None:
    for path in sorted(book.glob("*.html")):
        # The page of decisions names it in its text.
        source = path.read_text(encoding="utf-8").lower()
        assert not re.search(r"<[^>]*mathjax", source), path.name
        for script in parsed(path).select("script[src]"):
            assert not re.match(r"(https?:)?//", str(script["src"])), path.name
    named = {path.name for path in book.rglob("*") if "math" in path.name.lower()}
    assert named == set()


def test_processes_that_write_at_once_write_the_same(book: Path, tmp_path: Path) -> None:
    # Sphinx shares the reading out only where there are more than five pages.
    more = {f"page{n}": f"# Page $x_{n}$\n\nHere ${n} < y$." for n in range(12)}
    source = write_book(tmp_path / "source", **more)
    with (source / "prices.md").open("a", encoding="utf-8") as file:
        file.write("\n```{toctree}\n" + "\n".join(more) + "\n```\n")
    alone, shared = tmp_path / "alone", tmp_path / "shared"
    for target, jobs in ((alone, "1"), (shared, "2")):
        run = build(source, target, "-j", jobs)
        assert run.returncode == 0, run.stderr
    for name in ("index", *more):
        path = f"{name}.html"
        assert article(shared / path).select("math")
        assert (shared / path).read_text() == (alone / path).read_text()
    index = [str(math) for math in article(shared / "index.html").select("math")]
    assert index[:4] == [str(math) for math in article(book / "index.html").select("math")][:4]


def test_a_faulty_formula_fails_the_build_and_is_named_with_its_page(tmp_path: Path) -> None:
    prices = "# Prices\n\nFirst $P - E$.\n\nThen $P - \\foo$.\n\n$$\n{P\n$$ (gap-sum)\n"
    run = build(write_book(tmp_path / "source", prices=prices), tmp_path / "html")
    assert run.returncode != 0
    said = re.findall(r"prices\.md:(\d+): WARNING: (The formula “.*?” is faulty: \S+)", run.stderr)
    assert said == [
        ("5", r"The formula “P - \foo” is faulty: Unsupported"),
        ("7", "The formula “{P” is faulty: Expected"),
    ]
    page = (tmp_path / "html" / "prices.html").read_text(encoding="utf-8")
    assert r"<code>P - \foo</code>" in page
    assert "b22222" not in page


@pytest.mark.parametrize("text", ["Some words\n$$\nP - E\n$$", "Some $$P - E$$ words."])
def test_a_block_that_is_none_fails_the_build(tmp_path: Path, text: str) -> None:
    source = write_book(tmp_path / "source", prices=f"# Prices\n\nA sentence.\n\n{text}\n")
    run = build(source, tmp_path / "html")
    assert run.returncode != 0
    assert "prices.md:5: WARNING: $$ stands in a line of text." in run.stderr


def test_translators_meet_formulae_in_sentences_only(tmp_path: Path) -> None:
    source, catalogues = write_book(tmp_path / "source"), tmp_path / "locale"
    run = build(source, tmp_path / "templates", "-b", "gettext")
    assert run.returncode == 0, run.stderr
    messages = []
    for path in (tmp_path / "templates").glob("*.pot"):
        with path.open("rb") as file:
            template = read_po(file)
        messages += [str(message.id) for message in template if message.id]
        translate_template(template, catalogues, path.stem)
    assert any("is $G_5 = P - E$, as {math}`P < E` says." in message for message in messages)
    assert not any("G_3" in message or "frac" in message for message in messages)
    package = translate_package(catalogues)
    options = ["-D", f"language={LANGUAGE}", "-D", f"locale_dirs={catalogues}"]
    site = tmp_path / "html"
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", *options, str(source), str(site)],
        env={"SERVICEQUALITY_LOCALE": str(package.parents[2])},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    text = article(site / "index.html")
    assert "⟦Ţĥé çûšţöɱéŕ ĝåþ" in text.get_text()
    formulae = [shown(math) for math in text.select("math")]
    assert formulae[:6] == ["G1", "G5", "G5=P−E", "P<E", "G5=G1+G2+G3+(P−D)", "G1=M−EG2+G3=D−M"]
    assert text.select_one(".sq-formula [role=group]")["aria-label"] == "⟦Ƒöŕɱûļå⟧ (1)"


def test_a_wide_block_scrolls_in_its_box_and_not_with_the_page(book: Path, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((book / "index.html").as_uri())
    assert page.locator("article").evaluate("(text) => text.scrollWidth <= text.clientWidth")
    box = page.locator(".sq-formula-box").last
    assert box.evaluate("(box) => box.scrollWidth > box.clientWidth")
    box.focus()
    assert box.evaluate("(box) => getComputedStyle(box).outlineStyle") == "solid"
    edge = "box.firstElementChild.getBoundingClientRect()"
    assert box.evaluate(f"(box) => {edge}.left >= box.getBoundingClientRect().left")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(box) => box.scrollLeft > 0", arg=box.element_handle())
    box.evaluate("(box) => box.scrollTo(box.scrollWidth, 0)")
    assert box.evaluate(f"(box) => {edge}.right <= box.getBoundingClientRect().right")
    short = page.locator("#equation-two-lines .sq-formula-box")
    assert not short.evaluate("(box) => box.scrollWidth > box.clientWidth")


def test_aligned_lines_meet_at_their_equals_signs(book: Path, page: Page) -> None:
    page.goto((book / "index.html").as_uri())
    signs = page.locator("#equation-two-lines mtd:nth-child(2) mrow > mo:first-child")
    ends = page.locator("#equation-two-lines mtd:nth-child(1)")
    assert signs.all_text_contents() == ["=", "="]
    first, second = (sign.bounding_box() for sign in signs.all())
    assert abs(first["x"] - second["x"]) < 1
    right = "(cell) => cell.lastElementChild.getBoundingClientRect().right"
    one, other = (cell.evaluate(right) for cell in ends.all())
    assert abs(one - other) < 1


def test_axe_finds_nothing(book: Path, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((book / "index.html").as_uri())
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run('article').then((result) => result.violations)")
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_a_screen_reader_meets_mathematics(book: Path, page: Page) -> None:
    page.goto((book / "index.html").as_uri())
    tree = page.locator("article").aria_snapshot()
    assert re.search(r'- group "Formula \(1\)":\s+- math: G 5 = G 1 \+ G 2 \+ G 3', tree)


def test_no_page_of_the_course_holds_mathjax_or_a_bare_formula(site: Path) -> None:
    pages = sorted(path for path in site.rglob("*.html") if "_static" not in path.parts)
    assert pages
    for path in pages:
        # The page of decisions names it in its text.
        source = path.read_text(encoding="utf-8").lower()
        assert not re.search(r"<[^>]*mathjax", source), path.name
        text = article(path)
        for code in text.select("code, pre, script"):
            code.decompose()
        # US dollars are money.
        plain = text.get_text().replace("US$", "")
        assert not re.search(r"\$\S[^$]*\$|\\\(|\\\[", plain), path.name
    assert [path.name for path in site.rglob("*") if "mathjax" in path.name.lower()] == []


def test_the_chapter_on_gaps_shows_its_scores_as_formulae(site: Path) -> None:
    text = article(site / "chapters" / "03-five-gap-model.html")
    formulae = [shown(math) for math in text.select("math")]
    for score in ("M−E", "S−M", "D−S", "D−A", "P−E", "G5=P−E", "G5=G1+G2+G3+(P−D)"):
        assert score in formulae
