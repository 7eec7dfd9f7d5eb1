"""A damaged row costs that row: it is said by name, used for nothing, and mended on purpose."""

import datetime as dt
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from db.checks import CHECKS
from db.engine import library_engine
from db.library import open_library
from db.reader import Reader, open_reader
from db.rows import article_rows, issue_row, publication_row
from db.tables import Base
from db.upgrade import upgrade
from editor.cli.main import run
from editor.desk.checking import previous_issue
from editor.desk.mending.mend import mend
from editor.desk.ports import Arrival
from editor.desk.printable_issue import printable_issue
from editor.desk.replacing import Search, find_in_library
from editor.desk.review.steps import By
from editor.intake.font_file import read_font
from editor.interchange.canonical import content_hash
from editor.model.approval import LogAction, LogEvent
from editor.model.body import Figure, Paragraph, plain, text_of
from editor.model.credits import NameKind
from editor.model.damage import DamageError, Record, Source
from editor.model.edits import PENDING, ArticlePosition, add_articles, put_article
from editor.model.errors import UserError
from editor.model.font import FontFile
from editor.model.issue_state import IssueState
from editor.model.publication import Profile, Publication
from editor.model.registers import Person, Registers
from editor.model.review import Member
from tests.db.older import put
from tests.fakes import article, issue_of, picture
from tests.font_files import font_bytes

NOW = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
BY = By(name="编辑甲", at=NOW)
PICTURE, DATA = picture(8, 8)
FIRST = article("数据登记办法")
PICTURED = article("有图的一篇", Paragraph(runs=text_of("图文")), Figure(picture=PICTURE, caption="图一"))
ISSUE = issue_of(FIRST, PICTURED)
OTHER = replace(
    issue_of(article("上一期的一篇")),
    uid="1" * 32,
    date=dt.date(2025, 1, 13),
    number=replace(ISSUE.number, number=2, total=29),
)
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)
FONT = FontFile(font=read_font(font_bytes(), name="fang.ttf"), data=font_bytes())


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE, pictures=((PICTURE, DATA[PICTURE.sha256]),)))
        library.add_issue(OTHER)
        space = library.workspace(ISSUE.uid)
        waiting = add_articles(space, ArticlePosition(section=PENDING, position=0), (article("待编的一篇"),))
        library.save_workspace(space, waiting, author="编辑甲")
        before = library.registers.stored()
        library.registers.save(before, Registers(people=(Person(name="李四", kind=NameKind.PERSON),)), author="编辑甲")
        library.review.save_member(
            Member(name="王五"), LogEvent(action=LogAction.MEMBER, name="编辑甲", at=NOW, detail="王五：编辑")
        )
        library.files.add_font(FONT)
    return path


def damage(path, sql, *values):
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(sql, values).rowcount > 0


def letter(table, column, row=1):
    """Change the last letter but three of a text: JSON stays JSON."""
    changed = f"substr({column}, 1, length({column}) - 4) || '乱' || substr({column}, -3)"
    return f"UPDATE {table} SET {column} = {changed} WHERE rowid = {row}"  # noqa: S608 - nothing of it is input


WORDS = {
    "body": """UPDATE articles SET body = substr(body, 1, instr(body, '登记')) || '己' ||
        substr(body, instr(body, '登记') + 2) WHERE title = '数据登记办法'""",
    "plain": "UPDATE articles SET plain = replace(plain, '数据登记', '数据登己') WHERE title = '数据登记办法'",
    "title": "UPDATE articles SET title = '数据登己办法' WHERE title = '数据登记办法'",
    "facts": "UPDATE articles SET data = replace(data, '云州日报', '云洲日报') WHERE title = '数据登记办法'",
    "broken facts": "UPDATE articles SET data = substr(data, 2) WHERE title = '数据登记办法'",
    "section": "UPDATE articles SET section = 'x' || substr(section, 2) WHERE title = '数据登记办法'",
    "position": "UPDATE articles SET position = 1 WHERE title = '数据登记办法'",
    "state": "UPDATE issues SET state = 'editinh' WHERE number LIKE '%30%'",
    "state in JSON": "UPDATE issues SET data = replace(data, 'editing', 'editinh') WHERE number LIKE '%30%'",
    "another state": "UPDATE issues SET state = 'returned' WHERE number LIKE '%30%'",
    "date": "UPDATE issues SET date = '2025-01-2o' WHERE number LIKE '%30%'",
    "another date": "UPDATE issues SET date = '2025-01-21' WHERE number LIKE '%30%'",
    "number": "UPDATE issues SET number = substr(number, 2) WHERE number LIKE '%30%'",
    "masthead": "UPDATE issues SET masthead = '云洲观察' WHERE number LIKE '%30%'",
    "issue": "UPDATE issues SET data = replace(data, '要闻', '要问') WHERE number LIKE '%30%'",
    "article gone": "DELETE FROM articles WHERE title = '数据登记办法'",
}


ISSUES = {
    "state",
    "state in JSON",
    "another state",
    "date",
    "another date",
    "number",
    "masthead",
    "issue",
    "article gone",
}


@pytest.mark.parametrize("what", WORDS)
def test_a_changed_letter_of_an_issue_is_said_and_the_issue_neither_opened_nor_exported(place, tmp_path, capsys, what):
    damage(place, WORDS[what])
    with open_library(place) as library:
        with pytest.raises(DamageError, match=r"损坏.*repair") as opened:
            library.issue(ISSUE.uid)
        with pytest.raises(DamageError):
            library.workspace(ISSUE.uid)
        # everything else is as it was
        assert library.issue(OTHER.uid) == OTHER
        assert printable_issue(library, OTHER.uid).publication == ONE
        assert library.mending.damages() == opened.value.damages
    with open_reader(place) as reader:
        assert isinstance(reader, Reader)
        with pytest.raises(DamageError) as read:
            reader.issue(ISSUE.uid)
        assert str(read.value) == str(opened.value)
        assert reader.issue(OTHER.uid) == OTHER
    target = tmp_path / "一期.json"
    given = ["--library", str(place)]
    for opening in (open_library, open_reader):
        assert run(["export", ISSUE.uid, "--json", str(target), *given], open_library=open_library, open_reader=opening)
        assert "损坏" in capsys.readouterr().err
        assert not target.exists()
        assert run(["list", *given], open_library=open_library, open_reader=opening) == 0
        assert ("已损坏" in capsys.readouterr().out) is (what in ISSUES)


@pytest.mark.parametrize(
    "what", ["body", "plain", "title", "section", "position", "state", "state in JSON", "another state", "date",
             "another date", "number", "masthead"]
)  # fmt: skip
def test_what_another_column_says_too_is_mended_to_what_was_stored(place, what):
    with open_library(place) as library:
        before, noted = library.workspace(ISSUE.uid), library.versions.revisions(ISSUE.uid)
    damage(place, WORDS[what])
    with open_library(place) as library:
        (found,) = library.mending.damages()
        (remedy,) = library.mending.remedies(found)
        assert remedy.source is Source.FITTING
        mend(library, remedy, BY)
        assert library.workspace(ISSUE.uid) == before
        # what is as it was stored is nobody's change
        assert library.versions.revisions(ISSUE.uid) == noted
        assert library.mending.damages(files=True) == ()
        assert library.review.log()[-1].event.action is LogAction.MENDED
        assert library.review.log()[-1].event.issue == ISSUE.uid


def test_an_article_is_mended_from_a_version_or_as_it_stands_and_both_are_kept(place):
    with open_library(place) as library:
        space = library.workspace(ISSUE.uid)
        later = replace(FIRST, blocks=(Paragraph(runs=text_of("后来写的一段话")),))
        library.save_workspace(space, put_article(space, later), author="乙")
    damage(
        place, "UPDATE articles SET plain = '乱', body = replace(body, '后来写的', '后来乱的') WHERE uid = ?", FIRST.uid
    )
    with open_library(place) as library:
        (found,) = library.mending.damages()
        assert "数据登记办法" in found.name
        kept, standing = library.mending.remedies(found)
        assert (kept.source, standing.source) == (Source.KEPT, Source.STANDING)
        mend(library, kept, BY)
        mended = next(library.issue(ISSUE.uid).articles())
        assert mended.blocks == FIRST.blocks
        after, before = library.versions.listed(FIRST.uid)[:2]
        assert library.versions.article(after.key) == mended
        assert plain(library.versions.article(before.key).blocks[0].runs) == "后来乱的一段话"
        with pytest.raises(UserError, match="这期间变了"):
            mend(library, kept, BY)


def test_what_cannot_be_told_is_left_to_somebody_to_judge(place):
    damage(place, WORDS["issue"])
    with open_library(place) as library:
        (found,) = library.mending.damages()
        (remedy,) = library.mending.remedies(found)
        assert remedy.source is Source.STANDING
        assert "编辑中" in remedy.words
        mend(library, remedy, BY)
        mended = library.issue(ISSUE.uid)
        assert mended.sections[0].name == "要问"
        last = library.versions.revisions(ISSUE.uid)[-1]
        assert (last.author, last.hash) == (BY.name, content_hash(mended.without_articles()))


OTHERS = {
    Record.PUBLICATION: ("publications", "data", lambda library: library.publications()),
    Record.DRAWER: ("drawer", "body", lambda library: library.workspace(ISSUE.uid).drawer.pending),
    Record.REGISTER: ("registers", "name", lambda library: library.registers.stored().people),
    Record.MEMBER: ("members", "role", lambda library: library.review.members()),
    Record.FONT: ("fonts", "about", lambda library: library.files.fonts()),
}


@pytest.mark.parametrize("record", OTHERS)
def test_other_rows_are_left_out_of_their_lists_and_named(place, record):
    table, column, read = OTHERS[record]
    damage(place, letter(table, column))
    with open_library(place) as library:
        assert read(library) == ()
        assert [one.record for one in library.mending.damages()] == [record]
        assert [entry.damage for entry in library.issues()] == ["", ""]


def test_what_is_saved_beside_a_damaged_row_leaves_it_as_it_is(place):
    damage(place, letter("registers", "name"))
    damage(place, letter("drawer", "title"))
    tables = {"registers": "name", "drawer": "title"}
    with open_library(place) as library:
        space = library.workspace(ISSUE.uid)
        more = add_articles(space, ArticlePosition(section=PENDING, position=0), (article("又一篇"),))
        library.save_workspace(space, more, author="甲")
        library.registers.save(
            library.registers.stored(), Registers(people=(Person(name="赵六", kind=NameKind.PERSON),)), author="甲"
        )
        assert {one.record for one in library.mending.damages()} == {Record.DRAWER, Record.REGISTER}
    with closing(sqlite3.connect(place)) as connection:
        for table, column in tables.items():
            found = [row for (row,) in connection.execute(f"SELECT {column} FROM {table}")]  # noqa: S608
            assert len(found) == 2
            assert any("乱" in one for one in found)


def test_a_swapped_picture_is_not_printed_and_is_mended_by_putting_it_in_again(place, tmp_path, capsys):
    damage(place, "UPDATE pictures SET data = ?", b"another picture")
    with open_library(place) as library:
        assert library.files.pictures([PICTURE.sha256]) == {}
        with pytest.raises(UserError, match="损坏"):
            library.files.picture(PICTURE.sha256)
        (found,) = library.mending.damages(files=True)
        assert "有图的一篇" in found.name
        assert printable_issue(library, ISSUE.uid).pictures == {}
    with open_reader(place) as reader:
        assert reader.files.pictures([PICTURE.sha256]) == {}
    words = ["export", ISSUE.uid, "--package", str(tmp_path / "一期.bulletin"), "--library", str(place)]
    assert run(words, open_library=open_library, open_reader=open_reader) == 0
    assert "有图的一篇" in capsys.readouterr().err
    with open_library(place) as library:
        library.files.add_picture(PICTURE, DATA[PICTURE.sha256])
        assert library.files.pictures([PICTURE.sha256]) == DATA
        assert library.mending.damages(files=True) == ()


def test_a_damaged_font_is_named_and_mended_by_adding_it_again(place):
    damage(place, "UPDATE fonts SET data = ?", b"another font")
    for opening in (open_library, open_reader):
        with opening(place) as library, pytest.raises(DamageError, match=r"fang\.ttf"):
            library.files.font_data(FONT.font.sha256)
    with open_library(place) as library:
        library.files.add_font(FONT)
        assert library.files.font_data(FONT.font.sha256) == FONT.data


def test_words_of_an_old_version_that_are_no_longer_theirs_are_said(place):
    with open_library(place) as library:
        space = library.workspace(ISSUE.uid)
        library.save_workspace(space, put_article(space, replace(FIRST, source="改")), author="甲")
        (key,) = [one.key for one in library.versions.listed(FIRST.uid) if one.key]
    damage(place, "UPDATE contents SET data = x'00' || data")
    with open_library(place) as library:
        with pytest.raises(DamageError, match="旧版本"):
            library.versions.article(key)
        assert library.issue(ISSUE.uid)


def test_half_a_character_costs_its_row(place):
    damage(place, "UPDATE articles SET plain = CAST(x'e4b8ade4b8' AS TEXT) WHERE uid = ?", FIRST.uid)
    damage(place, "UPDATE members SET name = CAST(x'e4b8ade4b8' AS TEXT)")
    for opening in (open_library, open_reader):
        with opening(place) as library:
            assert len(library.issues()) == 2
            with pytest.raises(DamageError):
                library.issue(ISSUE.uid)
            assert library.issue(OTHER.uid) == OTHER
            assert library.review.members() == ()


def test_the_issue_before_being_damaged_hinders_no_checks(place):
    damage(place, "UPDATE articles SET title = '乱' WHERE issue = ?", OTHER.uid)
    with open_library(place) as library:
        assert previous_issue(library, library.issue(ISSUE.uid)) is None


def test_an_earlier_library_with_one_wrong_letter_opens_and_says_so(tmp_path):
    path = tmp_path / "library.db"
    engine = library_engine(path, read_only=False)
    upgrade(engine, revision="0014")
    engine.dispose()
    put(path, (publication_row(ONE), issue_row(ISSUE), *article_rows(ISSUE), issue_row(OTHER), *article_rows(OTHER)))
    damage(path, "UPDATE issues SET state = 'editinh' WHERE uid = ?", ISSUE.uid)
    with open_library(path) as library:
        assert [bool(entry.damage) for entry in library.issues()] == [True, False]
        (found,) = library.mending.damages()
        (remedy,) = library.mending.remedies(found)
        mend(library, remedy, BY)
        assert library.issue(ISSUE.uid) == replace(ISSUE, archive=replace(ISSUE.archive, state=IssueState.EDITING))


def test_text_that_an_earlier_program_let_through_is_shown_cleaned_and_mended_on_purpose(tmp_path):
    path = tmp_path / "library.db"
    engine = library_engine(path, read_only=False)
    upgrade(engine, revision="0014")
    engine.dispose()
    put(path, (publication_row(ONE), issue_row(ISSUE), *article_rows(ISSUE)))
    damage(path, "UPDATE articles SET body = replace(body, '数据登记', '数据\\u000b登记') WHERE uid = ?", FIRST.uid)
    with open_library(path) as library:
        assert next(library.issue(ISSUE.uid).articles()).blocks == FIRST.blocks
        (found,) = library.mending.damages()
        assert "不能印的字符" in found.name
        mend(library, library.mending.remedies(found)[0], BY)
        assert library.mending.damages() == ()
        assert library.issue(ISSUE.uid) == ISSUE


def test_every_text_of_a_row_is_in_a_checksum():
    """Whoever adds a column adds it to CHECKS, or names why its row needs none."""
    digests = {"pictures", "contents", "introductions", "approvals", "released_files", "log"}
    for table in Base.metadata.sorted_tables:
        checked = {name for names in CHECKS.get(table.name, {}).values() for name in names}
        checks = set(CHECKS.get(table.name, {}))
        left = {column.name for column in table.columns} - checked - checks - {"id"}
        assert not left or table.name in digests or left == {"data"}, table.name


def test_the_command_lists_mends_and_says_when_all_is_well(place, capsys):
    damage(place, WORDS["title"])
    given = ["--library", str(place)]
    assert run(["repair", *given], open_library=open_library) == 0
    message = capsys.readouterr().out
    assert "1. 文章《数据登己办法》" in message
    assert "与存下时一致" in message
    assert run(["repair", "9", "--as", "编辑甲", *given], open_library=open_library) == 1
    assert run(["repair", "1", "--as", "编辑甲", *given], open_library=open_library) == 0
    assert "没有别的损坏" in capsys.readouterr().out
    assert run(["repair", "--json", *given], open_library=open_library) == 0
    assert capsys.readouterr().out.strip() == "[]"


def test_a_search_of_the_library_finds_what_it_can_and_then_says_what_it_could_not_read(place):
    damage(place, WORDS["title"])
    with open_library(place) as library:
        search = find_in_library(library, Search(query="篇"))
        assert next(search).entry.uid == OTHER.uid
        with pytest.raises(DamageError, match="数据登己办法"):
            next(search)


def test_a_word_that_was_used_is_still_offered_beside_a_damaged_article(place):
    damage(place, WORDS["broken facts"])
    damage(place, "UPDATE issues SET data = substr(data, 2) WHERE uid = ?", OTHER.uid)
    with open_library(place) as library:
        assert library.registers.used_words().sources == ("云州日报",)
        assert library.registers.usage().sources == {"云州日报": 3}


def test_a_damaged_note_of_the_version_is_said(place):
    damage(place, "UPDATE alembic_version SET version_num = '00x7'")
    damage_version(place)
    with pytest.raises(UserError, match="版本记录已损坏"), open_library(place):
        pass


def damage_version(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 14")
