"""Readings of hanzi in plain letters, as they are typed: 率 is lv and shuai."""

from functools import cache

from editor.text.characters import is_han

# lüe and nüe are typed with u as often as with v
_TYPED = {"lve": "lue", "nve": "nue"}


@cache
def readings(char: str) -> tuple[str, ...]:
    """Return every reading of a hanzi without tones, the commonest first; none for any other character.

    The first call loads the table, which takes a third of a second.
    """
    if not is_han(char):
        return ()
    from pypinyin import Style, pinyin

    (found,) = pinyin(char, style=Style.NORMAL, heteronym=True)
    plain = [one for one in found if one.isascii()]
    return tuple(dict.fromkeys((*plain, *(_TYPED[one] for one in plain if one in _TYPED))))
