"""版式: which look, its colour, fonts, sizes, line spacing, margins and indent."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from editor.document.look import look_table, shipped_looks
from editor.document.look_settings import (
    SIZES,
    Margins,
    Spacing,
    margins_of,
    spacing_of,
    with_back,
    with_font,
    with_indent,
    with_margins,
    with_size,
    with_spacing,
)
from editor.model.language import tr
from editor.model.publication import Look, Publication
from editor.ui.kit.choice_field import ChoiceField, NumberField
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import label
from editor.ui.profile.colours import ColourField
from editor.ui.profile.fonts import FontsBox
from editor.ui.profile.form import NAME_WIDTH, Form, ShownProfile
from editor.ui.profile.look_words import LOOKS, font_choices, font_of

_SPACINGS = ((Spacing.TIGHT, tr("紧")), (Spacing.NORMAL, tr("标准")), (Spacing.LOOSE, tr("松")))
_INDENTS = ((0, tr("无")), (2, tr("2 字")))
_GROUNDS = (("light", tr("白底")), ("dark", tr("深底")))
_SIDES = (("top", tr("上")), ("bottom", tr("下")), ("left", tr("左")), ("right", tr("右")))
_USES = (("body", tr("正文")), ("title", tr("标题")))
_BLANK_PAGE = tr("双面印时正文从右手页开始：前面的封面、版权页、目录是单数页，就在正文前留一个空白背面。")
_MPT, _UM = 1000, 1000


class LookForm(Form):
    """What the page looks like; the page beside it shows the margins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("版式"), parent)
        self._shown: ShownProfile | None = None
        self.reset = self.link(tr("恢复初始"), self._on_reset)
        self.look = Segments(
            tr("版式"), ((name, LOOKS.get(name, name)) for name in reversed(shipped_looks())), height=32
        )
        self.blank_page = _sentence(_BLANK_PAGE)
        # under the fields; hidden, it leaves no row behind
        self.blank_page.setContentsMargins(NAME_WIDTH + 8, 0, 0, 0)
        self.accent = ColourField(tr("主色"))
        self.fonts = {use: ChoiceField(tr("{n}字体", n=name)) for use, name in _USES}
        self.sizes = {use: _size(use, name) for use, name in _USES}
        self.spacing, self.lines = Segments(tr("行距"), _SPACINGS, height=32), label(role="small", ink="text2")
        self.margins = {side: NumberField(tr("{name}边距", name=name), 0, 150) for side, name in _SIDES}
        self.grid_words = _sentence()
        self.indent = Segments(tr("首行缩进"), _INDENTS, height=32)
        self.ground = Segments(tr("封底底色"), _GROUNDS, height=32)
        self.font_files = FontsBox()
        self._build()
        self._connect()

    def show_publication(self, shown: ShownProfile) -> None:
        self._shown = shown
        look = shown.publication.look
        table, margins = look_table(look), margins_of(look_table(look))
        self.look.show_key(look.name)
        self.blank_page.setVisible(bool(table.settings.get("style.recto")))
        self.accent.show_colour(shown.publication.profile.accent, table.text("colour.accent"))
        for use, field in self.fonts.items():
            field.show_choices(font_choices(look, use, shown.fonts))
            field.show_key(font_of(look, use))
        self.sizes["body"].show_number(table.points("grid.body"))
        self.sizes["title"].show_number(table.points("type.title"))
        self.spacing.show_key(spacing_of(look))
        share = table.points("grid.pitch") / table.points("grid.body")
        self.lines.setText(tr("{share:.2f} 倍 · 每页 {n} 行", share=share, n=table.count("grid.lines")))
        for side, number in self.margins.items():
            number.show_number(getattr(margins, side) / _UM)
        self.grid_words.setText(tr("每行 {n} 字；左右取整字，所以右边距会差几毫米。", n=table.count("grid.chars")))
        self.indent.show_key(table.count("style.indent"))
        ground = table.settings.get("style.back")
        self.ground.setEnabled(ground is not None)
        self.ground.show_key(ground or "light")
        self.font_files.show_fonts(look, shown.fonts)
        self.reset.setEnabled(bool(look.settings or shown.publication.profile.accent))

    def _build(self) -> None:
        self.row(tr("版式"), self.look)
        self.wide(self.blank_page)
        self.row(tr("主色"), self.accent)
        for use, name in _USES:
            self.fonts[use].setFixedWidth(248)
            self.row(name, self.fonts[use], self.sizes[use], label(tr("磅"), ink="text2"))
        self.row(tr("行距"), self.spacing, self.lines)
        parts = [part for side, name in _SIDES for part in (_side(name), self.margins[side])]
        self.row(tr("页边距"), *parts, label("mm", ink="text2"))
        self.row("", self.grid_words)
        self.row(tr("首行缩进"), self.indent)
        self.row(tr("封底底色"), self.ground, _sentence(tr("深底用单位的深底标志；Word 里仍是白底")))
        self.heading(tr("字体"))
        self.wide(self.font_files)

    def _connect(self) -> None:
        self.look.chosen.connect(
            lambda name: self.edit(tr("换版式"), lambda now: replace(now, look=Look(name=str(name))))
        )
        self.accent.chosen.connect(self._on_accent_chosen)
        self.accent.refused.connect(self.refuse)
        for use, name in _USES:
            self.fonts[use].chosen.connect(
                lambda key, use=use, name=name: self._put(
                    tr("改{n}字体", n=name), lambda look: with_font(look, use, *key)
                )
            )
            self.sizes[use].written.connect(
                lambda size, use=use, name=name: self._put(
                    tr("改{n}字号", n=name), lambda look: with_size(look, use, round(size * _MPT))
                )
            )
        self.spacing.chosen.connect(lambda key: self._put(tr("改行距"), lambda look: with_spacing(look, key)))
        for number in self.margins.values():
            number.written.connect(self._on_margin_written)
        self.indent.chosen.connect(lambda key: self._put(tr("改首行缩进"), lambda look: with_indent(look, key)))
        self.ground.chosen.connect(lambda key: self._put(tr("改封底底色"), lambda look: with_back(look, str(key))))

    def _on_accent_chosen(self, colour: str) -> None:
        self.edit(tr("改主色"), lambda now: replace(now, profile=replace(now.profile, accent=colour)), step="accent")

    def _on_margin_written(self) -> None:
        asked = Margins(**{side: round(number.value() * _UM) for side, number in self.margins.items()})
        self._put(tr("改页边距"), lambda look: with_margins(look, asked))

    def _on_reset(self) -> None:
        self.edit(
            tr("恢复初始版式"),
            lambda now: replace(now, look=Look(name=now.look.name), profile=replace(now.profile, accent="")),
        )

    def _put(self, name: str, change: Callable[[Look], Look]) -> None:
        def put(now: Publication) -> Publication:
            return replace(now, look=change(now.look))

        if self._shown and not self.try_edit(name, put, self._shown.publication):
            reason = self.message.text
            self.show_publication(self._shown)
            self.refuse(reason)


def _size(use: str, name: str) -> NumberField:
    least, most = SIZES[use]
    return NumberField(tr("{n}字号", n=name), least / _MPT, most / _MPT, step=0.5)


def _sentence(words: str = "") -> QLabel:
    """Return small words that take what room there is in a row, and more lines where they need them."""
    made = label(words, role="small", ink="text2")
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


def _side(name: str) -> QLabel:
    return label(name, ink="text2")
