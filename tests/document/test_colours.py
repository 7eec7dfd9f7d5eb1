"""Word's colours are those that the page template computes for the PDF."""

import json

import pytest
import typst

from editor.document.colours import safe_colour, section_colour, tint
from resources import resource

ACCENTS = ("#0b3f73", "#b5121b", "#f2c200", "#ffffff", "#000000", "#1d8a5f", "#7f7f7f", "#ff00ff")
TEMPLATE = """#import "parts/tokens.typ": safe, section-colour, tint
#let hex(c) = upper(rgb(c).to-hex().slice(1, 7))
#metadata(ACCENTS.map(c => {
  let k = safe(c, 7)
  let t = (accent: k, deep: color.mix((k, 72%), (rgb("#0a0a0a"), 28%), space: rgb))
  (hex(k), ..range(4).map(i => hex(section-colour(t, i, 4))), hex(tint(k, 14%)))
}))<colours>"""


@pytest.fixture(scope="module")
def printed():
    accents = "(" + ", ".join(f'"{one}"' for one in ACCENTS) + ")"
    source = TEMPLATE.replace("ACCENTS", accents).encode()
    compiler = typst.Compiler(source, root=str(resource("typeset")))
    return dict(zip(ACCENTS, json.loads(compiler.query("<colours>", field="value", one=True)), strict=True))


def near(one, other):
    """Whether two colours differ by the rounding of a component at most."""
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= 1 for at in (0, 2, 4))


@pytest.mark.parametrize("accent", ACCENTS)
def test_a_colour_is_the_pdfs(printed, accent):
    dark = safe_colour(accent)
    made = [dark, *(section_colour(accent, "", place) for place in range(4)), tint(dark, 0.14)]
    assert all(near(*pair) for pair in zip(made, printed[accent], strict=True)), (made, printed[accent])


def test_white_is_readable_on_every_tile():
    assert {section_colour("#0b3f73", "#fff000", place) for place in (0, 5)} == {safe_colour("fff000", 4.6)}
