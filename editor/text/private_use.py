"""Private-use characters that stand for one that Unicode has: of GBK, of GB 18030 before 2022, Word's bullets.

GBK gave 0xFE50 to 0xFEA0 no characters of Unicode; input methods and forms still write them as U+E815 to U+E864. Most
got theirs with Unicode 3.0 (GB 18030—2000), the last 24, with the vertical marks, with 4.1 (GB 18030—2022).
"""

_GBK = (
    "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊"
    "䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"
)
# by the first of a row of private characters
_ROWS = {
    0xE815: _GBK,
    0xE78D: "︐︒︑︓︔︕︖︗︘︙",
    0xE7C7: "ḿǹ",
    0xE7E7: "〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻",
    0xE76C: "€",
    0xE5E5: "\u3000",
    # bullets of the fonts Symbol and Wingdings as Word writes them
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0D8: "➢",
    0xF0FC: "✓",
}
STANDARD = {chr(first + at): char for first, row in _ROWS.items() for at, char in enumerate(row)}
"""The standard character of each private one."""


def standard_form(text: str) -> str:
    """Return text with standard characters for private ones that stand for them."""
    return text.translate(_TABLE)


_TABLE = str.maketrans(STANDARD)
