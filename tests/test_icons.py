"""The theme's icons are drawn at build time, so that no page needs the script that draws them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError

from servicequality.book.icons import CREDIT, icon, solid_icons, with_icons
from tests.pages import named_pages


def test_an_icon_keeps_what_the_theme_hangs_on_it() -> None:
    drawn = icon("theme-switch fa-solid fa-sun fa-lg", ' data-mode="light"')
    assert drawn.startswith('<svg class="sq-icon theme-switch fa-sun fa-lg" data-mode="light" ')
    assert 'aria-hidden="true"' in drawn
    assert solid_icons()["sun"][2] in drawn


def test_an_unknown_icon_is_refused_by_name() -> None:
    with pytest.raises(ExtensionError, match="fa-no-such-thing"):
        icon("fa-solid fa-no-such-thing", "")


def test_only_icons_and_their_script_are_replaced() -> None:
    html = (
        '<p>fa-solid</p><script defer src="../_static/scripts/fontawesome.js?digest=1"></script>'
        '<script src="a.js"></script><i class="other"></i><i class="fa-solid fa-bars"></i>'
    )
    assert with_icons(html) == (
        f'<p>fa-solid</p>{CREDIT}<script src="a.js"></script><i class="other"></i>'
        + icon("fa-solid fa-bars", "")
    )


def test_the_site_has_its_icons_and_not_their_script(site: Path) -> None:
    for name in named_pages(site):
        html = (site / name).read_text(encoding="utf-8")
        assert len(re.findall(r'<svg class="sq-icon [^>]*data-mode="', html)) == 3, name
        assert "fa-solid" not in html, name
        assert "fontawesome.js" not in html, name
    assert not list(site.glob("_static/scripts/fontawesome*"))
