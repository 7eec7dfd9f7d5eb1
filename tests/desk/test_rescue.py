"""Rescued work meets what the library holds by then: nothing of either side is lost."""

import datetime as dt
from dataclasses import replace

from db.library import open_library
from editor.desk.intake.reading import PLAIN, read_manuscripts
from editor.desk.ports import BroughtFiles
from editor.desk.printable_issue import add_sample, printable_workspace
from editor.desk.rescue import Unsaved, merged, put_back, rescues_for, write_rescue
from editor.intake.pictures import take_picture
from editor.model.article import Title
from editor.model.body import Figure
from editor.model.edits import (
    INBOX,
    PENDING,
    ArticlePosition,
    add_articles,
    discard_articles,
    in_inbox,
    move_articles,
    put_article,
)
from editor.model.workspace import Workspace
from tests.fakes import article, issue_of
from tests.word_kinds import png

ONE, TWO, POOL = article("甲"), article("乙"), article("丙")
NOW = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
STORED = add_articles(Workspace(issue=issue_of(ONE, TWO)), ArticlePosition(section=PENDING, position=0), (POOL,))


def titled(space, one, title):
    return put_article(space, replace(one, title=Title(text=title)))


def joined(now, space):
    unsaved = Unsaved(library="/x.db", author="编辑甲", at=NOW, stored=STORED, space=space)
    return merged(now, unsaved)


def titles(articles):
    return sorted(one.title.text for one in articles)


def test_where_nothing_happened_since_all_of_it_comes_back():
    ours = discard_articles(titled(STORED, ONE, "改甲"), {TWO.uid}, at=NOW)
    assert joined(STORED, ours) == ours


def test_articles_changed_on_one_side_each_are_both_kept():
    after = joined(titled(STORED, TWO, "他改乙"), titled(STORED, ONE, "我改甲"))
    assert titles(after.issue.articles()) == ["他改乙", "我改甲"]
    assert titles(after.drawer.pending) == ["丙"]


def test_an_article_changed_on_both_sides_lies_beside():
    after = joined(titled(STORED, ONE, "他改"), titled(STORED, ONE, "我改"))
    assert titles(after.issue.articles()) == ["乙", "他改"]
    assert titles(after.drawer.pending) == ["丙", "我改"]


def test_a_drawer_changed_meanwhile_keeps_both_sides():
    theirs = add_articles(STORED, ArticlePosition(section=PENDING, position=0), (article("他加"),))
    ours = add_articles(STORED, ArticlePosition(section=PENDING, position=0), (article("我加"),))
    assert titles(joined(theirs, ours).drawer.pending) == sorted(["丙", "他加", "我加"])


def test_an_article_moved_into_the_issue_is_not_in_the_drawer_as_well():
    section = STORED.issue.sections[0].uid
    ours = move_articles(STORED, {POOL.uid}, ArticlePosition(section=section, position=0))
    theirs = add_articles(STORED, ArticlePosition(section=PENDING, position=0), (article("他加"),))
    after = joined(theirs, ours)
    assert titles(after.issue.articles()) == sorted(["甲", "乙", "丙"])
    assert titles(after.drawer.pending) == ["他加"]


def test_what_was_thrown_away_stays_in_the_trash():
    ours = discard_articles(STORED, {ONE.uid}, at=NOW)
    theirs = add_articles(STORED, ArticlePosition(section=PENDING, position=0), (article("他加"),))
    after = joined(theirs, ours)
    assert titles(one.article for one in after.drawer.trash) == ["甲"]
    assert titles(after.issue.articles()) == ["乙"]


def test_a_piece_that_came_in_comes_back_with_its_original_and_its_picture(tmp_path):
    picture, data = take_picture(png(1), name="图.png")
    path = tmp_path / "来稿.txt"
    path.write_text("云州推进数据登记试点\n云州市数据局三月起在两个区试点数据登记。", encoding="utf-8")
    (read,) = read_manuscripts((path,), at=NOW, options=PLAIN)
    piece = replace(read.article, blocks=(*read.article.blocks, Figure(picture=picture)))
    with open_library(tmp_path / "a.db") as library:
        add_sample(library)
        uid = library.issues()[0].uid
        stored = library.workspace(uid)
        space = add_articles(stored, ArticlePosition(section=INBOX, position=0), (piece,))
        unsaved = Unsaved(library=str(tmp_path / "a.db"), author="编辑甲", at=NOW, stored=stored, space=space)
        brought = BroughtFiles(pictures=((picture, data),), originals=read.files.originals)
        write_rescue(tmp_path / "r", printable_workspace(library, stored), unsaved, brought)
        (rescue,) = rescues_for(tmp_path / "r", tmp_path / "a.db")
        put_back(rescue, library)
        (back,) = library.workspace(uid).drawer.pending
        assert in_inbox(back)
        assert library.files.originals((back.archive.origin.sha256,)) == {
            back.archive.origin.sha256: ("来稿.txt", path.read_bytes())
        }
        assert library.files.pictures((picture.sha256,)) == {picture.sha256: data}
