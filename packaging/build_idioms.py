#!/usr/bin/env python3
"""build_idioms.py CHENGYU: makes resources/typing/idioms.txt, idioms of four hanzi, one a line.

CHENGYU: THUOCL_chengyu.txt (MIT), an idiom and in how many texts it stood a line. Left out are characters outside of
GB 2312.
"""

import sys
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "typing" / "idioms.txt"
SIZE = 4


def main(arguments: list[str]) -> int:
    """Write the list. Returns 2 for wrong use."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    lines = Path(arguments[0]).read_text(encoding="utf-8").splitlines()
    words = {line.split("\t")[0].strip() for line in lines}
    found = sorted(one for one in words if len(one) == SIZE and len(one.encode("gb2312", errors="ignore")) == 2 * SIZE)
    OUT.write_text("\n".join(found) + "\n", encoding="utf-8", newline="\n")
    print(len(found), "idioms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
