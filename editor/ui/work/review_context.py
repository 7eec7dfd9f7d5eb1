"""Who acts at this window: the library's people, and the keys that this machine trusts."""

import datetime as dt
from collections.abc import Callable

from editor.desk.review.office import Office
from editor.desk.review.steps import By
from editor.desk.review.trust import TrustFile
from editor.model.language import tr
from editor.model.review import Member, Role, Step
from editor.ui.app.settings import Settings
from editor.ui.work.session import Session

Run = Callable[[Callable[[], None]], None]


class ReviewContext:
    """One window's view of them."""

    def __init__(self, session: Session, settings: Settings, run: Run) -> None:
        """Look at the open library; settings remember who took which step here last.

        run: does a call in the thread that may use PDFium.
        """
        self.session, self.settings, self.run = session, settings, run
        self.office = Office(library=session.library, trust=TrustFile(settings.trusted_keys))

    @property
    def members(self) -> tuple[Member, ...]:
        """Whoever works here, by name."""
        return tuple(one for one in self.office.review.members() if not one.retired)

    @property
    def chiefs(self) -> tuple[str, ...]:
        """Who may approve the open issue: those whom its publication names, else every chief editor."""
        opened = self.session.opened_issue
        named = self.session.library.publication(opened.issue.publication).approvers if opened else ()
        return named or self.every_chief()

    def every_chief(self) -> tuple[str, ...]:
        """Return the names of the chief editors."""
        return tuple(one.name for one in self.members if one.role is Role.CHIEF)

    def by(self) -> By:
        """Return who acts at this window, now."""
        return By(name=self.session.author or tr("没有署名"), at=now())

    def likely(self, step: Step) -> str:
        """Return who probably takes a step: who took it here last, else the window's author."""
        return self.settings.member_for(step) or self.session.author


def now() -> dt.datetime:
    """Return the moment in UTC."""
    return dt.datetime.now(tz=dt.UTC)
