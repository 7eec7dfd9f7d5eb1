"""Annual index of 750 articles as PDF and Word: python -m tests.benchmarks.bench_annual_index

50 issues of 15 articles: first all signed, so that their folios are read from the signed PDFs, then none of them, so
that every issue is set for its folios. Making the libraries, with 50 printed issues, takes a minute and is not counted.
"""

import datetime as dt
import tempfile
import time
from pathlib import Path

from db.library import open_library
from editor.desk.printing import print_files
from editor.desk.statistics.index_paper import index_files
from editor.model.approval import LogAction, LogEvent
from editor.model.review import Member, Role
from tests.benchmarks.processor import load
from tests.invented_archive import ISSUES as INVENTED
from tests.review_desk import AT, CHIEF, HOUR, approve_plainly
from tests.statistics_library import article, fill, issue_of, publication

ISSUES, ARTICLES, YEAR, LIMIT = 50, 15, 2026, 6
_TEXT = "云州市把公共数据登记做成一张清单，各县区按季度更新台账，登记机构逐条核对。" * 8
_PLACES, _TAGS = ("", "贵州省", "杭州市", "", "上海市"), ("公共数据", "数据登记", "算力", "数据安全")


def main() -> None:
    """Print times beside what is wanted."""
    made = dt.datetime(YEAR, 12, 31, tzinfo=dt.UTC)
    with tempfile.TemporaryDirectory() as folder:
        for signed in (True, False):
            with open_library(Path(folder) / f"{signed}.db") as library:
                _fill(library, signed=signed)
                begun, spent = time.perf_counter(), time.process_time()
                files = index_files(library, publication(), YEAR, made, lambda _done, _all: None)
                wall, cpu = time.perf_counter() - begun, time.process_time() - spent
            words = "folios of signed PDFs" if signed else "every issue set for its folios"
            wanted = f" (at most {LIMIT} s)" if signed else ""
            sizes = f"PDF {len(files.pdf) // 1024} KB, Word {len(files.word) // 1024} KB"
            print(f"{ISSUES * ARTICLES} articles, {words}: {wall:.1f} s{wanted}, {cpu:.1f} s of CPU; {sizes}; {load()}")


def _fill(library, *, signed):
    issues = tuple(_issue(number) for number in range(1, ISSUES + 1))
    fill(library, *issues)
    if not signed:
        return
    event = LogEvent(action=LogAction.MEMBER, name=CHIEF, at=AT, detail=f"{CHIEF}：总编辑")
    library.review.save_member(Member(name=CHIEF, role=Role.CHIEF), event)
    for number, one in enumerate(issues, 1):
        pdf = print_files(one, pictures={}, word=False).pdf
        approve_plainly(library, one.uid, at=AT + number * HOUR, printed=pdf)


def _issue(number):
    pool = [one for issue in INVENTED for one in issue]
    sections = {}
    for at in range(ARTICLES):
        section, source, title = pool[(number * 7 + at * 13) % len(pool)]
        placed = _PLACES[(number + at) % len(_PLACES)] + title
        made = article(placed, source, text=_TEXT, tags=_TAGS[at % 4 : at % 4 + 2])
        sections.setdefault(section, []).append(made)
    date = dt.date(YEAR, 1, 5) + dt.timedelta(days=7 * (number - 1))
    return issue_of(number, date, sections)


if __name__ == "__main__":
    main()
