"""What the side that replaces in the library has beside what is found: tick all, unlock, take back, replace."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QCheckBox, QPushButton

from editor.desk.replacing import Search
from editor.model.language import tr
from editor.ui.find.results_model import ResultsModel, issue_row
from editor.ui.find.search_form import SearchForm
from editor.ui.theme.apply import set_style
from editor.ui.work.session import Session


class ReplaceControls:
    """Four controls, to be placed in the dialog."""

    def __init__(self, session: Session, form: SearchForm, results: ResultsModel) -> None:
        self._session, self._form, self._results = session, form, results
        self.every = QCheckBox(tr("全选"))
        self.undo, self.unlock = QPushButton(tr("撤销刊库替换…")), QPushButton(tr("允许修改这一期"))
        self.replace = QPushButton(tr("替换"))
        for button in (self.undo, self.unlock):
            set_style(button, kind="quiet")
        set_style(self.replace, kind="primary")
        self.unlock.setToolTip(tr("先在列表里选一期往期"))
        for button in (self.replace, self.undo, self.unlock):
            button.setAutoDefault(False)
        self.every.clicked.connect(lambda on: results.tick_all(on=on))

    def show(self, *, on: bool) -> None:
        """Show them, or leave searching alone."""
        for part in (self.every, self.undo, self.unlock, self.replace):
            part.setVisible(on)

    def update_enabled(self, searched: Search | None, chosen: QModelIndex, *, running: bool) -> None:
        """Offer what can be done. searched: what the results are of; chosen: the row in hand."""
        found, idle = self._results.found, not running
        many, writable = found.many_ticked, not self._session.library.read_only
        act = tr("删去") if self._form.deleting.isChecked() else tr("替换")
        self.replace.setText(tr("{act}选中的 {n} 处", act=act, n=many) if many else act)
        same = self._form.search == searched
        self.replace.setEnabled(bool(many) and self._form.decided and same and idle and writable)
        self.replace.setToolTip(self._lacking())
        self.undo.setEnabled(idle and writable)
        self.unlock.setEnabled(idle and writable and bool(found.locked(issue_row(chosen))))
        self.every.setEnabled(found.tickable > 0 and idle)
        self.every.setChecked(0 < many == found.tickable)

    def _lacking(self) -> str:
        """Return what to do before something can be replaced."""
        if self._session.library.read_only:
            return self._session.library.why_read_only
        if not self._form.decided:
            return tr("先写上替换成什么；要把找到的文字删去，勾选“删去，不写别的”")
        return "" if self._results.found.many_ticked else tr("先在列表里勾选要改的地方")
