"""MyST Markdown as plain HTML, for Voilà, which would print roles and directives as they stand.

The book itself goes through Sphinx. Here every role shows its text and every directive its
content, so that a chapter can be projected; what only Sphinx can know, such as the number of a
figure, is left out. To treat a role or directive in a way of its own, register it in `ROLES` or
`DIRECTIVES`; any other shows what it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser
from nbconvert.preprocessors import Preprocessor

from servicequality.classroom.formulae import marked_block, marked_inline, with_formulae
from servicequality.classroom.words import ADMONITIONS
from servicequality.i18n.text import translator
from servicequality.page.mathml import block_formula

# Those of `_config.yml`.
EXTENSIONS = {"colon_fence", "deflist", "attrs_inline", "attrs_block", "dollarmath"}
SYNTAX = MdParserConfig(
    enable_extensions=EXTENSIONS, dmath_allow_space=False, dmath_allow_digits=False
)

NAME = re.compile(r"\{([\w:+.-]+)\}\s*(.*)", re.DOTALL)
OPTION = re.compile(r":([\w-]+):\s*(.*)")
EXPLICIT = re.compile(r"(.*?)\s*<([^<>]+)>", re.DOTALL)
KEY = re.compile(r"([^\W\d]+)[-_:]?(\d{4}\w?)", re.UNICODE)


def plain(text: str) -> str:
    """What a role holds; in `text <target>` the part before the target."""
    explicit = EXPLICIT.fullmatch(text)
    return escape(explicit[1] if explicit else text)


def reference(text: str) -> str:
    """A cross-reference as words: its text, or its target read as a phrase."""
    if EXPLICIT.fullmatch(text):
        return plain(text)
    phrase = re.sub(r"^\d+-", "", text.rsplit("/", 1)[-1].removesuffix(".ipynb"))
    return escape(re.sub(r"[-_:]+", " ", phrase).strip())


def citation(text: str) -> str:
    """Citation keys as author and year: `parasuraman1985` as “Parasuraman 1985”."""
    sources = []
    for key in text.split(","):
        parts = KEY.fullmatch(key.strip())
        sources.append(f"{parts[1].capitalize()} {parts[2]}" if parts else key.strip())
    return escape("; ".join(sources))


def bracketed(text: str) -> str:
    """Citation keys in brackets."""
    return f"({citation(text)})"


def inside(tag: str) -> Callable[[str], str]:
    """A role that puts its text into an element."""
    return lambda text: f"<{tag}>{escape(text)}</{tag}>"


ROLES: dict[str, Callable[[str], str]] = {
    "cite": bracketed,
    "cite:p": bracketed,
    "cite:t": citation,
    "doc": reference,
    "numref": reference,
    "ref": reference,
    "sub": inside("sub"),
    "subscript": inside("sub"),
    "sup": inside("sup"),
    "superscript": inside("sup"),
    "kbd": inside("kbd"),
    "eq": reference,
    "math": marked_inline,
}


class Directive:
    """A directive taken apart: its name, what follows the name, its options and its content."""

    def __init__(self, name: str, argument: str, text: str) -> None:
        self.name = name
        self.argument = argument
        self.options: dict[str, str] = {}
        lines = text.splitlines()
        while lines and (option := OPTION.fullmatch(lines[0].strip())):
            self.options[option[1]] = option[2]
            lines.pop(0)
        self.content = "\n".join(lines)


Render = Callable[[str], str]


def admonition(directive: Directive, render: Render, translate: Callable[[str], str]) -> str:
    """A boxed remark under its title."""
    title = render(directive.argument) if directive.argument else ""
    if directive.name in ADMONITIONS:
        # A text on the first line belongs to the remark; only `admonition` has its own title.
        body = render(f"{directive.argument}\n{directive.content}")
        title = f"<p>{escape(translate(ADMONITIONS[directive.name]))}</p>"
    else:
        body = render(directive.content)
    kind = escape(directive.options.get("class", ""))
    named = f'<div class="admonition-title">{title}</div>'
    return f'<aside class="admonition {kind}">{named}{body}</aside>'


def figure(directive: Directive, render: Render, _translate: Callable[[str], str]) -> str:
    """A picture, with the caption where there is one."""
    source, text = escape(directive.argument), escape(directive.options.get("alt", ""))
    caption = render(directive.content)
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="{source}" alt="{text}">{caption}</figure>'


def mathematics(directive: Directive, _render: Render, translate: Callable[[str], str]) -> str:
    """A formula of its own."""
    tex = f"{directive.argument}\n\n{directive.content}"
    formula = block_formula(tex, whole="nowrap" in directive.options)
    return marked_block(formula, directive.options.get("label", ""), translate)


def code(directive: Directive, _render: Render, _translate: Callable[[str], str]) -> str:
    """Its content as it stands."""
    return f"<pre><code>{escape(directive.content)}</code></pre>"


def nothing(_directive: Directive, _render: Render, _translate: Callable[[str], str]) -> str:
    """Nothing: what only a whole book can fill."""
    return ""


def other(directive: Directive, render: Render, _translate: Callable[[str], str]) -> str:
    """Its content."""
    return f"<div>{render(directive.content)}</div>"


DIRECTIVES: dict[str, Callable[[Directive, Render, Callable[[str], str]], str]] = {
    **dict.fromkeys([*ADMONITIONS, "admonition", "dropdown"], admonition),
    **dict.fromkeys(["figure", "image"], figure),
    **dict.fromkeys(["code", "code-block", "code-cell", "literalinclude"], code),
    "math": mathematics,
    **dict.fromkeys(["bibliography", "index", "tableofcontents", "toctree"], nothing),
}


def show_role(_self: Any, tokens: Sequence[Token], index: int, *_: Any) -> str:
    """A role as its text."""
    token = tokens[index]
    return ROLES.get(token.meta["name"], plain)(token.content)


def show_dollars(_self: Any, tokens: Sequence[Token], index: int, *_: Any) -> str:
    """A formula between dollar signs."""
    return marked_inline(tokens[index].content)


def show_double_dollars(
    _self: Any, tokens: Sequence[Token], index: int, _options: Any, env: Any
) -> str:
    """A formula of its own between two dollar signs each, with its label where it has one."""
    token = tokens[index]
    return marked_block(block_formula(token.content), token.info, env["translate"])


def show_fence(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    """A directive as `DIRECTIVES` says; a block of code as markdown-it writes it."""
    token = tokens[index]
    parts = NAME.fullmatch(token.info.strip())
    if parts is not None:
        directive = Directive(parts[1], parts[2], token.content)
        show = DIRECTIVES.get(directive.name, other)
        return show(directive, lambda text: str(env["render"](text)), env["translate"])
    if token.type == "colon_fence":
        return f"<div>{env['render'](token.content)}</div>"
    html: str = RendererHTML.fence(self, tokens, index, options, env)
    return html


def show_target(_self: Any, tokens: Sequence[Token], index: int, *_: Any) -> str:
    """A label as an anchor."""
    return f'<a id="{escape(tokens[index].content)}"></a>'


def show_footnote(_self: Any, tokens: Sequence[Token], index: int, _options: Any, env: Any) -> str:
    """A footnote where it is written, under its number."""
    number = env["footnotes"]["refs"][":" + tokens[index].meta["label"]] + 1
    return f'<div class="cl-footnote" id="fn{number}"><sup>{number}</sup>'


def show_nothing(*_: Any) -> str:
    """Nothing: comments and breaks are for authors."""
    return ""


def show_link(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    """A link to elsewhere as it is; one to a page of the book as words, since it is not here."""
    if re.match(r"[a-z]+:", str(tokens[index].attrGet("href"))):
        return str(self.renderToken(tokens, index, options, env))
    return "<a>"


RULES: dict[str, Callable[..., str]] = {
    "myst_role": show_role,
    "math_inline": show_dollars,
    "math_block": show_double_dollars,
    "math_block_label": show_double_dollars,
    "link_open": show_link,
    "fence": show_fence,
    "colon_fence": show_fence,
    "myst_target": show_target,
    "myst_line_comment": show_nothing,
    "myst_block_break": show_nothing,
    "footnote_reference_open": show_footnote,
    "footnote_reference_close": lambda *_: "</div>",
}


def to_html(text: str, translate: Callable[[str], str]) -> str:
    """A cell of MyST Markdown as HTML, in one block without an empty line.

    Without empty lines, a second Markdown renderer takes it for one block of HTML and leaves it.
    """
    return with_formulae([to_marked_html(text, translate)])[0]


def to_marked_html(text: str, translate: Callable[[str], str]) -> str:
    """As `to_html`, but with formulae still `marked`."""
    parser = create_md_parser(SYNTAX, RendererHTML)
    for kind, rule in RULES.items():
        parser.add_render_rule(kind, rule)
    env: dict[str, Any] = {"translate": translate}
    env["render"] = lambda part: parser.render(part, env)
    html = parser.render(text, env)
    return "<div>\n" + re.sub(r"\n(?=[ \t]*\n)", "\n<!-- -->", html) + "</div>"


class MystPreprocessor(Preprocessor):
    """nbconvert's hook: turns the Markdown cells of a notebook into HTML before it is shown."""

    def preprocess(self, nb: Any, resources: Mapping[str, Any]) -> tuple[Any, Mapping[str, Any]]:
        """The notebook, with its Markdown as HTML."""
        translate = translator(resources.get("language", "en"))
        cells = [cell for cell in nb.cells if cell.cell_type == "markdown"]
        parts = with_formulae([to_marked_html(cell.source, translate) for cell in cells])
        for cell, part in zip(cells, parts, strict=True):
            cell.source = part
        return nb, resources
