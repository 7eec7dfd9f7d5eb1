"""What stands before a step of the open issue, and the way to each of it."""

from editor.checks.finding import Level
from editor.desk.collating.standing import unchecked
from editor.desk.review.obstacles import Obstacle, ObstacleKind, obstacles
from editor.model.review import Step
from editor.ui.checks.commands import CheckCommands
from editor.ui.commands.context import WindowContext
from editor.ui.commands.left_lists import CHECKS, NOTES, TRACKING
from editor.ui.reading.commands import ReadingCommands

_LEVELS = {ObstacleKind.ERRORS: Level.ERROR, ObstacleKind.WARNINGS: Level.WARNING}
_LISTS = {
    ObstacleKind.EMPTY_SECTIONS: CHECKS,
    ObstacleKind.NOTES: NOTES,
    ObstacleKind.UNDECIDED: TRACKING,
}


class OpenObstacles:
    """Of one window."""

    def __init__(self, context: WindowContext, checks: CheckCommands, reading: ReadingCommands) -> None:
        """Look at what was found, and at the pages that are read or shown."""
        self._context, self._session, self._checks, self._reading = context, context.session, checks, reading

    def before(self, step: Step) -> tuple[Obstacle, ...]:
        """Return what stands before a step, as the last check found it."""
        opened, checked = self._session.opened_issue, self._checks.checked
        facts = self._reading.facts or self._context.pages.facts
        if opened is None or checked is None:
            return ()
        corrections = unchecked(opened.library, opened.issue)
        return obstacles(step, opened.printable, checked, facts, corrections=corrections)

    def before_now(self, step: Step) -> tuple[Obstacle, ...]:
        """Check, and return what stands before a step."""
        self._checks.run()
        return self.before(step)

    def lead_to(self, one: Obstacle) -> None:
        """Lead to what stands before a step."""
        self._reading.leave()
        if one.kind is ObstacleKind.CORRECTIONS:
            self._context.actions["collate.list"].trigger()
            return
        place = one.places[0] if one.places else ""
        if one.kind in _LEVELS:
            self._checks.show_first(_LEVELS[one.kind])
        elif one.kind in _LISTS:
            self._context.lists.show(_LISTS[one.kind])
        elif self._context.opened.value.article(place):
            self._context.show_article(place)
        else:
            # of the front, or of a section
            self._context.lists.show(CHECKS)
