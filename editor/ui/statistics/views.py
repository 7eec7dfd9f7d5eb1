"""The views of statistics: what each lists, and which of its columns can be drawn."""

from dataclasses import dataclass

from editor.desk.statistics.counting import GROUPING_NAMES, Grouping
from editor.model.body import ChartKind
from editor.model.language import mark_tr, tr, tr_marked

ERRORS, ADOPTION = "errors", "adoption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawable:
    """A column that can be drawn. unit: of its numbers."""

    column: int
    name: str
    unit: str


_COUNTED = (
    Drawable(column=2, name=mark_tr("篇数"), unit=mark_tr("篇")),
    Drawable(column=3, name=mark_tr("字数"), unit=mark_tr("字")),
)
_OWN = {
    ERRORS: (Drawable(column=4, name=mark_tr("每万字"), unit=mark_tr("每万字")),),
    ADOPTION: (
        Drawable(column=6, name=mark_tr("积分"), unit=mark_tr("分")),
        Drawable(column=3, name=mark_tr("采用"), unit=mark_tr("篇")),
        Drawable(column=2, name=mark_tr("来稿"), unit=mark_tr("篇")),
    ),
}


def view_words() -> tuple[tuple[object, str], ...]:
    """Return every view with what it is called."""
    counted = ((one, tr_marked(GROUPING_NAMES[one])) for one in Grouping)
    return (*counted, (ERRORS, tr("差错率")), (ADOPTION, tr("采用")))


def drawables(view: object) -> tuple[Drawable, ...]:
    """Return what can be drawn of a view, the first as a rule."""
    return _OWN.get(str(view), _COUNTED)


def kind_of(view: object) -> ChartKind:
    """Return how a view is drawn: what goes on in time as a line."""
    return ChartKind.LINE if view in (Grouping.MONTH, Grouping.ISSUE, ERRORS) else ChartKind.BAR


def name_column(view: object) -> int:
    """Return the column of the names."""
    return 1 if view == ADOPTION else 0
