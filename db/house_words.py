"""Writing the rows of house words."""

import datetime as dt

from db.archive_values import HOUSE_WORDS
from db.checks import CHECKS, checks_of
from db.engine import Statement
from editor.interchange.codec import encode_sound
from editor.model.house_words import HouseWord, HouseWords

_COLUMNS = (*CHECKS["registers"]["checksum"], "checksum")
_PUT = f"INSERT OR REPLACE INTO registers ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608
_DROP = "DELETE FROM registers WHERE register = ? AND uid = ?"


def save(statement: Statement, before: HouseWords, after: HouseWords, *, author: str, at: dt.datetime) -> None:
    """Write what differs from before, the value that the library holds. at: UTC."""
    known, wanted = ({one.uid: one for one in words.words} for words in (before, after))
    for uid in known.keys() - wanted.keys():
        statement(_DROP, HOUSE_WORDS, uid)
    for uid, word in wanted.items():
        old = known.get(uid)
        # nearly all are the same object
        if old is not word and old != word:
            statement(_PUT, *_values(word, author, at))


def _values(word: HouseWord, author: str, at: dt.datetime) -> tuple[object, ...]:
    row: dict[str, object] = {
        "register": HOUSE_WORDS,
        "uid": word.uid,
        # they stand by name
        "position": 0,
        "name": word.name,
        "author": author,
        "at": at.isoformat(),
        "data": encode_sound(word).decode(),
    }
    row |= checks_of("registers", row.__getitem__)
    return tuple(row[column] for column in _COLUMNS)
