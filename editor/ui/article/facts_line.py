"""The facts of an article in one line: what is set, and what is missing that is needed."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from editor.model.article import Article
from editor.model.edits import in_inbox
from editor.model.guesses import open_guesses
from editor.model.language import tr
from editor.model.publication import PageStart
from editor.text.links import host_of
from editor.ui.kit.guess_words import guess_names
from editor.ui.kit.pieces import ContentButton, CutLabel, IconPicture

STARTS = {PageStart.PAGE: tr("另起一页"), PageStart.RUN_ON: tr("接排")}


class FactsLine(ContentButton):
    """Folds and opens the facts. Read aloud it says all of them.

    passed: Tab came here on its way from the title to the first fact.
    """

    passed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("row", tr("文章信息"), parent, small=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # both are made once: an icon that takes another's place was freed twice when its window went (PySide 6.11)
        self._right, self._down = (
            IconPicture(name, size=16, token="text3") for name in ("chevron.right", "chevron.down")
        )
        self._words, self._lacking = CutLabel(ink="text2", end=True), CutLabel(ink="warn", end=True)
        self._guesses = CutLabel(ink="warn", end=True)
        self._lacking.hide()
        self._guesses.hide()
        self._said: tuple[tuple[str, str], ...] = ()
        self._open = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(6)
        row.addWidget(self._right)
        row.addWidget(self._down)
        row.addWidget(self._words, 1)
        row.addWidget(self._guesses)
        row.addWidget(self._lacking)
        for part in (self._right, self._down, self._words, self._guesses, self._lacking):
            # the button has the tool tip, and the pointer
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.passed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # a button does this in dialogs only
            self.click()
        else:
            super().keyPressEvent(event)

    @property
    def message(self) -> str:
        """What it says of what is set."""
        return self._words.whole

    @property
    def lacking(self) -> str:
        """What it says of what is missing, empty for nothing."""
        return self._lacking.whole

    @property
    def guessed(self) -> str:
        """What it says of what was guessed, empty for nothing."""
        return self._guesses.whole

    def show_facts(self, article: Article, section: str) -> None:
        """Show what is set, and what of it was guessed. section: the name of the one it stands in."""
        said, guesses = tuple(_said(article, section)), _guessed(article)
        if said != self._said or guesses != self.guessed:
            self._said = said
            self._guesses.show_text(guesses)
            self._guesses.setVisible(bool(guesses))
            self._show()

    def show_lacking(self, lacking: tuple[str, ...]) -> None:
        """Show what is missing."""
        words = tr("、").join(lacking)
        # asked after every key
        if words != self.lacking:
            self._lacking.show_text(words)
            self._lacking.setVisible(bool(words))
            self._show()

    def show_open(self, *, on: bool) -> None:
        """Show whether the facts are open below."""
        self._open = on
        self._right.setVisible(not on)
        self._down.setVisible(on)
        self._show()

    def _show(self) -> None:
        summary = " · ".join(_short(name, value) for name, value in self._said)
        self._words.show_text(tr("文章信息") if self._open else summary)
        lacking = (tr("还差：{lacking}", lacking=self.lacking),) if self.lacking else ()
        lacking = (*((self.guessed,) if self.guessed else ()), *lacking)
        self.setToolTip(
            "\n".join((*(tr("{name}：{value}", name=name, value=value) for name, value in self._said), *lacking))
        )
        state = tr("文章信息，已展开") if self._open else tr("文章信息，已收起：{summary}", summary=summary)
        self.setAccessibleName(tr("；").join((state, *lacking)))


def _guessed(article: Article) -> str:
    guesses, receipt = open_guesses(article), article.archive.receipt
    words = tr("{fields}是猜的", fields=guess_names(guesses)) if guesses else ""
    section = receipt.section if receipt and in_inbox(article) else ""
    where = tr("猜栏目：{section}", section=section) if section else ""
    return " · ".join(part for part in (words, where) if part)


def _said(article: Article, section: str) -> Iterator[tuple[str, str]]:
    """Yield the names and values of the facts that are set, those first that say what the article is."""
    archive = article.archive
    values = (
        (tr("来源"), article.source),
        (tr("链接"), article.link),
        (tr("栏目"), section),
        (tr("责任编辑"), archive.editor),
        (tr("责任校对"), archive.proofreader),
        (tr("标签"), tr("、").join(archive.tags)),
        (tr("起页"), STARTS.get(article.page_start, "")),
        (tr("发布日期"), archive.published.isoformat() if archive.published else ""),
        (tr("链接说明"), article.link_caption),
        (tr("目录标题"), article.contents_title),
        (tr("副题"), article.subtitle),
    )
    yield from ((name, value.strip()) for name, value in values if value.strip())


def _short(name: str, value: str) -> str:
    """Return a fact as the line says it; these three are known by themselves."""
    if name == tr("链接"):
        return host_of(value) or value
    return value if name in (tr("来源"), tr("栏目")) else tr("{name} {value}", name=name, value=value)
