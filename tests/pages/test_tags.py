"""The structure of the finished PDF, which programs that read aloud follow."""

import io
from collections import Counter

import pytest
from pypdf import PdfReader

from editor.model.body import ANCHOR, ItemList, Paragraph, Run, text_of
from editor.pages.typesetter import Typesetter
from tests.fakes import LOOK, article, document


def elements(node):
    """Yield the structure elements below one, with their parents' types."""
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from elements(one)
    elif isinstance(node, dict):
        if "/S" in node and node.get("/Type") != "/StructTreeRoot":
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


@pytest.fixture(scope="module")
def tags():
    items = tuple(text_of(f"第{number}项") for number in range(1, 4))
    noted = Paragraph(runs=(*text_of("云州"), Run(text=ANCHOR, footnote="注"), *text_of("。")))
    made = document(
        article("甲", noted, ItemList(items=items), Paragraph(runs=text_of("完")), ItemList(items=items, ordered=True))
    )
    with Typesetter() as typesetter:
        pdf = typesetter.render(made, LOOK, {}, final=True).pdf
    return list(elements(PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]["/K"]))


def test_lists_are_lists_with_items_labels_and_bodies(tags):
    found = Counter(str(tag["/S"]) for tag in tags)
    assert found["/LI"] == found["/LBody"] == 6
    lists = [tag for tag in tags if tag["/S"] == "/L"]
    assert all(child.get_object()["/S"] == "/LI" for one in lists for child in one["/K"])
    inside = [[str(part.get_object()["/S"]) for part in tag["/K"]] for tag in tags if tag["/S"] == "/LI"]
    assert inside == [["/Lbl", "/LBody"]] * 6


def test_footnotes_are_notes(tags):
    assert Counter(str(tag["/S"]) for tag in tags)["/Note"] == 1
