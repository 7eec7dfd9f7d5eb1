"""Fresh process, library to file, against python-docx + LibreOffice: python -m tests.benchmarks.bench_export

The peer writes the same Word file and lets LibreOffice make the PDF of it. Needs soffice.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from db.library import open_library
from editor.interchange.sample import sample_issue

ROUNDS = 5


def main() -> None:
    """Print medians and ratios in one run, the two in turn."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        fill(place / "library.db")
        runs = [(export(place, "pdf"), export(place, "word"), peer(place)) for _ in range(ROUNDS)]
        pdf, word, office = (statistics.median(column) for column in zip(*runs, strict=True))
        total = word + office
        print(
            f"PDF {pdf:.2f} s = {pdf / total:.2f} of the peer's {total:.2f} s; Word with page map {word:.2f} s = "
            f"{word / total:.2f}"
        )
        print(f"peak of the largest own process {peak(place)} MB")


def fill(path: Path) -> None:
    """Put the sample into a library."""
    issue, publication, pictures = sample_issue()
    stored = {block.picture for item in issue.articles() for block in item.blocks if getattr(block, "picture", None)}
    with open_library(path) as library:
        library.save_publication(publication)
        library.add_issue(issue)
        for picture in stored:
            library.files.add_picture(picture, pictures[picture.sha256])


def export(place: Path, kind: str) -> float:
    """Return the wall seconds of one export in a fresh process."""
    start = time.perf_counter()
    subprocess.run(command(place, kind), check=True, capture_output=True)
    return time.perf_counter() - start


def command(place: Path, kind: str) -> list[str]:
    """Return the command line's call."""
    target = place / f"issue.{kind}"
    return [
        sys.executable,
        "-m",
        "editor",
        "export",
        "latest",
        f"--{kind}",
        str(target),
        "--library",
        str(place / "library.db"),
    ]


def peer(place: Path) -> float:
    """Return the wall seconds of LibreOffice on the Word file."""
    (place / "issue.docx").write_bytes((place / "issue.word").read_bytes())
    call = ["soffice", "--headless", f"-env:UserInstallation=file://{place}/profile", "--convert-to", "pdf"]
    start = time.perf_counter()
    subprocess.run([*call, "--outdir", str(place), str(place / "issue.docx")], check=True, capture_output=True)
    return time.perf_counter() - start


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
