"""What is being edited, with one history over all of it. Views show it; only `apply` changes it."""

from editor.model.workspace import Workspace
from editor.ui.work.history import History


class OpenWork(History[Workspace]):
    """A workspace under edit."""

    @property
    def space(self) -> Workspace:
        """The value as it stands."""
        return self.value
