"""The office's own fonts: adds files, finds those that a look asks for."""

from pathlib import Path
from typing import TYPE_CHECKING

from editor.desk.files import read_file
from editor.document.faces import apply_fonts
from editor.document.look import look_table
from editor.model.damage import DamageError
from editor.model.errors import UserError
from editor.model.font import Font, FontFile
from editor.model.issue import Issue
from editor.model.language import tr

if TYPE_CHECKING:
    from editor.desk.ports import Library, LibraryReader


def add_font_file(path: Path, library: "Library") -> Font:
    """Check a font file, try it and store it. Raises UserError for one that cannot be used; nothing changes then."""
    from editor.intake.font_file import read_font
    from editor.pages.fonts import check_font

    data = read_file(path)
    file = FontFile(font=read_font(data, name=path.name), data=data)
    check_font(file)
    library.files.add_font(file)
    return file.font


def find_font(wanted: str, library: "LibraryReader") -> Font:
    """Return an added font by family, file name or beginning of its sha256. Raises UserError for none or several."""
    found = [font for font in library.files.fonts() if _is_named(font, wanted)]
    if len(found) != 1:
        many = tr("有 {n} 个", n=len(found)) if found else tr("没有")
        raise UserError(
            tr(
                "刊库里{many}名为“{wanted}”的字体，请用 bulletin-desk font list 列出的编号指明一个。",
                many=many,
                wanted=wanted,
            )
        )
    return found[0]


def look_fonts(issue: Issue, library: "LibraryReader") -> tuple[FontFile, ...]:
    """Return the files that an issue's look asks for; other weights of a family come along."""
    fonts = library.files.fonts()
    added = apply_fonts(look_table(issue.look), fonts).added
    needed = {one.sha256 for one in added}
    families = {family for one in added for family in one.face.families}
    wanted = (font for font in fonts if font.sha256 in needed or families & _families(font))
    return tuple(file for font in wanted if (file := _whole(font, library)))


def _whole(font: Font, library: "LibraryReader") -> FontFile | None:
    """Return a font's file; None for a damaged one, which is then reported as missing."""
    try:
        return FontFile(font=font, data=library.files.font_data(font.sha256))
    except DamageError:
        return None


def _families(font: Font) -> set[str]:
    return {family for face in font.faces for family in face.families}


def _is_named(font: Font, wanted: str) -> bool:
    return wanted in (font.name, *_families(font)) or (len(wanted) >= 4 and font.sha256.startswith(wanted.lower()))
