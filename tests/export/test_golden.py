"""Every part of a small Word file against the one agreed upon. Run with BULLETIN_GOLDEN=write after a wanted change."""

import difflib
import io
import os
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from editor.model.body import Figure, Heading, ItemList, Paragraph, Quote, Run, Table, text_of
from tests.fakes import article, document
from tests.word_files import word_file

GOLDEN = Path(__file__).parent.parent / "golden" / "word"
PARTS = (
    "word/document.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/numbering.xml",
    "word/header2.xml",
    "word/footer1.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
    "[Content_Types].xml",
)


def small():
    blocks = (
        Heading(level=1, runs=text_of("一、登记")),
        Paragraph(runs=(Run(text="一是统一口径。", bold=True), Run(text="按照要求逐项编号。"))),
        ItemList(ordered=True, items=(text_of("先列系统"), text_of("再列数据"))),
        ItemList(items=(text_of("不收费"),)),
        Quote(runs=text_of("用得多了，账自然就对了。")),
        Figure(caption="图1　示意", source="示例"),
        Table(
            head=(text_of("事项"), text_of("时限")),
            rows=((text_of("互认"), text_of("三个月")),),
            caption="表1",
            note="注",
        ),
        Paragraph(runs=(Run(text="见", italic=True), Run(text="说明", link="https://example.org/x"), Run(text="。"))),
    )
    return document(article("云州发布数据登记办法", *blocks), article("第二篇", link="", contents_title="第二篇的短题"))


@pytest.fixture(scope="module")
def made():
    piece = small()
    data = word_file(piece)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: pretty(archive.read(name)) for name in archive.namelist() if name.endswith((".xml", ".rels"))}


def pretty(data):
    return etree.tostring(etree.fromstring(data, etree.XMLParser(remove_blank_text=True)), pretty_print=True).decode()


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_the_one_agreed_upon(made, part):
    file = GOLDEN / part.replace("/", "-").strip("[]")
    if os.environ.get("BULLETIN_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made[part], encoding="utf-8")
    agreed = file.read_text(encoding="utf-8")
    changed = difflib.unified_diff(agreed.splitlines(), made[part].splitlines(), "agreed", "made", lineterm="", n=1)
    assert made[part] == agreed, "\n" + "\n".join(changed)
