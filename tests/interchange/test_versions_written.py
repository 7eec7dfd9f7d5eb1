"""Files carry the oldest version that can hold them, so that programs of before read whatever they can."""

import io
import json
import zipfile
from dataclasses import replace

import pytest

from editor.interchange.canonical import content_hash
from editor.interchange.codec import decode, encode
from editor.interchange.issue_file import read_issue, write_issue
from editor.interchange.package import Package, read_package, write_package
from editor.model.article import Article, Title
from editor.model.body import (
    ANCHOR,
    CellSpan,
    ChartKind,
    ColumnAlignment,
    Figure,
    ItemList,
    Paragraph,
    Run,
    Table,
    text_of,
)
from editor.model.errors import UserError
from editor.model.picture import VectorPicture
from editor.model.publication import Profile, Publication
from tests import fakes

PUBLICATION = Publication(profile=Profile(masthead="云州观察"))
FOOTNOTE = Run(text=ANCHOR, footnote="注文")
HEAD, ROW = (text_of("甲"), text_of("乙")), (text_of("一"), ())
OLD = (
    Paragraph(runs=text_of("正文")),
    Table(head=HEAD, rows=(ROW,)),
    Figure(caption="图"),
)
NEW = {
    "a footnote": Paragraph(runs=(*text_of("正文"), FOOTNOTE)),
    "a footnote in a list": ItemList(items=((FOOTNOTE,),)),
    "a footnote in a cell": Table(head=((FOOTNOTE,),)),
    "a span": Table(head=HEAD, rows=(ROW,), spans=(CellSpan(row=1, column=0, columns=2),)),
    "no header row": Table(head=HEAD, rows=(ROW,), header_rows=0),
    "an alignment": Table(head=HEAD, alignments=(ColumnAlignment.AUTO, ColumnAlignment.RIGHT)),
    "a chart": Figure(chart=(("", "2024"), ("产值", "12"))),
    "another kind of chart": Figure(chart=(("", "2024"), ("产值", "12")), chart_kind=ChartKind.LINE),
    "a kept drawing": Figure(original=VectorPicture(sha256="0" * 64, media_type="image/emf")),
}


def issue(*blocks):
    made = fakes.issue_of(Article(title=Title(text="题"), blocks=blocks))
    return replace(made, publication=PUBLICATION.uid)


def package_version(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return json.loads(archive.read("manifest.json"))["version"]


@pytest.mark.parametrize("block", NEW.values(), ids=NEW.keys())
def test_what_older_programs_cannot_read_says_so_and_is_read_back(block):
    made = issue(*OLD, block)
    data = write_issue(made, PUBLICATION)
    assert json.loads(data)["version"] == 3
    assert read_issue(data) == (made, PUBLICATION)
    packed = write_package(Package(issue=made, publication=PUBLICATION))
    assert package_version(packed) == 4
    assert read_package(packed).issue == made


def test_what_they_can_read_stays_as_it_was():
    made = issue(*OLD)
    data = write_issue(made, PUBLICATION)
    assert json.loads(data)["version"] == 2
    assert package_version(write_package(Package(issue=made, publication=PUBLICATION))) == 1
    for name in ("footnote", "spans", "header_rows", "alignments", "chart", "chart_kind", "original"):
        assert f'"{name}":' not in data.decode()


@pytest.mark.parametrize("block", NEW.values(), ids=NEW.keys())
def test_whatever_is_new_counts_as_printed_content(block):
    plain = {
        "Paragraph": Paragraph(runs=text_of("正文"), uid=block.uid),
        "ItemList": ItemList(items=((),), uid=block.uid),
        "Table": Table(head=HEAD, rows=(ROW,), uid=block.uid),
        "Figure": Figure(uid=block.uid),
    }[type(block).__name__]
    one, other = (Article(title=Title(text="题"), blocks=(each,), uid=PUBLICATION.uid) for each in (plain, block))
    assert content_hash(one) != content_hash(other)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"text":"\ufffc"', '"text":"正文"'),
        ('"columns":2', '"columns":3'),
        ('"header_rows":0', '"header_rows":3'),
        ('"alignments":["auto"', '"alignments":["auto","auto"'),
        ('"chart":[["",', '"chart":[['),
        ('"media_type":"image/emf"', '"media_type":"image/svg+xml"'),
    ],
)
def test_what_contradicts_itself_is_refused(old, new):
    data = encode(Article(title=Title(text="题"), blocks=tuple(NEW.values()))).decode()
    assert old in data
    with pytest.raises(UserError):
        decode(Article, data.replace(old, new, 1).encode())
