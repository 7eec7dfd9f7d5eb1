"""CPU of the command that lists the issues, beside bare Python: python -m tests.benchmarks.bench_list

With nothing signed, and with 50 signed issues, whose signatures are verified each time. What this machine remembers of
keys and logs is the benchmark's own.
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from db.library import open_library
from editor.desk.review.introductions import Confirmation
from editor.desk.review.looking import look
from editor.desk.review.office import Office
from editor.desk.review.trust import TrustFile
from editor.model.approval import LogAction, LogEvent
from editor.model.number import Number
from editor.model.publication import Publication
from editor.model.review import Member, Role
from editor.model.uid import new_uid
from tests.benchmarks.processor import load, medians
from tests.benchmarks.random_issues import random_issue
from tests.review_desk import AT, CHIEF, HOUR, approve_plainly, key_of

ROUNDS, ISSUES = 15, 50


def main() -> None:
    """Print medians beside what is wanted."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        plain, signed = place / "plain.db", place / "signed.db"
        fill(plain)
        fill(signed, trust=TrustFile(place / "bulletin-desk" / "trusted-keys.json"))
        commands = {
            "bare": (sys.executable, "-c", "pass"),
            "plain": (sys.executable, "-m", "editor", "list", "--library", str(plain)),
            "signed": (sys.executable, "-m", "editor", "list", "--library", str(signed)),
        }
        found = medians(commands, ROUNDS, dict(os.environ) | {"XDG_CONFIG_HOME": folder})
    print(
        f"bare Python {found['bare']:.0f} ms of CPU; list of {ISSUES} issues {found['plain']:.0f} ms (at most 60), "
        f"all signed {found['signed']:.0f} ms (at most 100); {load()}"
    )


def fill(path: Path, *, trust: TrustFile | None = None) -> None:
    """Make a library of issues, signed and known to this machine where there is a trust."""
    model = random_issue(1, articles=8)
    with open_library(path) as library:
        library.save_publication(Publication(profile=model.profile, uid=model.publication))
        event = LogEvent(action=LogAction.MEMBER, name=CHIEF, at=AT, detail=f"{CHIEF}：总编辑")
        library.review.save_member(Member(name=CHIEF, role=Role.CHIEF), event)
        for number in range(1, ISSUES + 1):
            sections = tuple(
                replace(one, uid=new_uid(), articles=tuple(replace(item, uid=new_uid()) for item in one.articles))
                for one in model.sections
            )
            numbered = Number(year=2024, number=number, total=number)
            issue = replace(model, uid=new_uid(), number=numbered, sections=sections)
            library.add_issue(issue)
            if trust:
                approve_plainly(library, issue.uid, at=AT + number * HOUR)
        if trust:
            trust.confirm(Confirmation(key=key_of(CHIEF).public, name=CHIEF, at=AT))
            look(Office(library=library, trust=trust))


if __name__ == "__main__":
    main()
