"""What the outline shows, as values: a row for every printed part."""

from dataclasses import dataclass
from enum import Enum

from editor.desk.overview import ArticleLine, Overview, SectionLine


class RowKind(Enum):
    """A fixed part of the issue, a section, or an article."""

    PART = "part"
    SECTION = "section"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row. key: cover, credits, contents, back, or the uid of a section or article; trailing: text at its right.

    fill: of the article's last page in hundredths, None while unknown.
    """

    kind: RowKind
    key: str
    title: str
    leading: str = ""
    trailing: str = ""
    tip: str = ""
    icon: str = ""
    fill: int | None = None
    children: tuple["Row", ...] = ()


def outline_rows(seen: Overview) -> tuple[Row, ...]:
    """Return the rows of an issue in printed order."""
    front = (
        Row(kind=RowKind.PART, key="cover", title="封面", icon="part.cover"),
        Row(kind=RowKind.PART, key="credits", title="版权页", icon="part.credits"),
        Row(kind=RowKind.PART, key="contents", title="本期要目", trailing="自动", icon="part.contents"),
    )
    back = Row(kind=RowKind.PART, key="back", title="主编简介", trailing=f"{seen.publishers} 家", icon="part.back")
    return (*front, *map(_section_row, seen.sections), *((back,) if seen.publishers else ()))


def _section_row(section: SectionLine) -> Row:
    return Row(
        kind=RowKind.SECTION,
        key=section.uid,
        title=section.name,
        trailing=f"{len(section.articles)} 篇 · {section.characters:,} 字",
        tip="" if section.articles else "这一栏还没有文章，付印时不出现",
        children=tuple(map(_article_row, section.articles)),
    )


def _article_row(line: ArticleLine) -> Row:
    return Row(
        kind=RowKind.ARTICLE,
        key=line.uid,
        title=line.title,
        leading="" if line.folio is None else f"{line.folio:02}",
        tip=_tip(line),
        fill=line.fill,
    )


def _tip(line: ArticleLine) -> str:
    if line.folio is None:
        return f"{line.title}\n{line.characters:,} 字"
    return f"{line.title}\n{line.characters:,} 字 · 第 {line.folio:02} 页起，{fill_words(line)}"


def fill_words(line: ArticleLine) -> str:
    """Return how far the last page is filled, e.g. 末页 86%，余 5 行."""
    return f"末页 {line.fill}%，余 {line.free_lines} 行"
