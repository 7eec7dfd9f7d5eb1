"""`similar`: what of a library tells the same as a file or one of its articles."""

import argparse
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from editor.cli.command import OpenLibrary
from editor.cli.output import progress, show_json, show_message, warn
from editor.desk.archive.seen_before import Seen, seen_before, telling_of
from editor.model.errors import UserError
from editor.model.number import label, reference

if TYPE_CHECKING:
    from editor.desk.ports import Library
    from editor.model.article import Article
    from editor.text.similar.likeness import Telling


def similar(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Print what told the same before. Raises UserError for neither a file that reads as an article nor an article."""
    with open_library(call.library) as library:
        article = _asked(call.asked, library)
        _read_on(library)
        asked = telling_of(article)
        found = seen_before(asked, library.likeness, but=article.uid)
    if call.json:
        show_json([_row(one, asked) for one in found])
        return
    if not found:
        show_message(f"《{article.title.text}》没有找到刊过的痕迹。")
    for one in found:
        show_message(one.words)
        for match in one.matches[:3]:
            show_message(f"    {_excerpt(asked.body[slice(*match.first)])}")


def _read_on(library: "Library") -> None:
    """Let the library read what it has not yet; where it is only read, say what is left out."""
    left = library.likeness.unread()
    if left and library.read_only:
        warn(f"刊库里有 {left} 篇还没有读过，这次大多没有比对。请在能写入时再查一次。")
    elif left:
        with progress("读刊库") as step:
            library.likeness.read_on(lambda done, whole: step(f"{done} / {whole} 篇"))


def _asked(asked: str, library: "Library") -> "Article":
    """Return the article of a file, of a uid or of a title in the library."""
    if Path(asked).is_file():
        return _in_file(Path(asked), library)
    found = [article for article in _articles(library) if asked in (article.uid, article.title.text)]
    if not found:
        raise UserError(f"“{asked}”不是文件，刊库里也没有这个标题的文章。请写文件的路径，或照目录写全标题。")
    return found[0]


def _in_file(path: Path, library: "Library") -> "Article":
    from editor.desk.intake.options import reading_options
    from editor.desk.intake.outcomes import ReadArticle, RefusedFile
    from editor.desk.intake.reading import read_manuscripts

    issues = library.issues()
    if not issues:
        raise UserError("刊库里还没有一期，没有可比的。请先用 import 导入往期。")
    options = reading_options(library, issues[0].publication, author="", as_articles=True)
    (outcome,) = read_manuscripts((path,), at=dt.datetime.now(tz=dt.UTC), options=options)
    if isinstance(outcome, ReadArticle):
        return outcome.article
    raise UserError(outcome.message if isinstance(outcome, RefusedFile) else f"“{path.name}”不是一篇文章，没有比对。")


def _articles(library: "Library") -> Iterator["Article"]:
    """Yield the articles of all issues, newest first, and those of drawers."""
    for entry in library.issues():
        if not entry.damage:
            yield from library.workspace(entry.uid).articles()


def _row(seen: Seen, asked: "Telling") -> dict[str, object]:
    kept = seen.kept
    return {
        "article": kept.article,
        "title": kept.telling.title,
        "issue": kept.issue,
        "number": reference(kept.number) if kept.number else "",
        "label": label(kept.number) if kept.number else [],
        "date": kept.date.isoformat() if kept.date else "",
        "place": seen.place,
        "why": list(seen.why),
        "share": round(seen.share, 3),
        "passages": [
            {"here": match.first, "there": match.second, "text": asked.body[slice(*match.first)]}
            for match in seen.matches
        ],
    }


def _excerpt(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}……"
