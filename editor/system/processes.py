"""Whether a process of this machine still runs."""

import os
import sys

if sys.platform == "win32":
    import ctypes

    _QUERY, _TIMEOUT = 0x1000 | 0x100000, 258  # PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, WAIT_TIMEOUT
    _ACCESS_DENIED = 5

    def is_gone(pid: int) -> bool:
        """Return whether no process has this number any more."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(_QUERY, 0, pid)
        if not handle:
            return ctypes.get_last_error() != _ACCESS_DENIED
        running = kernel.WaitForSingleObject(handle, 0) == _TIMEOUT
        kernel.CloseHandle(handle)
        return not running
else:

    def is_gone(pid: int) -> bool:
        """Return whether no process has this number any more."""
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return True
        except PermissionError:
            return False
        return False
