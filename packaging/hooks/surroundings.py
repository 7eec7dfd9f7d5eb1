"""Runs first in the frozen program, so that programs started by it (file manager, PDF reader) use system libraries.

PyInstaller's loader sets LD_LIBRARY_PATH to the bundle; the running process no longer needs that.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
os.environ.pop("LD_LIBRARY_PATH", None)
if before:
    os.environ["LD_LIBRARY_PATH"] = before
