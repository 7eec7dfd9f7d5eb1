"""Characters in their usual form: line ends, invisible ones, radicals and other compatibility forms, blanks, widths."""

import re
import unicodedata
from collections.abc import Iterator

from editor.model.language import tr
from editor.text.cleaning.edit import Edit
from editor.text.cleaning.labels import is_label
from editor.text.cleaning.rule import Reading, TextRule
from editor.text.sanitise import BREAKS, notable_places, standard_character

_LINE_ENDS = re.compile("\r\n?|[" + "".join(map(chr, BREAKS)) + "]")
# NO-BREAK SPACE, the blanks of typesetters, IDEOGRAPHIC SPACE, HANGUL FILLER; a tab parts cells and stays
_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164]")
_ENDS = re.compile(
    r"^[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164]+|"
    r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164]+$",
    re.MULTILINE,
)
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％]")
_WIDE_POINT = re.compile(r"(?<=[0-9０-９])．(?=[0-9０-９])")
# vertical, small and half-width forms of Chinese marks; ligatures of Latin type
_MARKS = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︙︱︵︶︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹐﹑﹒﹔﹕﹖﹗﹙﹚﹪｡｢｣､ﬀﬁﬂﬃﬄ",
        (
            *"，、。：；！？〖〗…—（）〔〕【】《》〈〉「」『』，、。；：？！（）%。「」、",
            "ff",
            "fi",
            "fl",
            "ffi",
            "ffl",
        ),
        strict=True,
    )
)
_COMPATIBLE = re.compile(f"[{''.join(_MARKS)}\uf900-\ufaff\U0002f800-\U0002fa1f]")
_ENTITY = re.compile("&(nbsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|#39|#160);")
_ENTITIES = dict(
    nbsp=" ", amp="&", lt="<", gt=">", quot='"', ldquo="“", rdquo="”", lsquo="‘", rsquo="’", mdash="—", hellip="…",
    middot="·", **{"#39": "'", "#160": " "},
)  # fmt: skip


def line_ends(reading: Reading) -> Iterator[Edit]:
    """Yield line ends of other programs."""
    for found in _LINE_ENDS.finditer(reading.text):
        yield Edit(*found.span(), "\n")


def invisible(reading: Reading) -> Iterator[Edit]:
    """Yield characters that have no form: zero-width ones, controls, overrides of direction."""
    for at in notable_places(reading.text):
        if standard_character(reading.text[at]) == "":
            yield Edit(at, at + 1, "")


def standard_forms(reading: Reading) -> Iterator[Edit]:
    """Yield radicals, private-use characters and compatibility forms that stand for a usual character."""
    text = reading.text
    for at in notable_places(text):
        usual = standard_character(text[at])
        if usual and usual != text[at]:
            yield Edit(at, at + 1, usual)
    for found in _COMPATIBLE.finditer(text):
        yield Edit(*found.span(), _MARKS.get(found[0]) or unicodedata.normalize("NFC", found[0]))


def entities(reading: Reading) -> Iterator[Edit]:
    """Yield names of characters that HTML leaves."""
    for found in _ENTITY.finditer(reading.masked) if "&" in reading.masked else ():
        yield Edit(*found.span(), _ENTITIES[found[1]])


def blanks(reading: Reading) -> Iterator[Edit]:
    """Yield blanks of other widths, and all blanks at the ends of lines."""
    ends = [found.span() for found in _ENDS.finditer(reading.masked)]
    yield from (Edit(*span, "") for span in ends)
    inside = {place for span in ends for place in range(*span)}
    for found in _BLANK.finditer(reading.masked):
        if found.start() not in inside and not (
            found[0] == "\u3000" and _is_behind_label(reading.masked, found.start())
        ):
            yield Edit(*found.span(), " ")


def _is_behind_label(text: str, at: int) -> bool:
    """Return whether a blank is the one that captions and headings have behind their number: 图1　登记流程."""
    start = text.rfind("\n", 0, at) + 1
    return is_label(text[start:at], at - start)


def wide_letters(reading: Reading) -> Iterator[Edit]:
    """Yield full-width digits, letters and per cent signs, and the point between digits."""
    for found in _WIDE.finditer(reading.masked):
        yield Edit(*found.span(), chr(ord(found[0]) - 0xFEE0))
    for found in _WIDE_POINT.finditer(reading.masked):
        yield Edit(*found.span(), ".")


RULES = (
    TextRule(
        id="line-ends", name=tr("换行符统一"), why=tr("各系统的换行写法不同，统一后不会多出空行"), edits=line_ends
    ),
    TextRule(
        id="invisible",
        name=tr("去掉看不见的字符"),
        why=tr("零宽字符、控制符和方向符印不出来，却会隔断词语、妨碍查找"),
        edits=invisible,
    ),
    TextRule(
        id="standard-forms",
        name=tr("部首、兼容字改为通用字"),
        why=tr("PDF 和旧软件用部首、兼容字、自造区代替汉字，看着一样却查不到"),
        edits=standard_forms,
    ),
    TextRule(id="entities", name=tr("还原网页代码"), why=tr("&nbsp; 等是网页里字符的写法，不该印出来"), edits=entities),
    TextRule(id="blanks", name=tr("空格统一，去掉行首行尾空格"), why=tr("首行缩进由版式给出，不用空格"), edits=blanks),
    TextRule(
        id="wide-letters",
        name=tr("全角数字、字母改半角"),
        why=tr("GB/T 15835 阿拉伯数字用半角"),
        edits=wide_letters,
    ),
)
