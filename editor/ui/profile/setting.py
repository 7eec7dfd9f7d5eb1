"""One sitting at a publication's settings: its draft, what is shown of it, and whom it reaches in the end."""

from editor.desk.fonts import look_fonts
from editor.desk.ports import Library
from editor.desk.printable_issue import PrintableIssue
from editor.desk.profile.carrying import carried
from editor.desk.profile.preview import changed_issues, shown_issue
from editor.desk.profile.reach import Reach, reach_of, settings_of
from editor.interchange.sample import sample_issue
from editor.model.damage import DamageError
from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Look, Publication
from editor.model.used_pictures import publication_pictures, used_pictures
from editor.model.workspace import Workspace
from editor.ui.profile.draft import Draft
from editor.ui.profile.form import ShownProfile
from editor.ui.work.session import Session

_STEP = tr("刊物设置")


class ProfileSetting:
    """Begins with what new issues of a publication would begin with."""

    def __init__(self, publication: Publication, session: Session) -> None:
        """Look up the publication's issues. Raises UserError where the library cannot be read."""
        library, opened = session.library, session.opened_issue
        open_one = opened.issue if opened else None
        self._session, self._library = session, library
        self._entries = library.issues()
        self.reach: Reach = reach_of(self._entries, publication.uid, unlocked=session.unlocked)
        own = [entry.uid for entry in self._entries if entry.publication == publication.uid]
        here = open_one.uid if open_one else ""
        newest = None if not own else open_one if own[0] == here else _first_whole(library, own)
        self._newest = own[0] if own else ""
        self._base = open_one if here in own else newest
        self.draft = Draft(settings_of(publication, newest), session, waits=newest is not None)
        self._pictures: dict[str, bytes] = {}
        self._fonts: tuple[Look | None, tuple[FontFile, ...]] = (None, ())
        self._added = library.files.fonts()

    def shown(self, publication: Publication) -> ShownProfile:
        """Return what forms and page show of a value of the draft."""
        issue = shown_issue(self._base, self.draft.base, publication)
        in_hand = self._base if self._base and self._is_in_hand(self._base) else None
        return ShownProfile(
            publication=publication,
            issue=issue,
            fonts=self._added,
            entries=self._entries,
            pictures=self._bytes(issue, publication),
            in_hand=self._carried(in_hand, publication) if in_hand else None,
        )

    def printable(self) -> PrintableIssue:
        """Return what the typesetter needs of the issue shown."""
        publication = self.draft.value
        shown = self.shown(publication)
        if self._fonts[0] != shown.issue.look:
            self._fonts = (shown.issue.look, look_fonts(shown.issue, self._library))
        return PrintableIssue(
            issue=shown.issue, publication=publication, pictures=dict(shown.pictures), fonts=self._fonts[1]
        )

    def take_fonts(self) -> None:
        """Take the library's fonts as they are now, for the open issue too."""
        self._added, self._fonts = self._library.files.fonts(), (None, ())
        opened = self._session.opened_issue
        if opened:
            opened.resources.take_fonts()

    def finish(self, *, issues_too: bool) -> bool:
        """Save the publication and carry the change into the issues in hand. Returns whether all is in the library.

        The open issue gets one step of its own history, others a checkpoint. Raises UserError where these cannot be
        written: the change waits then for the next issue.
        """
        draft = self.draft
        draft.close_step()
        if not draft.saving.save():
            return False
        if draft.begun != draft.value and issues_too and self.reach.in_hand:
            self._carry(draft.value)
        opened = self._session.opened_issue
        if opened:
            opened.resources.take_publication(draft.value)
        return True

    def _carry(self, now: Publication) -> None:
        session, opened, base = self._session, self._session.opened_issue, self.draft.base
        here = opened.issue.uid if opened else ""
        others = [entry for entry in self.reach.in_hand if entry.uid != here]
        changes = changed_issues(self._library, others, base, now.defaults)
        if changes:
            self._library.checkpoints.save_issues(_STEP, changes, author=session.author)
        if (
            opened
            and self._is_in_hand(opened.issue)
            and opened.apply(_STEP, lambda space: carried(space, base, now.defaults))
        ):
            opened.saving.begin()
        if any(entry.uid == self._newest for entry in self.reach.in_hand):
            self.draft.settle()

    def _carried(self, issue: Issue, publication: Publication) -> Issue:
        return carried(Workspace(issue=issue), self.draft.base, publication.defaults).issue

    def _is_in_hand(self, issue: Issue) -> bool:
        return any(entry.uid == issue.uid for entry in self.reach.in_hand)

    def _bytes(self, issue: Issue, publication: Publication) -> dict[str, bytes]:
        used = {one.sha256 for one in (*used_pictures(issue), *publication_pictures(publication))}
        missing = used - self._pictures.keys()
        if missing:
            self._pictures |= self._library.files.pictures(missing)
            if missing - self._pictures.keys():
                # of the sample's articles, where they stand in
                self._pictures |= sample_issue()[2]
        return self._pictures


def _first_whole(library: Library, uids: list[str]) -> Issue | None:
    """Return the newest issue that is not damaged: its settings are those to begin with."""
    for uid in uids:
        try:
            return library.issue(uid)
        except DamageError:
            continue
    return None
