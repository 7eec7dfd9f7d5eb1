"""Files of other word processors through LibreOffice, where that is installed: .doc, .wps, .rtf and .odt."""

from collections.abc import Mapping
from dataclasses import replace

from editor.intake.manuscript import IncomingFile, Manuscript
from editor.intake.word.drawing_pages import drawing_page
from editor.model.errors import UserError
from editor.model.language import tr
from editor.system.libreoffice import convert, find_libreoffice
from editor.system.watching import Watch, unwatched

_FILTER = "docx:MS Word 2007 XML"
_WEB_PAGE = "html:HTML (StarWriter)"
_LARGEST = 100 * 1024 * 1024


def office_manuscript(file: IncomingFile) -> Manuscript:
    """Return the article in a .doc, .wps, .rtf or .odt, told by its first bytes; a .wps may be text.

    Raises UserError, naming the file, where LibreOffice is not installed or cannot read it.
    """
    from editor.intake.word.manuscript import word_manuscript

    return word_manuscript(file)


def converted(file: IncomingFile, ending: str) -> IncomingFile:
    """Return the file as a .docx. ending: of what it really is, e.g. doc. Raises UserError."""
    program = find_libreoffice()
    if not program:
        raise UserError(
            tr(
                "读“{name}”要用 LibreOffice，这台电脑没有装。请装上免费的 LibreOffice，"
                "或用 Word、WPS 打开后另存为 .docx 再导入。",
                name=file.name,
            )
        )
    if len(file.data) > _LARGEST:
        raise UserError(tr("“{name}”太大了，没有读。请分成几个文件再导入。", name=file.name))
    name = f"manuscript.{ending}"
    made = convert(program, {name: file.data}, _FILTER, watch=file.watch)
    if name not in made:
        raise UserError(
            tr(
                "LibreOffice 读不出“{name}”：可能加了密码、已损坏，或一分钟内没有读完。"
                "请用 Word 或 WPS 打开后另存为 .docx 再导入。",
                name=file.name,
            )
        )
    return replace(file, data=made[name])


def drawn_pictures(drawings: Mapping[str, bytes], watch: Watch = unwatched) -> dict[str, bytes]:
    """Return pictures (PNG, GIF) of EMF and WMF drawings by name; of none where LibreOffice is not installed."""
    program = find_libreoffice()
    if not program:
        return {}
    made = convert(program, drawings, "png", watch=watch)
    left = [name for name in drawings if name not in made]
    # without Draw, Writer makes pictures of what stands on a page when it writes a web page
    pages = {f"{at}.docx": drawing_page(drawings[name], name.rpartition(".")[2]) for at, name in enumerate(left)}
    drawn = convert(program, pages, _WEB_PAGE, wanted="{stem}_html_*", watch=watch) if pages else {}
    return made | {name: drawn[f"{at}.docx"] for at, name in enumerate(left) if f"{at}.docx" in drawn}
