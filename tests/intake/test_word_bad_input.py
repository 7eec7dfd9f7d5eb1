"""Damaged, hostile and misnamed Word files: a sentence that names the file, or what can be read of it."""

import io
import zipfile

import pytest

from editor.intake.manuscript import IncomingFile
from editor.intake.word.conversion import office_manuscript
from editor.intake.word.manuscript import word_manuscript
from editor.model.block_texts import printed_text
from editor.model.errors import UserError
from tests.word_kinds import SPACES, drawing, num, p, packed, r

SAID = "云州市近日启用公共数据登记平台，首批登记数据资源三百余项。"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(data, name="来稿.docx"):
    return word_manuscript(IncomingFile(name=name, data=data))


def texts(manuscript):
    return [printed_text(block) for block in manuscript.article.blocks]


def zipped(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


WHOLE = packed(p("题目", style="a3") + p(SAID))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (WHOLE[:400], "已损坏"),
        (b"PK\x03\x04" + bytes(50), "已损坏"),
        (zipped(**{"a.txt": "x"}), "已损坏"),
        (zipped(**{"word/document.xml": "<w:document"}), "已损坏"),
        (zipped(**{"word/document.xml": f"<w:document {SPACES}/>"}), "已损坏"),
        (zipped(**{"xl/workbook.xml": "<x/>"}), "Excel"),
        (zipped(**{"ppt/presentation.xml": "<x/>"}), "PPT"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE + bytes(600) + "Workbook".encode("utf-16-le"), "Excel"),
        (b"%PDF-1.7", ".pdf"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "没有网页"),
        (b"", "空的"),
        (packed(""), "没有文字"),
        (bytes(range(256)), "不是文本"),
        (packed("<w:p/>" * 1_200_000), "太大"),
        (packed(p(SAID) * 40_000), "太大"),
        (packed("<w:p>" * 3000), "已损坏"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_name(data, words):
    with pytest.raises(UserError) as caught:
        read(data)
    assert words in str(caught.value)
    assert "来稿.docx" in str(caught.value)


def test_entities_are_not_blown_up():
    bomb = (
        "<!DOCTYPE d [<!ENTITY a '哈哈哈哈哈哈哈哈'>"
        + "".join(f"<!ENTITY {two} '{f'&{one};' * 10}'>" for one, two in zip("abcdefgh", "bcdefghi", strict=True))
        + f"]><w:document {SPACES}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(UserError, match=r"已损坏|没有文字"):
        read(zipped(**{"word/document.xml": bomb}))


def test_a_text_without_its_other_parts_is_read():
    assert texts(
        read(zipped(**{"word/document.xml": f"<w:document {SPACES}><w:body>{p(SAID)}</w:body></w:document>"}))
    ) == [SAID]


def test_damaged_parts_beside_the_text_are_told():
    manuscript = read(packed(p("题目") + p(SAID, num(1)), numbering="<?xml <<<", styles="<?xml"))
    assert texts(manuscript) == [SAID]
    assert any("2 处损坏" in one for one in manuscript.messages)


def test_styles_and_lists_in_circles_end():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{two}"/></w:style>'
        for one, two in (("x", "y"), ("y", "x"))
    )
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    manuscript = read(packed(p("题目", style="x") + p(SAID, num(1), style="y"), styles=styles, numbering=lists))
    assert texts(manuscript) == [SAID]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:sdt><w:sdtContent>" * 110, "</w:sdtContent></w:sdt>" * 110),
        ("<w:tbl><w:tr><w:tc>" * 60, "</w:tc></w:tr></w:tbl>" * 60),
        ("<w:p><w:r><w:pict><w:txbxContent>" * 50, "</w:txbxContent></w:pict></w:r></w:p>" * 50),
    ],
)
def test_text_that_lies_very_deep_is_read(before, after):
    manuscript = read(packed(p("题目", style="a3") + before + p(SAID) + after))
    assert SAID in texts(manuscript)
    assert any("嵌套太深" in one for one in manuscript.messages)


def test_a_field_that_never_ends_hides_nothing():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r(" PAGE ", tag="w:instrText")
    assert texts(read(packed(p("题目", style="a3") + p(begun + r("甲。")) + p(SAID)))) == [SAID]


def test_a_note_that_names_itself_is_read_once():
    sign = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    feet = f'<w:footnote w:id="2">{p(r("出处。") + sign)}</w:footnote>'
    (block,) = read(packed(p("题目", style="a3") + p(r("甲") + sign), footnotes=feet)).article.blocks
    assert [run.footnote for run in block.runs] == ["", "出处。"]


def test_a_picture_that_is_not_there_leaves_its_place():
    manuscript = read(packed(p("题目", style="a3") + p(SAID) + p(f"<w:r>{drawing('img9')}</w:r>")))
    assert len(manuscript.article.blocks) == 2
    assert any("找不到" in one for one in manuscript.messages)


def test_a_picture_that_no_decoder_bears_comes_as_it_is():
    cut = b"\x89PNG\r\n\x1a\n" + bytes(30)
    manuscript = read(packed(p("题目", style="a3") + p(f"<w:r>{drawing('img1')}</w:r>"), media={"img1.png": cut}))
    assert [one.data for one in manuscript.pictures] == [cut]


@pytest.mark.parametrize("name", ["来稿.docx", "来稿.doc", "来稿.wps"])
def test_a_page_and_a_text_under_another_ending_are_read(name):
    page = "<html><head><meta charset='utf-8'></head><body><h1>云州来稿</h1><p>正文。</p></body></html>".encode()
    text = f"云州来稿\n\n{SAID}\n（来源：云州日报）\n"
    for data in (page, text.encode("gb18030"), text.encode()):
        manuscript = office_manuscript(IncomingFile(name=name, data=data))
        assert manuscript.article.title.text == "云州来稿"
        assert texts(manuscript) in ([SAID], ["正文。"])
        assert name in manuscript.messages[0]


def test_strict_markup_is_the_same_text():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    xml = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>{SAID}</w:t></w:r></w:p></w:body></w:document>'
    assert texts(read(zipped(**{"word/document.xml": xml}))) == [SAID]
