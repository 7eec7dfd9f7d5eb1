"""Who answers for an article: what may be a person's name, and what cannot be one."""

import re

from editor.text.characters import is_han
from editor.text.sanitise import sanitise

# roles of the credits page that name who edited the articles
EDITING_ROLES = frozenset({"责任编辑", "编辑", "本期编辑"})
_BETWEEN = re.compile(r"[、，,；;/\n\t]+")
_DOTS = "·•‧・∙"
_JOINING = "和"
_HAN_NAME, _LONGEST_PART, _LONGEST_MINORITY = range(2, 5), 12, 24
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?"
_LATIN = re.compile(f"{_WORD}(?: {_WORD})*")
_LONGEST_LATIN, _MOST_WORDS = 40, 5
# no name ends or is written like this; single characters such as 会 or 部 do end names
_NOT_A_PERSON = re.compile(
    r"(?:编辑部|编委会|办公室|委员会|公司|中心|大学|学院|集团|研究院|研究所|课题组|小组|报社|杂志社|出版社|通讯社|日报|晚报)$"
    r"|^(?:本刊|本报|记者|通讯员|来源|责任编辑|责编|编辑|校对|待定|待补|未定|暂无|不详|佚名|同上|整理|综合)"
)


def is_person_name(text: str) -> bool:
    """Return whether a text may be one person's name.

    Two to four hanzi (compound surnames count), parts with · between them for names of minorities and in translation,
    or Latin words. Whether somebody is called so nobody can tell from it.
    """
    if any(char in _DOTS for char in text):
        return _is_dotted(text)
    if text and all(map(is_han, text)):
        return len(text) in _HAN_NAME and not _NOT_A_PERSON.search(text)
    return _is_latin(text)


def person_names(text: str) -> tuple[str, ...]:
    """Return the names that a text lists: parted by 、, commas, blanks or 和; 杨　婷 is one person, 张三 李四 are two.

    What is no name stands there as it is written.
    """
    pieces = (piece for part in _BETWEEN.split(sanitise(text)) for piece in _parted_by_blanks(part))
    return tuple(name for piece in pieces for name in _parted_by_and(piece) if name)


def not_names(text: str) -> tuple[str, ...]:
    """Return what a text lists that cannot be a person's name."""
    return tuple(one for one in person_names(text) if not is_person_name(one))


def _parted_by_blanks(part: str) -> tuple[str, ...]:
    words = part.split()
    if not all(is_han(char) or char in _DOTS for word in words for char in word):
        return (" ".join(words),)
    if any(len(word) == 1 for word in words):
        return ("".join(words),)
    return tuple(words)


def _parted_by_and(piece: str) -> tuple[str, ...]:
    """Part 张三和李四 from behind; 顾清和 is one person."""
    if is_person_name(piece) and not any(char in _DOTS for char in piece):
        return (piece,)
    for at in (place for place in range(len(piece) - 1, 0, -1) if piece[place] == _JOINING):
        before, behind = piece[:at].strip(), piece[at + 1 :].strip()
        if is_person_name(behind) and all(map(is_person_name, _parted_by_and(before))):
            return (*_parted_by_and(before), behind)
    return (piece,)


def _is_dotted(text: str) -> bool:
    parts = re.split(f"[{_DOTS}]", text)
    han = all(part and len(part) <= _LONGEST_PART and all(map(is_han, part)) for part in parts)
    return len(text) <= _LONGEST_MINORITY and (han or all(map(_is_latin_or_han, parts)))


def _is_latin_or_han(part: str) -> bool:
    return bool(part) and (all(map(is_han, part)) or _is_latin(part, least=1))


def _is_latin(text: str, *, least: int = 2) -> bool:
    if any(map(is_han, text)) or not _LATIN.fullmatch(text):
        return False
    return least <= len(text) <= _LONGEST_LATIN and len(text.split()) <= _MOST_WORDS
