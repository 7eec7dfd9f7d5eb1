"""The cover as a form: headline with its line breaks, articles under it, picture; where the rest comes from is said."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.model.article import Title
from editor.model.language import tr
from editor.model.picture import Picture
from editor.ui.credits.cover_list import CoverListForm, CoverListShown
from editor.ui.credits.picture_slot import PictureSlot
from editor.ui.credits.services import Services
from editor.ui.credits.tools import link_button
from editor.ui.kit.title_editor import TitleEditor
from editor.ui.kit.widgets import label

_HANDLE, _LARGEST, _PICTURE = 40, 32, 120
_ELSEWHERE = tr("刊名和两行口号随刊物设置；期号和日期按顶上的日期改。")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverShown:
    """What the form shows. lead: title of the first article, printed while there is no headline.

    width: em of the headline that fit a line of the cover; listed: the articles under the headline.
    """

    headline: Title
    picture: Picture | None
    lead: Title
    width: float
    pictures: Mapping[str, bytes]
    writable: bool
    listed: CoverListShown


class CoverForm(QWidget):
    """Shows the cover's own values. The signals carry the new value, None for no picture or no choice of articles."""

    headline_edited = Signal(object)
    articles_chosen = Signal(object)
    picture_chosen = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: CoverShown | None = None
        self._known = False
        self.headline, self._note = TitleEditor(enter_breaks=True), label(role="small", ink="text2")
        self.headline.setAccessibleName(tr("头条标题"))
        self.lead = link_button(tr("用本期第一篇的标题"))
        self.articles = CoverListForm()
        self.slot = PictureSlot(tr("封面图片"), services, side=_PICTURE)
        self._build()
        self.headline.edited.connect(self._on_edited)
        self.headline.left.connect(services.left)
        self.lead.clicked.connect(self._on_lead_clicked)
        self.articles.chosen.connect(self.articles_chosen)
        self.slot.chosen.connect(self.picture_chosen)

    def show_cover(self, shown: CoverShown) -> None:
        """Show the cover's own values."""
        self._shown = shown
        measure = max(320, self.width() - _HANDLE)
        pixels = min(_LARGEST, int(measure / shown.width))
        self.headline.show_title(shown.headline, measure=measure, pixels=pixels, other=not self._known)
        self._known = True
        self.headline.setReadOnly(not shown.writable)
        self._show_note(shown.headline)
        self.lead.setVisible(shown.writable and bool(shown.lead.text) and shown.headline != shown.lead)
        self.articles.show_list(shown.listed, writable=shown.writable)
        self.slot.show_picture(shown.picture, shown.pictures, writable=shown.writable)

    def _show_note(self, headline: Title) -> None:
        lead = self._shown.lead.text if self._shown else ""
        if headline.text:
            counts = " + ".join(str(len(line)) for line in headline.lines)
            self._note.setText(tr("{n} 字 · Enter 在光标处断行，拖动断行记号可改", n=counts))
        elif lead:
            self._note.setText(tr("空着就印第一篇的标题：{lead}", lead=lead))
        else:
            self._note.setText(tr("写上头条标题；有了文章，空着就印第一篇的标题"))

    def _build(self) -> None:
        self._note.setWordWrap(True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(6)
        stack.addWidget(label(tr("头条标题"), role="head"))
        stack.addWidget(self.headline)
        stack.addWidget(self._note)
        stack.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addSpacing(16)
        stack.addWidget(self.articles)
        stack.addSpacing(16)
        stack.addWidget(label(tr("封面图片"), role="head"))
        line = QHBoxLayout()
        line.addWidget(self.slot, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch()
        stack.addLayout(line)
        more = label(tr("没有图片时，封面画的是按本期文章长短排的刻度。"), role="small", ink="text2")
        stack.addWidget(more)
        stack.addSpacing(16)
        elsewhere = label(_ELSEWHERE, role="small", ink="text2")
        elsewhere.setWordWrap(True)
        stack.addWidget(elsewhere)

    def _on_edited(self, headline: Title) -> None:
        self._show_note(headline)
        self.headline_edited.emit(headline)

    def _on_lead_clicked(self) -> None:
        if self._shown:
            self.headline_edited.emit(self._shown.lead)
            self.headline.setFocus(Qt.FocusReason.OtherFocusReason)
