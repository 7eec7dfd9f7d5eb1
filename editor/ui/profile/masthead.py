"""报头: name of the publication as text or picture, slogan and strapline, headings and labels."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from editor.desk.starting.new_publication import masthead_fault
from editor.model.language import tr
from editor.model.picture import Picture
from editor.model.publication import Profile, Publication
from editor.ui.kit.choice_field import WordsField
from editor.ui.profile.form import Form, ShownProfile
from editor.ui.theme.apply import set_style

_PREVIEW = QSize(220, 56)


def put(publication: Publication, text: str, *, name: str) -> Publication:
    """Return the publication with a word of its profile. name: of the profile's field."""
    words: dict[str, Any] = {name: text}
    return replace(publication, profile=replace(publication.profile, **words))


class MastheadForm(Form):
    """picture_wanted: the user wants to choose the masthead's picture."""

    picture_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("报头"), parent)
        self.masthead = WordsField(tr("刊名"), tr("例如：大数据发展动态"), fault=masthead_fault)
        self.slogan, self.strapline = WordsField(tr("口号"), tr("不印")), WordsField(tr("刊头语"), tr("不印"))
        self.contents, self.back = WordsField(tr("要目标题"), tr("不印")), WordsField(tr("封底标题"), tr("不印"))
        self.source, self.before_link = WordsField(tr("来源前的字")), WordsField(tr("链接前的字"))
        self._preview = QLabel()
        self._preview.setFixedSize(_PREVIEW)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_style(self._preview, ground="raised")
        self.choose, self.remove = QPushButton(tr("选择图片…")), QPushButton(tr("改用文字"))
        set_style(self.remove, kind="quiet")
        self.choose.clicked.connect(self.picture_wanted)
        self.remove.clicked.connect(lambda: self.put_picture(None))
        self._fields: dict[str, WordsField] = {
            "masthead": self.masthead,
            "slogan": self.slogan,
            "strapline": self.strapline,
            "contents_heading": self.contents,
            "back_heading": self.back,
            "source_label": self.source,
            "link_label": self.before_link,
        }
        self._build()

    def show_publication(self, shown: ShownProfile) -> None:
        profile = shown.publication.profile
        for name, field in self._fields.items():
            field.show_text(getattr(profile, name))
        self._show_picture(profile, shown)

    def begin_name(self) -> None:
        """Let the user write the publication's name."""
        self.masthead.setFocus(Qt.FocusReason.OtherFocusReason)
        self.masthead.selectAll()

    def put_picture(self, picture: Picture | None) -> None:
        """Let a picture stand for the masthead's text on the cover, or the text again."""
        name = tr("换报头图片") if picture else tr("报头改用文字")
        self.edit(name, lambda now: replace(now, profile=replace(now.profile, masthead_picture=picture)))

    def _build(self) -> None:
        self.row(tr("刊名"), self.masthead)
        self.row(tr("报头图片"), self._preview, self.choose, self.remove)
        self.row(tr("口号"), self.slogan)
        self.row(tr("刊头语"), self.strapline)
        self.heading(tr("各页的字样"))
        self.row(tr("要目标题"), self.contents)
        self.row(tr("封底标题"), self.back)
        self.row(tr("来源前的字"), self.source)
        self.row(tr("链接前的字"), self.before_link)
        for name, field in self._fields.items():
            self.bind(field, tr("改{accessiblename}", accessiblename=field.accessibleName()), partial(put, name=name))

    def _show_picture(self, profile: Profile, shown: ShownProfile) -> None:
        picture, pixmap = profile.masthead_picture, QPixmap()
        if picture:
            pixmap.loadFromData(shown.pictures.get(picture.sha256, b""))
        self._preview.setVisible(picture is not None)
        self.remove.setVisible(picture is not None)
        self.choose.setText(tr("换图片…") if picture else tr("选择图片…"))
        if pixmap.isNull():
            self._preview.setText(tr("图片不在刊库里") if picture else "")
            return
        ratio = self.devicePixelRatioF()
        fitted = pixmap.scaled(
            _PREVIEW * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        self._preview.setPixmap(fitted)
