"""来稿 between 收件, 待编, an issue and the trash: what is said of each of them follows from where it goes."""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import replace

from editor.model.article import Article
from editor.model.edits import change_articles, discard_articles
from editor.model.origin import Receipt, ReceiptState
from editor.model.workspace import Workspace


def with_receipt(article: Article, receipt: Receipt) -> Article:
    """Return an article with another entry in 来稿登记."""
    return replace(article, archive=replace(article.archive, receipt=receipt))


def put_receipt(space: Workspace, uid: str, receipt: Receipt) -> Workspace:
    """Return the workspace with another entry of an article, wherever it is."""
    return _changed(space, {uid}, lambda _before: receipt)


def put_off(space: Workspace, uids: Collection[str]) -> Workspace:
    """Return the workspace with articles of 收件 that are looked at later: behind the others."""
    changed = _changed(space, uids, lambda one: replace(one, state=ReceiptState.LATER))
    pending = changed.drawer.pending
    later = tuple(one for one in pending if one.uid in uids)
    rest = tuple(one for one in pending if one.uid not in uids)
    return replace(changed, drawer=replace(changed.drawer, pending=(*rest, *later)))


def rejected(space: Workspace, uids: Collection[str], reason: str, *, at: dt.datetime) -> Workspace:
    """Return the workspace with articles in the trash, and in 来稿登记 why. at: UTC."""
    made = _changed(space, uids, lambda one: replace(one, state=ReceiptState.REJECTED, reason=reason))
    return discard_articles(made, uids, at=at)


def _changed(space: Workspace, uids: Collection[str], change: Callable[[Receipt], Receipt]) -> Workspace:
    def put(article: Article) -> Article:
        receipt = article.archive.receipt
        return with_receipt(article, change(receipt)) if receipt and article.uid in uids else article

    return change_articles(space, put)
