"""Somebody's Word file is read without trusting it."""

import io
import zipfile

import pytest
from docx import Document

import editor.intake.word.reading
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


def test_what_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(editor.intake.word.reading, "_MOST_BYTES", 10_000)
    with pytest.raises(UserError, match="已损坏"):
        read_word(packed(f"<w:document {W}>{' ' * 20_000}</w:document>"))


@pytest.mark.parametrize("body", ["", "<w:document>", "no xml"])
def test_a_body_that_is_none_is_said(body):
    with pytest.raises(UserError, match="已损坏"):
        read_word(packed(body))
