"""House words as rows: their order, their cells, and which of them hold what is sought."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtGui import QIcon

from editor.model.house_word_edits import joined_cell
from editor.model.house_words import HouseWord, HouseWordLevel, HouseWords, HouseWordScope
from editor.model.language import tr
from editor.text.pinyin import readings
from editor.ui.kit.widgets import application
from editor.ui.registers.row_list import RowColumn
from editor.ui.theme.apply import current_theme
from editor.ui.theme.icons import icon

LEVEL_WORDS = {
    HouseWordLevel.ERROR: tr("错误"),
    HouseWordLevel.WARNING: tr("警告"),
    HouseWordLevel.INFO: tr("提示"),
}
_SIGNS = {
    HouseWordLevel.ERROR: ("check.error", "error"),
    HouseWordLevel.WARNING: ("check.warning", "warn.mark"),
    HouseWordLevel.INFO: ("check.hint", "text3"),
}
SCOPE_WORDS = {
    HouseWordScope.EVERYWHERE: tr("全部"),
    HouseWordScope.TITLES: tr("标题"),
    HouseWordScope.BODY: tr("正文"),
}


def instead_words(word: HouseWord) -> str:
    """Return what is to be written for a word, in the words of a row."""
    return joined_cell(word.instead) or tr("禁用")


def where_words(word: HouseWord) -> str:
    """Return where a word counts, in the words of a row."""
    return tr("、").join((SCOPE_WORDS[word.scope], *(f"“{one}”" for one in word.sections)))


def _sign(level: HouseWordLevel) -> QIcon:
    name, token = _SIGNS[level]
    return icon(name, current_theme(application()), size=16, token=token, filled=True)


WORD_COLUMNS = (
    RowColumn(tr("用语"), 150, lambda word: word.name),
    RowColumn(tr("改为"), 150, instead_words),
    RowColumn(tr("级别"), 96, lambda word: LEVEL_WORDS[word.level], lambda word: _sign(word.level)),
    RowColumn(tr("范围"), 96, where_words),
    RowColumn(tr("理由"), 0, lambda word: word.reason or word.source),
)


class WordSearch:
    """Finds in the words of a list by any of their texts, and by pinyin or its initials in what they are."""

    def __init__(self, words: HouseWords, before: "WordSearch | None" = None) -> None:
        """Take a list; what is looked through is made here, for quick keys. before: that of another list."""
        # of GB 2312, the common hanzi stand in the order of their pinyin
        self.words = sorted(words.words, key=lambda one: one.name.encode("gb18030", "replace"))
        known = dict(zip(map(id, before.words), before.texts, strict=True)) if before else {}
        self.texts: list[str] = [known.get(id(one)) or _folded("\n".join(_texts(one))) for one in self.words]
        self._spelled: list[str] = []

    def find(self, sought: str) -> Sequence[HouseWord]:
        """Return the words that hold what is sought, all for nothing."""
        sought = _folded(" ".join(sought.split()))
        if not sought:
            return self.words
        found = [word for word, text in zip(self.words, self.texts, strict=True) if sought in text]
        if found or not (sought.isascii() and sought.isalpha()):
            return found
        self._spelled = self._spelled or [_spelled(one.name) for one in self.words]
        return [word for word, spelled in zip(self.words, self._spelled, strict=True) if sought in spelled]


def _texts(word: HouseWord) -> tuple[str, ...]:
    return word.name, *word.instead, *word.exceptions, *word.sections, word.reason, word.source


def _spelled(name: str) -> str:
    syllables = [next(iter(readings(char)), "") for char in name]
    return f"{''.join(syllables)} {''.join(one[:1] for one in syllables)}"


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
