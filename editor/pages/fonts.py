"""Fonts as the typesetter sees them: only it knows the family name under which it finds a face."""

import lzma
from collections.abc import Iterable
from pathlib import Path

import typst

from editor.model.errors import UserError
from editor.model.font import FontFace, FontFile
from editor.model.language import tr
from editor.system.scratch import scratch_folder, write_scratch
from resources import resource

Families = dict[tuple[str, int], str]
_SAMPLED = 400


def load_fonts(
    folder: Path, shipped: Path | None, files: Iterable[FontFile], rare: Iterable[str] = ()
) -> tuple[Families, typst.Fonts]:
    """Write the files to folder and return the family of each (sha256, index) with the typesetter's fonts.

    rare: shipped faces of rare characters, which are unpacked there; their families are found by their names.
    """
    folder.mkdir(exist_ok=True)
    for file in files:
        write_scratch(folder / f"{file.font.sha256}.ttf", file.data)
    for face in rare:
        write_scratch(folder / f"{face}.otf", lzma.decompress(resource(f"fonts/rare/{face}.xz").read_bytes()))
    paths = [str(folder), *([str(shipped)] if shipped else [])]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)
    found = {(Path(face.path or "").stem, face.index): face.family for face in fonts.fonts()}
    return found, fonts


def check_font(file: FontFile) -> None:
    """Set a sample of every face. Raises UserError when the typesetter cannot read it or cannot embed it."""
    with scratch_folder("font") as folder:
        families, fonts = load_fonts(folder / "fonts", None, (file,))
        for index, face in enumerate(file.font.faces):
            family = families.get((file.font.sha256, index))
            if family is None or not _sets(folder, face, family, fonts):
                raise UserError(
                    tr(
                        "“{name}”里的字体{name2}不能用来排版，未添加。请换一个文件。",
                        name=file.font.name,
                        name2=face.name,
                    )
                )


def _sets(folder: Path, face: FontFace, family: str, fonts: typst.Fonts) -> bool:
    step = max(1, face.count // _SAMPLED)
    codes = [code for first, last in face.ranges for code in range(first, last + 1)][::step]
    write_scratch(folder / "sample.txt", "".join(map(chr, codes)).encode())
    write_scratch(folder / "family.txt", family.encode())
    source = folder / "main.typ"
    write_scratch(source, b'#set text(font: read("family.txt"), fallback: false)\n#[#read("sample.txt")]')
    try:
        typst.Compiler(str(source), root=str(folder), font_paths=fonts).compile(format="pdf")
    except typst.TypstError:
        return False
    return True
