"""CPU of an export in a fresh process, from library to file: python -m tests.benchmarks.bench_export

Beside a bare compile of the same document in the same run, for the sample and for 100 articles; the files are the same,
byte for byte. Where soffice is there, also the wall time beside python-docx and LibreOffice, which make the PDF of the
same Word file.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from db.library import open_library
from editor.desk.pictures import picture_bytes
from editor.desk.printable_issue import add_sample
from editor.document.issue_document import issue_document
from editor.document.look_settings import printable_look
from editor.document.printed_pictures import at_print_size
from editor.model.publication import Publication
from editor.pages import typesetter as typesetting
from editor.pages.typesetter import Typesetter
from resources import resource
from tests.benchmarks.processor import load, medians
from tests.benchmarks.random_issues import random_issue

ROUNDS, PEER_ROUNDS = 9, 5
BARE = Path(__file__).parent / "bare_compile.py"


def main() -> None:
    """Print medians and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        places = {"the sample": Path(folder) / "sample", "100 articles": Path(folder) / "hundred"}
        for place in places.values():
            place.mkdir()
        fill_sample(places["the sample"] / "library.db")
        fill_hundred(places["100 articles"] / "library.db")
        for (name, place), most in zip(places.items(), (1.4, 1.15), strict=True):
            beside_bare(name, place, most)
        if shutil.which("soffice"):
            beside_office(places["the sample"])
        print(f"peak of the largest own process {peak(places['the sample'])} MB; {load()}")


def beside_bare(name: str, place: Path, most: float) -> None:
    """Print an export's CPU beside that of a bare compile."""
    lay_out(place)
    fonts, bare = str(resource("fonts")), place / "bare.pdf"
    commands = {
        "bare": (sys.executable, str(BARE), str(place / "session"), fonts, str(bare)),
        "pdf": command(place, "pdf"),
        "word": command(place, "word"),
    }
    found = medians(commands, ROUNDS)
    assert bare.read_bytes() == (place / "issue.pdf").read_bytes(), "not the same document"
    ratio = found["pdf"] / found["bare"]
    print(
        f"{name}: bare compile {found['bare']:.0f} ms of CPU, PDF {found['pdf']:.0f} ms = {ratio:.2f} "
        f"(at most {most}); Word {found['word']:.0f} ms"
    )


def beside_office(place: Path) -> None:
    """Print the wall time of an export beside that of python-docx and LibreOffice."""
    runs = [(wall(command(place, "pdf")), wall(command(place, "word")), peer(place)) for _ in range(PEER_ROUNDS)]
    pdf, word, office = (statistics.median(column) for column in zip(*runs, strict=True))
    total = word + office
    print(f"wall: PDF {pdf:.2f} s = {pdf / total:.2f} of the peer's {total:.2f} s; Word with page map {word:.2f} s")


def fill_sample(path: Path) -> None:
    """Put the sample into a library."""
    with open_library(path) as library:
        add_sample(library)


def fill_hundred(path: Path) -> None:
    """Put an issue of 100 articles into a library."""
    issue = random_issue(5, articles=100)
    with open_library(path) as library:
        library.save_publication(Publication(profile=issue.profile, uid=issue.publication))
        library.add_issue(issue)


def lay_out(place: Path) -> None:
    """Leave the folder that the typesetter compiles."""
    with open_library(place / "library.db") as library:
        issue = library.issue(library.find("latest").uid)
        pictures = picture_bytes(issue, library)
    look = printable_look(issue.look, ())
    document = issue_document(issue, title_width=look.title_width)
    with Typesetter() as typesetter:
        typesetter.render(document, look, at_print_size(document, look, pictures), final=True)
        shutil.copytree(typesetter._folder, place / "session")
    (place / "session" / "moment").write_text(str(typesetting._midnight(document)), encoding="ascii")


def command(place: Path, kind: str) -> list[str]:
    """Return the command line's call."""
    library, target = str(place / "library.db"), str(place / f"issue.{kind}")
    return [sys.executable, "-m", "editor", "export", "latest", f"--{kind}", target, "--library", library]


def wall(call: list[str]) -> float:
    """Return the wall seconds of a command."""
    start = time.perf_counter()
    subprocess.run(call, check=True, capture_output=True)
    return time.perf_counter() - start


def peer(place: Path) -> float:
    """Return the wall seconds of LibreOffice on the Word file."""
    (place / "issue.docx").write_bytes((place / "issue.word").read_bytes())
    call = ["soffice", "--headless", f"-env:UserInstallation=file://{place}/profile", "--convert-to", "pdf"]
    return wall([*call, "--outdir", str(place), str(place / "issue.docx")])


def peak(place: Path) -> int:
    """Return the peak of an export to PDF in MB, measured in a process that has no other child."""
    script = (
        "import resource,subprocess,sys;subprocess.run(sys.argv[1:],check=True,capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command(place, "pdf")], check=True, capture_output=True, text=True
    )
    return int(done.stdout)


if __name__ == "__main__":
    main()
