"""What is said in one line of a piece that came in."""

from collections.abc import Sequence

from editor.desk.intake.outcomes import ReadArticle
from editor.intake.manuscript import PageFurniture
from editor.model.article import Article
from editor.model.guesses import open_guesses
from editor.model.language import tr
from editor.ui.kit.guess_words import guess_names

_NAMED = 3


def guesses_words(article: Article) -> str:
    """Return which fields were guessed, empty for none."""
    guesses = open_guesses(article)
    return tr("{fields}是猜的，请核对。", fields=guess_names(guesses)) if guesses else ""


def furniture_summary(furniture: PageFurniture) -> str:
    """Return what of pages was left out in one line, empty for nothing."""
    if not furniture.count:
        return ""
    names = tr("、").join(furniture.names[:_NAMED])
    few = len(furniture.names) <= _NAMED
    words = tr("已略去网页上的{names} {n} 处", names=names, n=furniture.count)
    return words if few else tr("已略去网页上的{names}等 {n} 处", names=names, n=furniture.count)


def cleaned_summary(cleaned: Sequence[str]) -> str:
    """Return in one line what cleaning did, empty for nothing. cleaned: a sentence a rule."""
    if not cleaned:
        return ""
    return tr("整理：照 {n} 条规则改了标点、空格、断行等", n=len(cleaned))


def pasted_words(read: ReadArticle) -> str:
    """Return what is said of an article made of the clipboard: first what is to be looked at."""
    head = tr("已粘贴成文：{text}", text=read.article.title.text or tr("（无标题）"))
    parts = (
        guesses_words(read.article),
        *read.notable,
        furniture_summary(read.furniture),
        cleaned_summary(read.cleaned),
    )
    return tr("；").join((head, *(part.rstrip("。") for part in parts if part)))
