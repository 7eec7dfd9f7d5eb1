"""来稿 between 收件, 待编, an issue and the trash."""

import datetime as dt

from editor.model.article import Article, ArticleArchive, Title
from editor.model.edits import (
    INBOX,
    PENDING,
    ArticlePosition,
    add_articles,
    in_inbox,
    move_articles,
    pending_and_inbox,
    place_of,
    restore_articles,
    step_articles,
)
from editor.model.origin import Receipt, ReceiptState
from editor.model.receipts import put_off, rejected
from editor.model.workspace import Workspace
from tests.fakes import article, issue_of

DAY, AT = dt.date(2026, 3, 2), dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
OWN = article("自己写的")


def came(title):
    return Article(title=Title(text=title), archive=ArticleArchive(receipt=Receipt(received=DAY)))


ONE, TWO = came("来稿一"), came("来稿二")
SPACE = add_articles(
    add_articles(Workspace(issue=issue_of(article())), ArticlePosition(section=INBOX, position=0), (ONE, TWO)),
    ArticlePosition(section=PENDING, position=9),
    (OWN,),
)


def groups(space):
    return [[one.title.text for one in group] for group in pending_and_inbox(space.drawer)]


def state(space, one):
    articles = (*space.articles(), *(gone.article for gone in space.drawer.trash))
    return next(each.archive.receipt.state for each in articles if each.uid == one.uid)


def test_what_came_in_lies_apart_from_pending():
    assert groups(SPACE) == [["自己写的"], ["来稿一", "来稿二"]]
    assert place_of(SPACE, TWO.uid) == ArticlePosition(section=INBOX, position=1)


def test_moved_anywhere_else_it_is_kept():
    kept = move_articles(SPACE, {TWO.uid}, ArticlePosition(section=PENDING, position=0))
    assert groups(kept) == [["来稿二", "自己写的"], ["来稿一"]]
    assert state(kept, TWO) is ReceiptState.KEPT
    section = SPACE.issue.sections[0].uid
    assert state(move_articles(SPACE, {ONE.uid}, ArticlePosition(section=section, position=0)), ONE) == "kept"
    back = move_articles(kept, {TWO.uid}, ArticlePosition(section=INBOX, position=0))
    assert groups(back) == [["自己写的"], ["来稿二", "来稿一"]]


def test_later_is_behind_the_others():
    assert groups(put_off(SPACE, {ONE.uid})) == [["自己写的"], ["来稿二", "来稿一"]]
    assert in_inbox(put_off(SPACE, {ONE.uid}).article(ONE.uid))


def test_rejected_it_is_in_the_trash_with_the_reason_and_comes_back_as_kept():
    gone = rejected(SPACE, {ONE.uid}, "已有同题报道", at=AT)
    assert groups(gone) == [["自己写的"], ["来稿二"]]
    assert gone.drawer.trash[0].article.archive.receipt.reason == "已有同题报道"
    back = restore_articles(gone, {ONE.uid})
    assert groups(back) == [["自己写的", "来稿一"], ["来稿二"]]
    assert state(back, ONE) is ReceiptState.KEPT


def test_stepping_down_does_not_lead_into_the_inbox():
    assert step_articles(SPACE, {OWN.uid}, 1) == SPACE
    assert step_articles(SPACE, {ONE.uid}, -1) == SPACE


def test_what_nobody_sent_in_the_inbox_stays_in_pending():
    assert groups(move_articles(SPACE, {OWN.uid}, ArticlePosition(section=INBOX, position=0)))[0] == ["自己写的"]
