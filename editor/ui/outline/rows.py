"""What the outline shows, as values: a row for every printed part, for 待编 and for the trash."""

from collections import Counter
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from editor.desk.overview import ArticleLine, Overview, SectionLine
from editor.model.article_review import ArticleProgress
from editor.model.edits import INBOX, PENDING
from editor.model.language import tr
from editor.ui.kit.progress_mark import progress_words

PENDING_KEY, TRASH_KEY, INBOX_KEY = "pending", "trash", INBOX


class OutlineRowKind(Enum):
    """A fixed part of the issue, a section, an article; the same for what stands in no issue."""

    PART = "part"
    SECTION = "section"
    ARTICLE = "article"
    PENDING = "pending"
    INBOX = "inbox"
    TRASH = "trash"
    DISCARDED = "discarded"
    HINT = "hint"


GROUPS = frozenset({OutlineRowKind.SECTION, OutlineRowKind.PENDING, OutlineRowKind.INBOX, OutlineRowKind.TRASH})
PLACES = frozenset({OutlineRowKind.SECTION, OutlineRowKind.PENDING, OutlineRowKind.INBOX})


class OutlineRow(NamedTuple):
    """A row. key: cover, credits, contents, back, pending, inbox, trash, or the uid of a section or article.

    trailing: text at its right; words: of its tip; line: of its article; fill: of the article's last page in
    hundredths, None while unknown; standing: of its article; finding: level of the worst finding (error, warning,
    info), empty for none. A tuple: ten thousand dataclasses take three times as long to make and compare.
    """

    kind: OutlineRowKind
    key: str
    title: str
    leading: str = ""
    trailing: str = ""
    words: str = ""
    line: ArticleLine | None = None
    icon: str = ""
    fill: int | None = None
    standing: ArticleProgress | None = None
    finding: str = ""
    children: tuple["OutlineRow", ...] = ()

    @property
    def tip(self) -> str:
        """What a pointer that rests on the row is told; made when asked for, since most rows are never pointed at."""
        return _tip(self.line) if self.line else self.words

    @property
    def place(self) -> str:
        """The section that articles dropped here go to, as edits name it."""
        return PENDING if self.kind is OutlineRowKind.PENDING else self.key


def outline_rows(seen: Overview, findings: Mapping[str, str]) -> tuple[OutlineRow, ...]:
    """Return the rows in printed order. findings: worst level by key."""
    contents = seen.contents or tr("本期要目")
    front = (
        OutlineRow(
            kind=OutlineRowKind.PART,
            key="cover",
            title=tr("封面"),
            icon="part.cover",
            finding=findings.get("cover", ""),
        ),
        OutlineRow(
            kind=OutlineRowKind.PART,
            key="credits",
            title=tr("版权页"),
            icon="part.credits",
            finding=findings.get("credits", ""),
        ),
        OutlineRow(kind=OutlineRowKind.PART, key="contents", title=contents, trailing=tr("自动"), icon="part.contents"),
    )
    back = OutlineRow(
        kind=OutlineRowKind.PART,
        key="back",
        # as it is printed, like the contents; elsewhere it is 封底, whatever heading a publication gives it
        title=seen.back or tr("封底"),
        words=tr("封底，标题印作“{heading}”", heading=seen.back) if seen.back else "",
        trailing=tr("{n} 家", n=seen.publishers) if seen.publishers else tr("空"),
        icon="part.back",
    )
    sections = tuple(_section_row(section, findings) for section in seen.sections)
    return (*front, *sections, back, *_drawer_rows(seen))


def article_keys(rows: tuple[OutlineRow, ...]) -> tuple[str, ...]:
    """Return the articles' keys in printed order."""
    return tuple(child.key for row in rows for child in row.children if child.kind is OutlineRowKind.ARTICLE)


def _drawer_rows(seen: Overview) -> tuple[OutlineRow, ...]:
    pending = OutlineRow(
        kind=OutlineRowKind.PENDING,
        key=PENDING_KEY,
        title=tr("待编"),
        trailing=tr("{n} 篇", n=len(seen.pending)) if seen.pending else tr("空"),
        words=tr("还没有放进哪一期的文章；拖到栏目里就排进本期"),
        children=tuple(_article_row(line, {}) for line in seen.pending),
    )
    trash = OutlineRow(
        kind=OutlineRowKind.TRASH,
        key=TRASH_KEY,
        title=tr("废稿箱"),
        trailing=tr("{n} 篇", n=len(seen.trash)),
        words=tr("删去的文章都在这里，可以恢复"),
        children=tuple(
            OutlineRow(
                kind=OutlineRowKind.DISCARDED,
                key=line.uid,
                title=line.title or tr("（无标题）"),
                words=tr("右键可恢复"),
            )
            for line in seen.trash
        ),
    )
    inbox = OutlineRow(
        kind=OutlineRowKind.INBOX,
        key=INBOX_KEY,
        title=tr("收件"),
        trailing=tr("{n} 篇", n=len(seen.inbox)),
        words=tr("收到了、还没有决定的来稿；右键留用、稍后看或退稿，拖到待编或栏目就是留用"),
        children=tuple(_article_row(line, {}) for line in seen.inbox),
    )
    return (*((inbox,) if seen.inbox else ()), pending, *((trash,) if seen.trash else ()))


def _section_row(section: SectionLine, findings: Mapping[str, str]) -> OutlineRow:
    articles = section.articles
    return OutlineRow(
        kind=OutlineRowKind.SECTION,
        key=section.uid,
        title=section.name,
        trailing=_section_count(section) if articles else tr("空"),
        words=_section_tip(section)
        if articles
        else tr("这一栏还没有文章，付印时不出现；拖文章到这里，或按 Ctrl+N 新建"),
        finding=findings.get(section.uid, ""),
        children=tuple(_article_row(line, findings) for line in articles) or (_hint(section),),
    )


def _section_count(section: SectionLine) -> str:
    many, done = len(section.articles), section.done
    if not done:
        return tr("{n} 篇 · {characters:,} 字", n=many, characters=section.characters)
    return tr("完成 {done}/{n} 篇 · {characters:,} 字", done=done, n=many, characters=section.characters)


def _section_tip(section: SectionLine) -> str:
    """Return how many articles stand at which step, the furthest behind first."""
    standing = Counter(line.standing.step for line in section.articles)
    return tr("，").join(tr("“{step}”{n} 篇", step=step, n=many) for step, many in standing.items())


def _hint(section: SectionLine) -> OutlineRow:
    return OutlineRow(kind=OutlineRowKind.HINT, key=f"hint:{section.uid}", title=tr("拖到这里，或按 Ctrl+N"))


def _article_row(line: ArticleLine, findings: Mapping[str, str]) -> OutlineRow:
    return OutlineRow(
        kind=OutlineRowKind.ARTICLE,
        key=line.uid,
        title=line.title or tr("（无标题）"),
        leading="" if line.folio is None else f"{line.folio:02}",
        line=line,
        fill=line.fill,
        standing=line.standing,
        finding=findings.get(line.uid, ""),
    )


def _tip(line: ArticleLine) -> str:
    state = progress_words(line.standing)
    if line.folio is None:
        return tr("{title}\n{characters:,} 字 · {state}", title=line.title, characters=line.characters, state=state)
    return tr(
        "{title}\n{characters:,} 字 · {state} · 第 {folio:02} 页起，{fill}",
        title=line.title,
        characters=line.characters,
        state=state,
        folio=line.folio,
        fill=fill_words(line),
    )


def fill_words(line: ArticleLine) -> str:
    """Return how far the last page is filled, e.g. 末页 86%，余 5 行."""
    return tr("末页 {fill}%，余 {n} 行", fill=line.fill, n=line.free_lines)
