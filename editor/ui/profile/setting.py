"""One sitting at a publication's settings: its draft, what is shown of it, and whom it reaches in the end."""

from editor.desk.fonts import look_fonts
from editor.desk.open_issue import OpenIssue
from editor.desk.profile.carrying import carried
from editor.desk.profile.preview import changed_issues, shown_issue
from editor.desk.profile.reach import Reach, reach_of, settings_of
from editor.interchange.sample import sample_issue
from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.publication import Look, Publication
from editor.model.used_pictures import publication_pictures, used_pictures
from editor.model.workspace import Workspace
from editor.ui.profile.draft import Draft
from editor.ui.profile.form import Shown
from editor.ui.work.session import Session

_STEP = "刊物设置"


class Setting:
    """Begins with what new issues of a publication would begin with."""

    def __init__(self, publication: Publication, session: Session) -> None:
        """Look up the publication's issues. Raises UserError where the library cannot be read."""
        library = session.library
        self._session, self._library = session, library
        self.draft = Draft(settings_of(library, publication), session)
        self._entries = library.issues()
        own = [entry for entry in self._entries if entry.publication == publication.uid]
        open_one = session.issue
        self.reach: Reach = reach_of(self._entries, publication.uid, unlocked=session.unlocked)
        self._base: Issue | None = None
        if open_one and open_one.publication == publication.uid:
            self._base = open_one
        elif own:
            self._base = library.issue(own[0].uid)
        self._pictures: dict[str, bytes] = {}
        self._fonts: tuple[Look | None, tuple[FontFile, ...]] = (None, ())
        self._added = library.fonts()

    def shown(self, publication: Publication) -> Shown:
        """Return what forms and page show of a value of the draft."""
        issue = shown_issue(self._base, self.draft.begun, publication)
        in_hand = self._base if self._base and self._is_in_hand(self._base) else None
        return Shown(
            publication=publication,
            issue=issue,
            fonts=self._added,
            entries=self._entries,
            pictures=self._bytes(issue, publication),
            in_hand=carried(Workspace(issue=in_hand), self.draft.begun, publication).issue if in_hand else None,
        )

    def opened(self) -> OpenIssue:
        """Return what the typesetter needs of the issue shown."""
        publication = self.draft.value
        shown = self.shown(publication)
        if self._fonts[0] != shown.issue.look:
            self._fonts = (shown.issue.look, look_fonts(shown.issue, self._library))
        return OpenIssue(
            issue=shown.issue, publication=publication, pictures=dict(shown.pictures), fonts=self._fonts[1]
        )

    def finish(self, *, issues_too: bool) -> bool:
        """Save the publication and carry the change into the issues in hand. Returns whether all is in the library.

        The open issue gets one step of its own history, others a checkpoint. Raises UserError where these cannot be
        written.
        """
        draft = self.draft
        draft.close_step()
        if not draft.save():
            return False
        before, after = draft.begun, draft.value
        if before == after:
            return True
        self._session.publication_set(after)
        if issues_too:
            self._carry(before, after)
        return True

    def _carry(self, before: Publication, after: Publication) -> None:
        session, open_one = self._session, self._session.issue
        here = open_one.uid if open_one else ""
        others = [entry for entry in self.reach.in_hand if entry.uid != here]
        changes = changed_issues(self._library, others, before, after)
        if changes:
            self._library.save_issues(_STEP, changes, author=session.author)
        if open_one and self._is_in_hand(open_one) and session.apply(_STEP, lambda now: carried(now, before, after)):
            session.begin_save()

    def _is_in_hand(self, issue: Issue) -> bool:
        return any(entry.uid == issue.uid for entry in self.reach.in_hand)

    def _bytes(self, issue: Issue, publication: Publication) -> dict[str, bytes]:
        used = {one.sha256 for one in (*used_pictures(issue), *publication_pictures(publication))}
        missing = used - self._pictures.keys()
        if missing:
            self._pictures |= self._library.pictures(missing)
            if missing - self._pictures.keys():
                # of the sample's articles, where they stand in
                self._pictures |= sample_issue()[2]
        return self._pictures
