"""Somebody's Word file is read without trusting it."""

import io
import struct
import zipfile

import pytest
from docx import Document

import editor.intake.word.package
from editor.intake.word.reading import read_word
from editor.model.errors import UserError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOMB = (
    "<!DOCTYPE d [<!ENTITY a '哈哈哈哈哈哈哈哈'>"
    + "".join(f"<!ENTITY {two} '{f'&{one};' * 10}'>" for one, two in zip("abcdefgh", "bcdefghi", strict=True))
    + f"]><w:document {W}><w:p><w:t>&i;</w:t></w:p></w:document>"
)


def packed(body):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
    return buffer.getvalue()


def test_it_says_title_paragraphs_and_parts():
    document, buffer = Document(), io.BytesIO()
    document.core_properties.title = "云州观察"
    document.add_paragraph("第一段").add_run("，续")
    document.add_paragraph("")
    document.save(buffer)
    reading = read_word(buffer.getvalue())
    assert (reading.title, reading.paragraphs) == ("云州观察", ("第一段，续", ""))
    assert "word/document.xml" in reading.parts


def test_entities_are_not_blown_up():
    try:
        assert sum(map(len, read_word(packed(BOMB)).paragraphs)) < 100
    except UserError as error:
        assert "已损坏" in str(error)  # noqa: PT017


TOO_MUCH = "解开后太大"


def test_what_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(editor.intake.word.package, "_MOST_BYTES", 10_000)
    with pytest.raises(UserError, match=TOO_MUCH):
        read_word(packed(f"<w:document {W}>{' ' * 20_000}</w:document>"))


def test_ten_million_empty_paragraphs_are_not_read():
    with pytest.raises(UserError, match=TOO_MUCH):
        read_word(packed(f"<w:document {W}><w:body>{'<w:p/>' * 10_000_000}</w:body></w:document>"))


def test_a_text_in_paragraphs_in_paragraphs_does_not_multiply_without_end(monkeypatch):
    monkeypatch.setattr("editor.intake.word.texts._MOST_CHARACTERS", 100_000)
    nested = "<w:p>" * 200 + f"<w:t>{'字' * 1000}</w:t>" + "</w:p>" * 200
    with pytest.raises(UserError, match=TOO_MUCH):
        read_word(packed(f"<w:document {W}>{nested}</w:document>"))


def test_a_text_box_is_read_where_it_stands():
    box = "<w:p><w:t>前</w:t><w:txbx><w:p><w:t>框里</w:t></w:p></w:txbx><w:t>后</w:t></w:p>"
    assert read_word(packed(f"<w:document {W}>{box}</w:document>")).paragraphs == ("前框里后", "框里")


def test_elements_in_elements_without_end_are_said():
    with pytest.raises(UserError, match="已损坏"):
        read_word(packed(f"<w:document {W}>{'<w:p>' * 100_000}"))


def test_a_list_of_very_many_members_is_not_read():
    member = b"PK\x01\x02" + bytes(42)
    end = b"PK\x05\x06" + struct.pack("<4H2IH", 0, 0, 0xFFFF, 0xFFFF, len(member) * 200_000, 0, 0)
    with pytest.raises(UserError, match=TOO_MUCH):
        read_word(member * 200_000 + end)


def test_a_way_of_packing_that_may_ask_for_gigabytes_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}/>")
    with pytest.raises(UserError, match="已损坏"):
        read_word(buffer.getvalue())


def test_a_file_under_a_password_is_told_from_a_damaged_one():
    with pytest.raises(UserError, match="加了密码"):
        read_word(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))


@pytest.mark.parametrize("body", ["", "<w:document>", "no xml"])
def test_a_body_that_is_none_is_said(body):
    with pytest.raises(UserError, match="已损坏"):
        read_word(packed(body))
