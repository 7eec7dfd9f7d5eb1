"""Tags of several articles at once: those they have with a mark each, and a field for others."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.model.article import Article
from editor.model.language import tr
from editor.ui.kit.completion import Completion
from editor.ui.kit.frames import rule
from editor.ui.kit.widgets import dialog_buttons, label
from editor.ui.theme.apply import set_style

_CHECKED, _PARTLY, _OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


class TagArticlesDialog(QDialog):
    """added, removed: what was chosen. removing: the list has the focus, not the field."""

    def __init__(
        self,
        articles: Sequence[Article],
        words: Callable[[], tuple[str, ...]],
        *,
        removing: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._articles, self._words = tuple(articles), words
        self.setWindowTitle(tr("去标签") if removing else tr("加标签"))
        self.setModal(True)
        self.resize(420, 440)
        set_style(self, ground="raised")
        self.field, self.list = _TagField(), QListWidget()
        self.field.setPlaceholderText(tr("写一个标签，按 Enter 加上"))
        self.field.setAccessibleName(tr("标签"))
        self.list.setAccessibleName(tr("这些文章的标签"))
        self._before: dict[str, Qt.CheckState] = {}
        self._fill()
        self._lay_out()
        self.completion = Completion(self.field, self._unused, self.add)
        self.field.entered.connect(self._on_entered)
        (self.list if removing and self.list.count() else self.field).setFocus()

    @property
    def uids(self) -> tuple[str, ...]:
        """The articles."""
        return tuple(article.uid for article in self._articles)

    @property
    def added(self) -> tuple[str, ...]:
        """Tags that every article is to have."""
        return tuple(tag for tag, state in self._states() if state is _CHECKED is not self._before.get(tag))

    @property
    def removed(self) -> tuple[str, ...]:
        """Tags that no article is to have."""
        return tuple(tag for tag, state in self._states() if state is _OFF is not self._before.get(tag, _OFF))

    @property
    def lines(self) -> tuple[str, ...]:
        """The rows as shown."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def add(self, tag: str) -> None:
        """Put a tag on every article."""
        tag = tag.strip(" ，,、;；")
        self.field.clear()
        if not tag:
            return
        item = next((one for one in self._items() if one.data(Qt.ItemDataRole.UserRole) == tag), None)
        if item is None:
            item = _item(tag, tag)
            self.list.insertItem(0, item)
        item.setCheckState(_CHECKED)
        self.list.setCurrentItem(item)

    def accept(self) -> None:
        """Take what still stands in the field as well."""
        self.add(self.field.text())
        super().accept()

    def _fill(self) -> None:
        many: dict[str, int] = {}
        for article in self._articles:
            for tag in article.archive.tags:
                many[tag] = many.get(tag, 0) + 1
        for tag, count in sorted(many.items(), key=lambda pair: -pair[1]):
            item = _item(tag, tr("{tag}　{count}/{n} 篇", tag=tag, count=count, n=len(self._articles)))
            self._before[tag] = _CHECKED if count == len(self._articles) else _PARTLY
            item.setCheckState(self._before[tag])
            self.list.addItem(item)

    def _lay_out(self) -> None:
        frame = QFrame()
        set_style(frame, ground="card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.list)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addWidget(label(tr("{n} 篇文章的标签", n=len(self._articles)), role="view"))
        stack.addWidget(self.field)
        stack.addWidget(frame, 1)
        stack.addWidget(rule(tr("勾上：每篇都加。去掉勾：每篇都去掉。横线：有的篇有，不动。空格键切换。")))
        stack.addLayout(dialog_buttons(self))

    def _on_entered(self) -> None:
        if self.field.text().strip():
            self.add(self.field.text())
        else:
            self.accept()

    def _unused(self) -> tuple[str, ...]:
        taken = {tag for tag, state in self._states() if state is _CHECKED}
        return tuple(word for word in self._words() if word not in taken)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _states(self) -> list[tuple[str, Qt.CheckState]]:
        return [(item.data(Qt.ItemDataRole.UserRole), item.checkState()) for item in self._items()]


class _TagField(QLineEdit):
    """Keeps Enter from the dialog's default button."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _item(tag: str, words: str) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setData(Qt.ItemDataRole.UserRole, tag)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    return item
