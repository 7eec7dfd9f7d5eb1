"""What is being edited, with one history over all of it. Views show it; only `apply` changes it."""

from dataclasses import replace

from editor.model.review import IssueState
from editor.model.workspace import Workspace
from editor.ui.work.history import History


class OpenWork(History[Workspace]):
    """A workspace under edit."""

    @property
    def space(self) -> Workspace:
        """The value as it stands."""
        return self.value

    def follow(self, fresh: Workspace) -> bool:
        """Go on from what the library holds, with the whole history; False where more than the issue's state changed.

        A step of the review takes no words back, and undo takes back no step of the review.
        """
        state = fresh.issue.archive.state
        if _in_state(self.space, state) != fresh:
            return False
        if self.space != fresh:
            self.rebase(lambda space: _in_state(space, state))
        return True


def _in_state(space: Workspace, state: IssueState) -> Workspace:
    archive = replace(space.issue.archive, state=state)
    return replace(space, issue=replace(space.issue, archive=archive))
