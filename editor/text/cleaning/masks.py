"""What no rule may touch: addresses, mails, domains, names of files, code, gaps that set columns or lines apart.

It is masked while rules read a text.
"""

import re

MASK = "\uf8ff"
"""In place of each character that is masked: neither a letter nor a mark to any rule."""

_ADDRESS = r"[A-Za-z][A-Za-z0-9+.-]{1,15}://[!-~]+|www\.[!-~]+|mailto:[!-~]+"
_MAIL = r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_TOP = "com|cn|net|org|gov|edu|info|int|eu|uk|us|hk|tw|mo|jp|kr|de|fr|ru|io|mil|biz|top|xyz|cc|tv|me|app|dev"
_DOMAIN = rf"(?<![A-Za-z0-9@.-])(?:[A-Za-z0-9-]+\.)+(?:{_TOP})(?![A-Za-z0-9-])(?::\d{{2,5}})?(?:[/?#][!-~]*)?"
_FILE = r"(?<![A-Za-z0-9])[A-Za-z0-9_-]+\.(?:docx?|xlsx?|pptx?|pdf|wps|et|dps|txt|html?|zip|rar|jpe?g|png|csv|ofd)\b"
_CODE = r"`[^`\n]+`"
# two blanks or more with an ideographic one among them, or three: a signature from its date, a name from its office
_WIDE = "[ \u00a0]+\u3000[ \u3000\u00a0]*|\u3000[ \u3000\u00a0]+|[ \u00a0]{3,}"
_GAP = f"(?<=[^ \u3000\u00a0\n])(?:{_WIDE})(?=[^ \u3000\u00a0\n])"
_KEPT = re.compile(f"{_ADDRESS}|{_MAIL}|{_DOMAIN}|{_FILE}|{_CODE}|{_GAP}", re.ASCII)
# one of these stands in everything that is masked
_SIGNS = re.compile(r"[@`]|://|mailto:|www\.|[A-Za-z0-9]\.[A-Za-z]|[ \u3000\u00a0]{2}")
_TRAILING = ".,;:!?'\"*>]"


def mask(text: str) -> str:
    """Return text of the same length in which what no rule may touch is `MASK`."""
    if not _SIGNS.search(text):
        return text
    return _KEPT.sub(lambda found: MASK * len(kept := _own(found[0])) + found[0][len(kept) :], text)


def _own(found: str) -> str:
    """Return what is found without the marks of the sentence behind it."""
    while found and (found[-1] in _TRAILING or (found[-1] == ")" and found.count(")") > found.count("("))):
        found = found[:-1]
    return found
