"""House words as a table: whatever a spreadsheet, an editor or another office writes."""

import csv
import io
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.desk.registers.house_words import word_plan
from editor.interchange.house_word_file import (
    read_word_file,
    read_word_text,
    template_file,
    write_word_file,
    write_word_lines,
)
from editor.model.errors import UserError
from editor.model.house_word_edits import APART, checked_house_word
from editor.model.house_words import (
    QUOTED_EXCEPTIONS,
    HouseWord,
    HouseWordLevel,
    HouseWords,
    HouseWordScope,
)
from editor.text.records import guarded, unguarded
from editor.text.sanitise import sanitise

TEXTS = st.text(st.sampled_from("云州数据的AI19=+-@＝'\",;\t 《》“”.*()[]\\|$^?、；\n\r\u3000"), max_size=12)
BITS = TEXTS.map(lambda text: "".join(char for char in text if char not in APART))


@st.composite
def house_words(draw):
    """Words as the library keeps them."""
    name = sanitise(draw(TEXTS.filter(str.strip)))
    exceptions = draw(st.lists(BITS, max_size=2))
    longer = [f"{one}{' '.join(name.split())}于" for one in exceptions] if not set(APART) & set(name) else []
    word = HouseWord(
        name=name,
        instead=tuple(sanitise(one) for one in draw(st.lists(BITS, max_size=3))),
        scope=draw(st.sampled_from(HouseWordScope)),
        sections=tuple(sanitise(one) for one in draw(st.lists(BITS, max_size=2))),
        exceptions=(*map(sanitise, longer), *draw(st.lists(st.sampled_from(QUOTED_EXCEPTIONS), max_size=2))),
        level=draw(st.sampled_from(HouseWordLevel)),
        reason=sanitise(draw(TEXTS)),
        source=sanitise(draw(TEXTS)),
    )
    try:
        return checked_house_word(word)
    except UserError:
        return checked_house_word(replace(word, instead=(), exceptions=()))


LISTS = st.lists(house_words(), max_size=8, unique_by=lambda word: word.name)


def taken(table):
    return {word.name: word for word in word_plan(HouseWords(), table).new}


def alike(words):
    return {word.name: replace(word, uid="0" * 32) for word in words}


@given(LISTS.filter(bool))
def test_a_written_file_reads_back_as_it_was(words):
    table = read_word_file(write_word_file(words), name="用语.csv")
    assert not table.refused
    assert alike(taken(table).values()) == alike(words)


@given(LISTS.filter(bool))
def test_copied_lines_read_back_as_they_were(words):
    assert alike(taken(read_word_text(write_word_lines(words))).values()) == alike(words)


@given(LISTS.filter(bool))
def test_nothing_in_a_file_is_a_formula(words):
    rows = csv.reader(io.StringIO(write_word_file(words).decode("utf-8-sig"), newline=""))
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "@", "＝", "＠"))]


@given(TEXTS)
def test_what_is_made_harmless_is_read_back(text):
    assert unguarded(guarded(text)) == text


@given(st.text(max_size=200))
def test_any_text_is_rows_or_refusals(text):
    table = read_word_text(text)
    word_plan(HouseWords(), table)


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_one_sentence(data):
    with suppress(UserError):
        word_plan(HouseWords(), read_word_file(data, name="用语.csv"))


ROWS = "用语,改为\n布署,部署\n既使,即使\n"


@pytest.mark.parametrize(
    "data",
    [
        ROWS.encode(),
        b"\xef\xbb\xbf" + ROWS.encode(),
        ROWS.encode("gbk"),
        ROWS.replace(",", ";").encode("gbk"),
        ROWS.replace(",", "\t").encode("utf-16"),
        b"sep=;\r\n" + ROWS.replace(",", ";").replace("\n", "\r\n").encode(),
        ROWS.replace(",", "，").encode(),
        ROWS.replace("用语,改为", "Wording,Replacement").encode(),
        ROWS.replace("用语,改为", "原词 , 建议改为").encode(),
        ROWS.removeprefix("用语,改为\n").encode(),
        ROWS.replace("\n", "\r").encode(),
        '"用语","改为"\n"布署","部署"\n\n"既使",即使'.encode(),
    ],
)
def test_whatever_form_a_table_has_its_words_are_read(data):
    words = taken(read_word_file(data, name="用语.csv"))
    assert {name: word.instead for name, word in words.items()} == {"布署": ("部署",), "既使": ("即使",)}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("布署,部署,到处,,,错误", "不认得范围“到处”，请写全部、标题或正文。"),
        ("布署,部署,,,,很重", "不认得级别“很重”，请写错误、警告或提示。"),
        (",部署", "没有写用语"),
        ("布署,布署", "与它自己相同"),
        ("布署,,,,安排", "例外“安排”里没有“布署”"),
        ("布" * 81, "超过 80 个字"),
        ("布署,,,,,,,,又一格", "格子比标题多"),
        ('"布署,部署', "引号没有成对"),
        ("既使,即使二", "第 1 行已经有这个用语"),
    ],
)
def test_a_broken_row_is_told_and_the_others_are_read(row, reason):
    plan = word_plan(HouseWords(), read_word_text(f"既使,即使\n{row}\n因该,应该\n"))
    assert [word.name for word in plan.new] == ["既使", "因该"]
    ((line, told),) = [(one.line, one.reason) for one in plan.refused]
    assert line == 2
    assert reason in told


def test_a_cell_of_several_lines_is_one_record():
    plan = word_plan(HouseWords(), read_word_text('用语,理由\n布署,"两行\n理由"\n既使,错字\n'))
    assert [word.reason for word in plan.new] == ["两行 理由", "错字"]


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_workbook_is_refused_with_what_to_do(data):
    with pytest.raises(UserError, match="另存为 CSV"):
        read_word_file(data, name="用语.xlsx")


def test_too_many_rows_are_refused_whole():
    with pytest.raises(UserError, match="超过 50000 条"):
        read_word_text("甲乙\n" * 50_001)


def test_the_template_shows_every_column():
    heads, *rows = template_file().decode("utf-8-sig").splitlines()
    assert heads == "用语,改为,范围,栏目,例外,级别,理由,出处"
    assert len(rows) == 2
