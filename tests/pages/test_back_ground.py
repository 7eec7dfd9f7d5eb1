"""The publishers' page on a light or a dark ground, each with the logo made for it."""

import hashlib
import io
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.document.look_settings import with_back
from editor.model.picture import Picture
from editor.model.publication import Publisher
from editor.pages.typesetter import Typesetter
from tests.fakes import article, issue_of

LIGHT, DARK = (200, 30, 160), (30, 200, 90)


def logo(colour):
    buffer = io.BytesIO()
    Image.new("RGB", (60, 60), colour).save(buffer, "PNG")
    data = buffer.getvalue()
    return Picture(sha256=hashlib.sha256(data).hexdigest(), media_type="image/png", width=60, height=60), data


def rendered(ground, *, dark=True):
    (light_logo, light), (dark_logo, other) = logo(LIGHT), logo(DARK)
    publisher = Publisher(
        name="云州研究院", logo=light_logo, dark_logo=dark_logo if dark else None, paragraphs=("介绍。",)
    )
    issue = issue_of(article())
    issue = replace(issue, profile=replace(issue.profile, publishers=(publisher,)), look=with_back(issue.look, ground))
    look = look_table(issue.look)
    with Typesetter() as typesetter:
        document = issue_document(issue, title_width=look.title_width)
        pictures = {light_logo.sha256: light, dark_logo.sha256: other}
        return typesetter.render(document, look, pictures, final=False)


def last_page(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        picture = opened[len(opened) - 1].render(scale=1, rev_byteorder=True).to_pil().convert("RGB")
    return picture.getpixel((3, 3)), {colour for _, colour in picture.getcolors(1 << 20)}


@pytest.mark.parametrize(("ground", "shown", "hidden"), [("light", LIGHT, DARK), ("dark", DARK, LIGHT)])
def test_each_ground_has_its_logo(ground, shown, hidden):
    corner, colours = last_page(rendered(ground).pdf)
    assert (sum(corner) > 600) is (ground == "light")
    assert shown in colours
    assert hidden not in colours


def test_a_logo_without_a_dark_one_stands_on_white():
    corner, colours = last_page(rendered("dark", dark=False).pdf)
    assert sum(corner) < 300
    assert {LIGHT, (255, 255, 255)} <= colours


def test_the_ground_changes_no_page():
    light, dark = rendered("light"), rendered("dark")
    assert light.facts == dark.facts
