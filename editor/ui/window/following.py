"""A window that only shows its library keeps up with the program that writes it."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from editor.desk.ports import Library
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.window.library_banner import LibraryBanner
from editor.ui.work.session import Session

_EVERY_MS = 1500


class Following(QObject):
    """Of one window. moved: the library holds something else than before; it is asked in the thread that saves.

    Of what commands show is told once the columns are shown: in a room these rest.
    """

    moved = Signal()
    _looked = Signal(int, str)

    def __init__(self, session: Session, banner: LibraryBanner, rooms: QStackedWidget) -> None:
        """Say at once why the library is only read, where it is; else do nothing, ever."""
        super().__init__(rooms)
        self._rooms, self._untold = rooms, False
        rooms.currentChanged.connect(self._tell)
        self._session, self._banner, library = session, banner, session.library
        self._watch = library.watch() if library.read_only else None
        self._last: int | None = None
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._looked.connect(self._on_looked)
        banner.show_reason(_reason(library, library.holder))
        if self._watch:
            self.look()
            self._timer.start()

    def look(self) -> None:
        """Ask whether something was written, unless the last answer is still to come."""
        if self._watch and not self._asked:
            self._asked = True
            self._session.library_thread.later(self._ask)

    def close(self) -> None:
        """Ask no more."""
        self._timer.stop()
        watch, self._watch = self._watch, None
        if watch:
            self._session.library_thread.later(watch.close)

    def _ask(self) -> None:
        """Ask in the library's thread."""
        watch = self._watch
        if watch:
            self._looked.emit(watch.changes(), watch.holder())

    def _on_looked(self, version: int, holder: str) -> None:
        self._asked = False
        library = self._session.library
        if library.holder:
            # one that no program may write says why, whoever holds it
            if holder:
                self._banner.show_reason(_reason(library, holder))
            else:
                self._banner.show_free()
        if self._last not in (None, version):
            self._follow()
        self._last = version

    def _follow(self) -> None:
        try:
            self._session.follow()
        except UserError:
            # the open issue is gone: it stays to be read, and the list of issues says what there is
            self._banner.flash()
        self._untold = True
        self._tell()

    def _tell(self) -> None:
        if self._untold and not self._rooms.currentIndex():
            self._untold = False
            self.moved.emit()


def _reason(library: Library, holder: str) -> str:
    if library.holder and holder:
        return tr("只读：刊库由 {holder} 打开着。那边存下的，几秒内显示在这里；要改，先在那边关闭。", holder=holder)
    return library.why_read_only
