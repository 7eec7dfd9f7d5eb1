"""The parts of a library that work with the mapping. A window is drawn without them: importing it takes as long."""

from functools import cached_property
from typing import TYPE_CHECKING

from db.sessions import Sessions

if TYPE_CHECKING:
    from db.checkpoint_store import CheckpointStore
    from db.galleys import GalleyStore
    from db.instructions import InstructionStore
    from db.likeness_store import LikenessStore
    from db.reading import ReadingStore
    from db.repairs import MendingStore
    from db.version_store import VersionStore


class MappedStores:
    """Made when they are first asked for."""

    def __init__(self, sessions: Sessions) -> None:
        """Take what begins their sessions."""
        self._mapped = sessions

    @cached_property
    def readings(self) -> "ReadingStore":
        """The read marks."""
        from db.reading import ReadingStore

        return ReadingStore(reading=self._mapped.reading, writing=self._mapped.writing)

    @cached_property
    def galleys(self) -> "GalleyStore":
        """The galleys."""
        from db.galleys import GalleyStore

        return GalleyStore(reading=self._mapped.reading, writing=self._mapped.writing)

    @cached_property
    def instructions(self) -> "InstructionStore":
        """What leaders wrote about printed articles."""
        from db.instructions import InstructionStore

        return InstructionStore(reading=self._mapped.reading, writing=self._mapped.writing)

    @cached_property
    def likeness(self) -> "LikenessStore":
        """Its articles, found by their likeness."""
        from db.likeness_store import LikenessStore

        return LikenessStore(asking=self._mapped.asking, writing=self._mapped.writing)

    @cached_property
    def mending(self) -> "MendingStore":
        """Damaged records and their remedies."""
        from db.repairs import MendingStore

        return MendingStore(reading=self._mapped.reading, writing=self._mapped.writing)

    @cached_property
    def versions(self) -> "VersionStore":
        """What articles were before."""
        from db.version_store import VersionStore

        return VersionStore(reading=self._mapped.reading, writing=self._mapped.writing)

    @cached_property
    def checkpoints(self) -> "CheckpointStore":
        """Changes of many issues that can be taken back."""
        from db.checkpoint_store import CheckpointStore

        return CheckpointStore(reading=self._mapped.reading, writing=self._mapped.writing)
