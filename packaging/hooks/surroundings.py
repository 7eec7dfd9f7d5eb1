"""Runs first in the frozen program: programs that it starts (file manager, PDF reader) get the system's libraries.

PyInstaller's loader points LD_LIBRARY_PATH at the bundle; the running process has read it already.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
os.environ.pop("LD_LIBRARY_PATH", None)
if before:
    os.environ["LD_LIBRARY_PATH"] = before
