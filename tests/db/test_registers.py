"""Registers as the library keeps them, and tags changed everywhere."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from db.engine import library_engine
from db.library import open_library
from db.rows import article_rows, issue_row, publication_row
from db.upgrade import upgrade
from editor.desk.registers.usage import EDITOR_ROLE, unregistered, uses_by_person
from editor.interchange.canonical import content_hash
from editor.model import register_edits as edits
from editor.model.article import Article, ArticleArchive, Title
from editor.model.credits import Credit, Name, NameKind
from editor.model.edits import PENDING, ArticlePosition, move_articles
from editor.model.errors import UserError
from editor.model.issue import Issue, IssueArchive, Section
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from editor.model.registers import Person, Registers, Tag, Term, Vocabulary
from editor.model.uid import derived_uid
from tests.db.older import put
from tests.editing import save_article
from tests.strategies import registers as all_registers

LI = derived_uid("李")
ONE = Publication(
    profile=Profile(masthead="云州观察"), credits=(Credit(role="总编辑", names=(Name(text="李四", person=LI),)),)
)


def article(title, *tags, source="云州日报", editor=""):
    archive = ArticleArchive(tags=tags, editor=editor)
    return Article(title=Title(text=title), source=source, archive=archive)


def issue(total, *articles, state="editing", names=("丹", "李四")):
    credited = tuple(Name(text=name, person=LI if name == "李四" else "") for name in names)
    return Issue(
        publication=ONE.uid,
        number=Number(year=2025, number=total, total=total),
        date=dt.date(2025, 1, 6) + dt.timedelta(weeks=total),
        profile=ONE.profile,
        credits=(
            Credit(role="指导单位", kind=NameKind.ORGANISATION, names=(Name(text="云州市数据局"),)),
            Credit(role="编委会", names=credited),
            Credit(role="美术编辑", names=credited[:1]),
        ),
        sections=(Section(name="要闻", articles=articles),),
        archive=IssueArchive(state=state),
    )


FIRST = issue(1, article("甲", "数据", "政策", editor="王五"), article("乙", "数据"), state="published")
SECOND = issue(2, article("丙", "政策", "数据"), article("丁", source="新华社"))


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.save_publication(ONE)
        opened.add_issue(FIRST)
        opened.add_issue(SECOND)
        yield opened


def save(library, after):
    library.registers.save(library.registers.stored(), after, author="编辑甲")


def with_tags(library, *names):
    made = library.registers.stored()
    for name in names:
        made = edits.put_tag(made, Tag(name=name))
    save(library, made)
    return {tag.name: tag.uid for tag in made.tags}


def tags(library):
    issues = (library.issue(entry.uid) for entry in reversed(library.issues()))
    return [one.archive.tags for issue in issues for one in issue.articles()]


def rename(library, old, new):
    before = library.registers.stored()
    uid = next(tag.uid for tag in before.tags if tag.name == old)
    pair = before, edits.rename_tag(before, uid, new)
    return library.registers.retag(f"标签“{old}”改为“{new}”", {old: new}, registers=pair, author="编辑甲")


@given(one=all_registers, other=all_registers)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=30)
def test_registers_come_back_as_they_were_saved(tmp_path_factory, one, other):
    with open_library(tmp_path_factory.mktemp("r") / "library.db") as opened:
        for registers in (one, other):
            save(opened, registers)
            assert opened.registers.stored() == registers


def test_another_value_than_the_librarys_is_not_overwritten(library):
    stale = library.registers.stored()
    with_tags(library, "数据")
    with pytest.raises(UserError, match="名录在别处改过"):
        library.registers.save(stale, edits.put_tag(stale, Tag(name="政策")), author="编辑乙")
    assert [tag.name for tag in library.registers.stored().tags] == ["数据"]


@pytest.mark.usefixtures("library")
def test_a_library_open_elsewhere_refuses(tmp_path):
    with open_library(tmp_path / "library.db") as second, pytest.raises(UserError, match="这里只能看"):
        save(second, edits.put_tag(Registers(), Tag(name="政策")))


def test_renaming_a_person_changes_no_issue(library):
    registers = edits.put_person(Registers(), Person(name="李四", uid=LI))
    save(library, registers)
    save(library, edits.put_person(registers, replace(registers.people[0], name="李思")))
    assert library.issue(FIRST.uid) == FIRST
    roles = uses_by_person(library.registers.stored(), library.registers.usage())[LI]
    assert [(one.number.total, one.roles) for one in roles] == [(2, ("编委会",)), (1, ("编委会",))]


def test_names_that_nobody_registered_are_told(library):
    save(library, edits.put_person(Registers(), Person(name="李四", uid=LI)))
    assert unregistered(library.registers.stored(), library.registers.usage()) == (
        ("云州市数据局", NameKind.ORGANISATION),
        ("丹", NameKind.PERSON),
        ("王五", NameKind.PERSON),
    )
    assert library.registers.usage().names[-1].role == EDITOR_ROLE


def test_a_tag_is_renamed_in_every_issue_and_taken_back_by_name(library):
    with_tags(library, "数据", "政策")
    hashes = [content_hash(library.issue(one.uid)) for one in (FIRST, SECOND)]
    made = rename(library, "数据", "数据要素")
    assert tags(library) == [("数据要素", "政策"), ("数据要素",), ("政策", "数据要素"), ()]
    assert [tag.name for tag in library.registers.stored().tags] == ["数据要素", "政策"]
    assert [content_hash(library.issue(one.uid)) for one in (FIRST, SECOND)] == hashes
    assert (made.issues, library.checkpoints.listed()) == (2, (made,))
    library.checkpoints.undo(made.uid, author="编辑甲")
    assert tags(library) == [("数据", "政策"), ("数据",), ("政策", "数据"), ()]
    assert [tag.name for tag in library.registers.stored().tags] == ["数据", "政策"]
    assert library.checkpoints.listed() == ()


def test_merged_tags_stand_once_and_removed_ones_are_gone(library):
    uids = with_tags(library, "数据", "政策")
    before = library.registers.stored()
    after = edits.merge_tags(before, uids["政策"], uids["数据"])
    library.registers.retag("合并", {"政策": "数据"}, registers=(before, after), author="编辑甲")
    assert tags(library) == [("数据",), ("数据",), ("数据",), ()]
    gone = edits.remove_tag(after, uids["数据"])
    library.registers.retag("删除", {"数据": ""}, registers=(after, gone), author="编辑甲")
    assert tags(library) == [(), (), (), ()]


def test_articles_of_the_drawer_are_tagged_too(library):
    space = library.workspace(SECOND.uid)
    moved = move_articles(space, [next(SECOND.articles()).uid], ArticlePosition(section=PENDING, position=0))
    library.save_workspace(space, moved, author="编辑甲")
    with_tags(library, "数据")
    made = rename(library, "数据", "要素")
    assert library.workspace(SECOND.uid).drawer.pending[0].archive.tags == ("政策", "要素")
    library.checkpoints.undo(made.uid, author="编辑甲")
    assert library.workspace(SECOND.uid).drawer.pending[0].archive.tags == ("政策", "数据")


def test_tags_changed_since_are_not_taken_back(library):
    with_tags(library, "数据")
    made = rename(library, "数据", "要素")
    one = next(SECOND.articles())
    save_article(library, SECOND.uid, replace(one, archive=ArticleArchive(tags=("另",))), author="编辑乙")
    held = tags(library)
    with pytest.raises(UserError, match="有 1 篇文章的标签"):
        library.checkpoints.undo(made.uid, author="编辑甲")
    assert tags(library) == held


def test_text_written_since_stays_when_tags_are_taken_back(library):
    with_tags(library, "数据")
    made = rename(library, "数据", "要素")
    one = next(library.issue(SECOND.uid).articles())
    save_article(library, SECOND.uid, replace(one, source="另写"), author="编辑乙")
    library.checkpoints.undo(made.uid, author="编辑甲")
    assert next(library.issue(SECOND.uid).articles()) == replace(next(SECOND.articles()), source="另写")


def test_words_of_the_registers_are_offered_first(library):
    made = edits.put_person(Registers(), Person(name="赵六"))
    made = edits.put_person(made, Person(name="李四", retired=True))
    made = edits.put_term(made, Vocabulary.SOURCES, Term(name="新华通讯社", aliases=("新华社",)))
    save(library, edits.put_tag(made, Tag(name="交通")))
    words = library.registers.used_words()
    assert words.sources == ("新华通讯社", "云州日报")
    assert words.editors == ("赵六", "王五")
    assert words.tags == ("交通", "数据", "政策")
    assert (words.people, words.organisations) == (("赵六", "丹"), ("云州市数据局",))


def test_an_earlier_library_gets_its_registers_from_its_issues(tmp_path):
    path = tmp_path / "library.db"
    engine = library_engine(path, read_only=False)
    upgrade(engine, revision="0005")
    engine.dispose()
    issues = [row for one in (FIRST, SECOND) for row in (issue_row(one), *article_rows(one))]
    put(path, (publication_row(ONE), *issues))
    with open_library(path) as library:
        made = library.registers.stored()
        assert [(one.name, one.kind) for one in made.people] == [
            ("李四", NameKind.PERSON),
            ("云州市数据局", NameKind.ORGANISATION),
            ("丹", NameKind.PERSON),
            ("王五", NameKind.PERSON),
        ]
        assert made.person(LI).name == "李四"
        assert [one.name for one in made.sources] == ["云州日报", "新华社"]
        assert [one.name for one in made.tags] == ["数据", "政策"]
        assert library.issue(FIRST.uid) == FIRST
