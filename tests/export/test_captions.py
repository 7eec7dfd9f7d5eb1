"""Captions in Word: the editor's words to the letter, their numbers as fields."""

import io
import re
import zipfile

import pytest

from editor.export.word.lint import lint
from editor.model.body import Table, text_of
from tests.fakes import article, document
from tests.word_files import word_file


def in_word(*captions):
    """The captions of tables as (words, fields) in the Word file."""
    made = document(article("云州办法", *(Table(head=(text_of("甲"),), caption=one) for one in captions)))
    data = word_file(made)
    assert lint(data) == ()
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    found = re.findall(r'<w:p><w:pPr><w:pStyle w:val="Caption"/>.*?</w:p>', xml)
    read = lambda tag, paragraph: "".join(re.findall(rf"<w:{tag}(?: [^>]*)?>([^<]*)</w:{tag}>", paragraph))  # noqa: E731
    return [(read("t", one), read("instrText", one).strip()) for one in found]


@pytest.mark.parametrize(
    ("caption", "field"),
    [
        ("表1　各地产值", "SEQ 表 \\* ARABIC"),
        ("表 1 各地产值", "SEQ 表 \\* ARABIC"),
        ("表7　各地产值", "SEQ 表 \\* ARABIC \\r 7"),
        ("表4-1　各地产值", ""),
        ("表一　各地产值", ""),
        ("表01　各地产值", ""),
        ("各地产值", ""),
        ("表格说明", ""),
    ],
)
def test_a_number_in_front_is_a_field_and_reads_as_before(caption, field):
    assert in_word(caption) == [(caption, field)]


def test_numbers_that_begin_anew_set_their_field():
    fields = [field for _, field in in_word("表1　甲", "表2　乙", "表1　丙", "表2　丁")]
    assert [field.endswith("\\r 1") for field in fields] == [False, False, True, False]
