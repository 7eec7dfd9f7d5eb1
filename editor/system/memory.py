"""What the process keeps of memory that was freed."""

import ctypes
import sys

_MMAP_THRESHOLD, _BYTES = -3, 128 * 1024


def give_back_large_pieces() -> None:
    """Let large pieces of memory go back to the system at once (Linux, GNU's allocator; else nothing is done).

    GNU's allocator raises by itself the size from which it does so, up to 32 MB: pictures of pages and PDFs that were
    freed then stay in the process, 25 MB of them after 300 edits (bench_memory).
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt:
            mallopt(_MMAP_THRESHOLD, _BYTES)
