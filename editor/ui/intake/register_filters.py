"""Which entries of 来稿登记 are listed: of which issue, unit, month, and with which outcome."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.desk.intake.register import (
    OUTCOME_NAMES,
    RegisterEntry,
    RegisterFilter,
    RegisterOutcome,
    issue_words,
    month_of,
)
from editor.model.language import tr, tr_marked
from editor.ui.kit.choice_field import ChoiceField

_ALL = -1
Choices = tuple[tuple[object, str], ...]


class RegisterFilters(QWidget):
    """changed: another choice. The choices are what the entries have, each with how many."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (tr("期"), tr("来稿单位"), tr("月份"), tr("结果"))
        self.issue, self.unit, self.month, self.outcome = fields = tuple(ChoiceField(name) for name in names)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field in fields:
            field.setToolTip(field.accessibleName())
            row.addWidget(field, 1)
            field.chosen.connect(lambda _key: self.changed.emit())

    @property
    def wanted(self) -> RegisterFilter:
        """What is chosen."""
        issue, unit, month, outcome = (
            None if field.key == _ALL else field.key for field in (self.issue, self.unit, self.month, self.outcome)
        )
        return RegisterFilter(issue=issue, unit=unit, month=month, outcome=outcome)  # type: ignore[arg-type]

    def show_entries(self, entries: Sequence[RegisterEntry]) -> None:
        """Offer what these entries have; what was chosen stays so where it is still there."""
        for field, words in (
            (self.issue, _issues(entries)),
            (self.unit, _units(entries)),
            (self.month, _months(entries)),
            (self.outcome, _outcomes(entries)),
        ):
            before = field.key if field.count() else _ALL
            field.show_choices(words)
            field.show_key(before if before in dict(words) else _ALL)


def _counted(words: str, many: int) -> str:
    return tr("{words}（{many}）", words=words, many=many)


def _issues(entries: Iterable[RegisterEntry]) -> Choices:
    dates = {one.issue.uid: one.issue for one in entries if one.issue}
    counts = Counter(one.issue.uid if one.issue else "" for one in entries)
    found = sorted(dates.values(), key=lambda one: one.date, reverse=True)
    none = (("", _counted(tr("没有编进期"), counts[""])),) if counts[""] else ()
    return ((_ALL, tr("全部各期")), *((one.uid, _counted(issue_words(one), counts[one.uid])) for one in found), *none)


def _units(entries: Iterable[RegisterEntry]) -> Choices:
    counts = Counter(one.receipt.unit for one in entries).most_common()
    return (
        (_ALL, tr("全部单位")),
        *((unit, _counted(unit or tr("（没有写单位）"), many)) for unit, many in counts),
    )


def _months(entries: Iterable[RegisterEntry]) -> Choices:
    counts = Counter(map(month_of, entries))
    months = sorted(counts, reverse=True)
    return (
        (_ALL, tr("全部月份")),
        *((one, _counted(tr("{year}年{month}月", year=one.year, month=one.month), counts[one])) for one in months),
    )


def _outcomes(entries: Iterable[RegisterEntry]) -> Choices:
    counts = Counter(one.outcome for one in entries)
    found = (one for one in RegisterOutcome if counts[one])
    return ((_ALL, tr("全部结果")), *((one, _counted(tr_marked(OUTCOME_NAMES[one]), counts[one])) for one in found))
