import platform
import subprocess
import sys

import pytest

SCRIPT = """
import os
import sys
from pathlib import Path
from editor.system.memory import give_back_large_pieces

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1_000_000

if sys.argv[1] == "given back":
    give_back_large_pieces()
# freed, the first teaches the allocator to keep everything that is smaller
bytearray(30_000_000)
before, pieces = resident(), [bytearray(1_000_000) for _ in range(30)]
# this one, above them, is kept
pieces = [bytearray(1_000_000)]
print(resident() - before)
"""


def kept(how):
    done = subprocess.run([sys.executable, "-c", SCRIPT, how], capture_output=True, text=True, check=True)
    return float(done.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="GNU's allocator alone keeps what was freed")
def test_large_pieces_that_were_freed_leave_the_process():
    assert kept("kept") > 20
    assert kept("given back") < 5
