"""The thread in which the library is written and asked beside the window: one call after the other."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from editor.ui.work.autosave import PATIENCE_S


class LibraryThread:
    """Of one window."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")

    def later(self, call: Callable[..., None], *values: object) -> Future[None]:
        """Do something after what is being done now."""
        return self._thread.submit(call, *values)

    def close(self) -> None:
        """End after what is being done now; a disk that does not answer is not waited for."""
        wait([self._thread.submit(bool)], timeout=PATIENCE_S)
        self._thread.shutdown(wait=False)
