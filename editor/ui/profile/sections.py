"""栏目: names, order, colours, and where articles begin."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from editor.desk.profile.carried_sections import homeless_sections
from editor.desk.profile.faults import names_fault
from editor.desk.starting.new_publication import MOST_SECTIONS, section_fault
from editor.model.language import tr
from editor.model.publication import PageStart, Publication, SectionRule
from editor.ui.kit.choice_field import ChoiceField, WordsField
from editor.ui.kit.widgets import application, label
from editor.ui.profile.colours import SectionColour
from editor.ui.profile.form import Form, ShownProfile
from editor.ui.profile.look_words import accent_of
from editor.ui.profile.ordered_rows import OrderedRows
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

STARTS = ((PageStart.PAGE, tr("另起一页")), (PageStart.RUN_ON, tr("接排")))


class SectionsForm(Form):
    """One row a section."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("栏目"), parent)
        self._shown: ShownProfile | None = None
        self.rows = OrderedRows(tr("栏目"), self._made)
        self.add = QPushButton(icon("add", current_theme(application()), size=16, token="accent"), tr("加栏目"))
        set_style(self.add, kind="link")
        self.note(tr("每个栏目另起一页。拖动左边的点换次序，或按 Ctrl+↑、Ctrl+↓；往期的栏目不变。"))
        self.wide(self.rows)
        self.wide(self.add, left=True)
        self.add.clicked.connect(self._on_add_clicked)
        self.rows.moved.connect(self._on_moved)
        self.rows.removed.connect(self._on_removed)

    def show_publication(self, shown: ShownProfile) -> None:
        self._shown = shown
        rules = {rule.uid: rule for rule in shown.publication.sections}
        self.rows.show_keys(tuple(rules))
        for uid, rule in rules.items():
            self.line(uid).show_rule(rule, accent_of(shown.publication))
        self.add.setEnabled(len(rules) < MOST_SECTIONS)

    def line(self, uid: str) -> "SectionField":
        """Return the fields of a section."""
        content = self.rows.content(uid)
        assert isinstance(content, SectionField), "every row is made here"  # noqa: S101
        return content

    def _made(self, uid: str) -> QWidget:
        line = SectionField(lambda text: self._fault(uid, text))
        line.name.written.connect(
            lambda text: self._put(uid, tr("改栏目名"), lambda rule: replace(rule, name=text), step=f"name {uid}")
        )
        line.name.refused.connect(self.refuse)
        line.name.left.connect(self.left)
        line.colour.chosen.connect(
            lambda colour: self._put(uid, tr("改栏目颜色"), lambda rule: replace(rule, colour=colour))
        )
        line.start.chosen.connect(
            lambda start: self._put(uid, tr("改文章起页"), lambda rule: replace(rule, page_start=start))
        )
        return line

    def _put(self, uid: str, name: str, change: Callable[[SectionRule], SectionRule], *, step: str = "") -> None:
        self.edit(name, lambda now: put_rule(now, uid, change), step=step)

    def _fault(self, uid: str, text: str) -> str:
        rules = self._shown.publication.sections if self._shown else ()
        return names_fault((text if rule.uid == uid else rule.name for rule in rules), tr("栏目")) or section_fault(
            text
        )

    def _on_add_clicked(self) -> None:
        rules = self._shown.publication.sections if self._shown else ()
        rule = SectionRule(name=_free_name({one.name for one in rules}))
        self.edit(tr("加栏目"), lambda now: replace(now, sections=(*now.sections, rule)))
        if rule.uid in self.rows.keys:
            field = self.line(rule.uid).name
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()

    def _on_moved(self, uid: str, place: int) -> None:
        self.edit(tr("移动栏目"), lambda now: move_rule(now, uid, place))

    def _on_removed(self, uid: str) -> None:
        shown = self._shown
        if shown is None:
            return
        if len(shown.publication.sections) == 1:
            self.refuse(tr("请至少留一个栏目。"))
            return
        after = remove_rule(shown.publication, uid)
        before, there = shown.publication.defaults, shown.in_hand
        homeless = homeless_sections(there, before, after.defaults) if there else ()
        self.edit(tr("删除栏目"), lambda now: remove_rule(now, uid))
        for section in homeless:
            many = len(section.articles)
            self.message.show_message(
                tr("“{name}”里的 {n} 篇会移到待编；Ctrl+Z 撤销。", name=section.name, n=many), state="warn"
            )


class SectionField(QWidget):
    """Colour, name and where articles begin."""

    def __init__(self, fault: Callable[[str], str]) -> None:
        super().__init__()
        self.colour, self.name = SectionColour(), WordsField(tr("栏目名"), fault=fault)
        set_style(self.name, kind="quiet")
        self.start = ChoiceField(tr("文章起页"), STARTS)
        set_style(self.start, kind="quiet")
        self.start.setMinimumWidth(96)
        self.start.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.colour)
        row.addWidget(self.name, 1)
        row.addWidget(label(tr("文章"), ink="text2"))
        row.addWidget(self.start)

    def show_rule(self, rule: SectionRule, accent: str) -> None:
        """Show a section's values."""
        self.colour.show_colour(rule.colour, accent)
        self.name.show_text(rule.name)
        self.start.show_key(rule.page_start)


def put_rule(publication: Publication, uid: str, change: Callable[[SectionRule], SectionRule]) -> Publication:
    """Return the publication with one section changed."""
    rules = tuple(change(rule) if rule.uid == uid else rule for rule in publication.sections)
    return replace(publication, sections=rules)


def move_rule(publication: Publication, uid: str, place: int) -> Publication:
    """Return the publication with a section at another place, from 0."""
    moved = next(rule for rule in publication.sections if rule.uid == uid)
    rest = [rule for rule in publication.sections if rule.uid != uid]
    return replace(publication, sections=(*rest[:place], moved, *rest[place:]))


def remove_rule(publication: Publication, uid: str) -> Publication:
    """Return the publication without a section."""
    return replace(publication, sections=tuple(rule for rule in publication.sections if rule.uid != uid))


def _free_name(taken: set[str]) -> str:
    names = (tr("新栏目"), *(tr("新栏目 {number}", number=number) for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)
