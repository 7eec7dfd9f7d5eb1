"""What an export is measured by: a process that does nothing but compile a laid out document.

python bare_compile.py FOLDER FONTS TARGET: FOLDER as the typesetter leaves it, with the moment of the file in `moment`.
"""

import gc
import sys
from pathlib import Path

import typst


def main() -> None:
    """Compile with the standards of a final PDF."""
    folder, fonts, target = sys.argv[1:]
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    compiler = typst.Compiler(f"{folder}/look.typ", root=folder, font_paths=known)
    moment = int(Path(folder, "moment").read_text(encoding="ascii"))
    made = compiler.compile(format="pdf", timestamp=moment, pdf_standards=["ua-1", "a-2a"])
    Path(target).write_bytes(made)
    # as the program ends
    gc.freeze()


if __name__ == "__main__":
    main()
