"""A PDF's contents read in a process of their own: PDFium may be used by one thread only, and may crash on a bad file.

The process gets a folder with the PDF and leaves what it found, or why there is nothing, beside it.
"""

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec

from editor.document.pdf_contents import PdfContents
from editor.model.errors import UserError
from editor.model.language import tr
from editor.pages.contents import PdfFault, UnreadablePdfError, read_contents
from editor.system.scratch import scratch_folder, write_scratch
from editor.system.watching import Watch, unwatched

COMMAND = "--pdf-contents"
"""The first argument of the program that makes it read a PDF in a folder, and nothing else."""
_PDF, _FOUND, _FAULT, _PROGRESS = "given.pdf", "found", "fault", "progress"
_ASKED_EVERY_S = 0.1
# the largest PDFs that are read take a fifth of these
_MOST_SECONDS, _MOST_MEMORY = 60, 4 << 30


class _Fault(msgspec.Struct):
    fault: PdfFault
    number: int


def contents_of(data: bytes, *, name: str, watch: Watch = unwatched) -> PdfContents:
    """Return what stands on the pages of a PDF. watch: told pages read, pages in all.

    Raises UserError, naming the file, for one that cannot be read; StoppedError where `watch` does, the process ended.
    """
    with scratch_folder("pdf") as folder:
        write_scratch(folder / _PDF, data)
        if not _done(folder, watch):
            raise UserError(
                tr("“{name}”读到一半出了错，没有读出来，别的没有受影响。请用别的软件另存一份 PDF 再放入。", name=name)
            )
        if (folder / _FAULT).exists():
            fault = msgspec.msgpack.decode((folder / _FAULT).read_bytes(), type=_Fault)
            raise UserError(fault_words(fault.fault, fault.number, name=name))
        return msgspec.msgpack.decode((folder / _FOUND).read_bytes(), type=PdfContents)


def _done(folder: Path, watch: Watch) -> bool:
    """Run the process until it ends or nobody wants it; return whether it left something."""
    program = [] if getattr(sys, "frozen", False) else ["-m", "editor"]
    command = [sys.executable, *program, COMMAND, str(folder)]
    try:
        process = subprocess.Popen(  # noqa: S603 - the program itself
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_surroundings(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return False
    try:
        _wait(process, folder, watch)
    finally:
        process.kill()
        process.wait()
    return (folder / _FOUND).exists() or (folder / _FAULT).exists()


def _wait(process: "subprocess.Popen[bytes]", folder: Path, watch: Watch) -> None:
    """Wait for the process, telling how far it is, no longer than reading may take."""
    until = time.monotonic() + _MOST_SECONDS
    while time.monotonic() < until:
        watch(*_told(folder))
        try:
            process.wait(_ASKED_EVERY_S)
        except subprocess.TimeoutExpired:
            continue
        return


def _told(folder: Path) -> tuple[int, int]:
    """Return how many pages the process has read, and of how many; (0, 0) before the first."""
    try:
        done, whole = (folder / _PROGRESS).read_text().split()
        return int(done), int(whole)
    except (OSError, ValueError):
        # not there yet, or just being put in its place
        return 0, 0


def _surroundings() -> dict[str, str]:
    """Return the environment of the process: its modules are found where this one's were."""
    places = os.pathsep.join(place for place in sys.path if place)
    return {**os.environ, "PYTHONPATH": places}


def read_in_folder(folder: Path) -> int:
    """Do the process's work; return its exit code."""
    _limit_memory()

    def tell(done: int, whole: int) -> None:
        # Windows refuses to replace what is being read: the next page tells it then
        with contextlib.suppress(OSError):
            _leave(folder, _PROGRESS, f"{done} {whole}".encode())

    try:
        found = read_contents((folder / _PDF).read_bytes(), tell)
    except UnreadablePdfError as error:
        _leave(folder, _FAULT, msgspec.msgpack.encode(_Fault(error.fault, error.number)))
        return 1
    _leave(folder, _FOUND, msgspec.msgpack.encode(found))
    return 0


def _leave(folder: Path, name: str, data: bytes) -> None:
    """Write a file that is either whole or not there."""
    unfinished = folder / f"{name}.part"
    unfinished.write_bytes(data)
    unfinished.replace(folder / name)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def fault_words(fault: PdfFault, number: int, *, name: str) -> str:
    """Return what is wrong with a PDF and what to do."""
    return {
        PdfFault.DAMAGED: tr("“{name}”已损坏，或者不是 PDF，打不开。请重新取得这个文件。", name=name),
        PdfFault.LOCKED: tr("“{name}”加了密码，读不出来。请用密码打开后另存为不加密码的 PDF，再放入。", name=name),
        PdfFault.SCANNED: tr(
            "“{name}”是扫描或拍照的 PDF，里面只有图，没有文字，读不出来。请先用文字识别软件转成文字再放入。", name=name
        ),
        PdfFault.EMPTY: tr("“{name}”里没有文字，读不出来。请检查是否选错了文件。", name=name),
        PdfFault.TOO_LONG: tr("“{name}”有 {n} 页，太长了，没有读。请只留下需要的页再放入。", name=name, n=number),
        PdfFault.HUGE_PAGE: tr("“{name}”第 {sheet} 页大得不像一页纸，没有读。", name=name, sheet=number),
        PdfFault.FULL_PAGE: tr("“{name}”第 {sheet} 页的内容多得不像一页纸，没有读。", name=name, sheet=number),
    }[fault]
