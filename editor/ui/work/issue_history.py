"""The history of an open issue: one over all of it, also over a step of the review."""

from dataclasses import replace

from editor.model.issue_state import IssueState
from editor.model.note_edits import without_notes
from editor.model.workspace import Workspace
from editor.ui.work.history import History


class IssueHistory(History[Workspace]):
    """A workspace under edit."""

    def follow(self, fresh: Workspace) -> bool:
        """Go on from what the library holds, with the whole history; False where more than the issue's state changed.

        A step of the review takes no words back, and undo takes back no step of the review. Where notes were written
        meanwhile the history ends: an editor's undo does not take back the reader's.
        """
        state = fresh.issue.archive.state
        if self.value == fresh:
            return True
        if _in_state(self.value, state) != fresh or any(_is_note(*values) for values in self.steps()):
            return False
        self.rebase(lambda space: _in_state(space, state))
        return True


def _is_note(before: Workspace, after: Workspace) -> bool:
    return without_notes(before) == without_notes(after)


def _in_state(space: Workspace, state: IssueState) -> Workspace:
    archive = replace(space.issue.archive, state=state)
    return replace(space, issue=replace(space.issue, archive=archive))
