"""似已刊: whether an article, open, coming in or in a file, was printed before, and where."""

from dataclasses import dataclass

from editor.desk.archive.kept_texts import KeptText, KeptTexts
from editor.model.article import Article
from editor.model.block_texts import block_texts
from editor.model.language import mark_tr, tr, tr_marked
from editor.model.number import label
from editor.text.similar.fingerprint import fingerprint
from editor.text.similar.likeness import Telling, Why, likeness
from editor.text.similar.passages import Match

_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An article that told it before. place: its issue as 总第213期, 待编 or 废稿箱; share: of the asked one, 0 to 1.

    matches: passages of both; first: in the asked article's body, second: in the body of this one.
    """

    kept: KeptText
    place: str
    why: tuple[Why, ...]
    share: float
    matches: tuple[Match, ...]

    @property
    def words(self) -> str:
        """Where it was printed and by what that is seen, as a sentence without its end."""
        return tr("似已刊于{place}《{title}》：{why}", place=self.place, title=self.kept.telling.title, why=self.reason)

    @property
    def reason(self) -> str:
        """By what it is seen."""
        return "、".join(tr_marked(_REASONS[one], share=f"{self.share:.0%}") for one in self.why)


def seen_before(telling: Telling, texts: KeptTexts, *, but: str = "") -> tuple[Seen, ...]:
    """Return what told the same before, the likest first, five at most. but: uid of the asked article itself."""
    found = (_seen(telling, kept) for kept in texts.near(fingerprint(telling), but=but))
    return tuple(sorted((one for one in found if one), key=_weight)[:_MOST])


def telling_of(article: Article) -> Telling:
    """Return an article as it is compared; the body as libraries keep it."""
    body = "\n".join(text for block in article.blocks for text in block_texts(block))
    return Telling(title=article.title.text, body=body, link=article.link)


def _seen(telling: Telling, kept: KeptText) -> Seen | None:
    found = likeness(telling, kept.telling)
    if not found:
        return None
    return Seen(kept=kept, place=_place(kept), why=found.why, share=found.common.of_first, matches=found.common.matches)


def _place(kept: KeptText) -> str:
    if kept.number is not None:
        named = label(kept.number)
        return next((one for one in named if one.startswith("总第")), f"{kept.number.year}年{named[0]}")
    return tr("废稿箱") if kept.discarded else tr("待编")


def _weight(seen: Seen) -> tuple[bool, float, bool]:
    return Why.LINK not in seen.why, -seen.share, Why.DOCUMENT not in seen.why


_REASONS = {
    Why.LINK: mark_tr("原文链接相同"),
    Why.SAME: mark_tr("正文有 {share} 相同"),
    Why.PART: mark_tr("是它的一部分"),
    Why.HOLDS: mark_tr("把它全文收了进来"),
    Why.NEAR: mark_tr("有 {share} 的文字相同"),
    Why.DOCUMENT: mark_tr("讲的是同一份文件"),
}
