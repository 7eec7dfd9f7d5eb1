"""Whether random tables stay in their boxes, in both looks: python -m tests.benchmarks.bench_tables [TABLES] [FIRST]

Tables of up to 12 columns, 60 rows and 4,000 characters a cell, read back from the finished pages: characters outside
the box of their cell, of the type area or of the paper, and cells whose words are not all there. Tables that the checks
call too wide are counted; nothing of them may leave its box either.
"""

import sys
import time
from collections import Counter

from editor.document.issue_document import issue_document
from editor.document.look import LookTable, look_table, shipped_looks
from editor.document.table_setting import table_room, table_setting
from editor.model.body import Paragraph, Table, text_of
from editor.model.publication import Look
from editor.pages.typesetter import Typesetter
from tests.benchmarks.random_tables import random_table
from tests.fakes import article, issue_of, prose
from tests.table_boxes import outside_paper, read_sheets, table_faults

TABLES = 500


def main() -> None:
    """Print the figures of each look."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else TABLES
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for at, name in enumerate(looks := shipped_looks()):
        start = time.process_time()
        found = measured(name, range(first + at, first + wanted, len(looks)))
        print(f"{name}: {dict(found)} in {time.process_time() - start:.0f} s of CPU")


def measured(name: str, seeds: range) -> Counter[str]:
    """Return the counts over the tables of some seeds."""
    look, found = look_table(Look(name=name)), Counter[str](tables=0, faulty=0)
    with Typesetter() as typesetter:
        for seed in seeds:
            table = random_table(seed)
            setting = table_setting(table, table_room(look))
            faults = faults_of(typesetter, table, look)
            found += Counter(
                tables=1,
                faulty=bool(faults),
                smaller=setting.size < look.points("type.table"),
                turned=setting.turned,
                too_wide=not setting.fits,
                with_divided_rows=bool(setting.divided),
            )
            if faults:
                print(f"  {name} {seed}: {len(faults)} faults, {'; '.join(faults[:3])}")
    return found


def faults_of(typesetter: Typesetter, table: Table, look: LookTable) -> list[str]:
    """Return what is wrong with the pages of an article with this table."""
    above, below = (Paragraph(runs=text_of(prose(90))) for _ in range(2))
    one = article("云州发布数据登记办法", above, table, below, link="", source="")
    document = issue_document(issue_of(one, look=Look(name=look.name)), title_width=look.title_width)
    rendering = typesetter.render(document, look, {}, final=False)
    _, start, end = (place.start for place in rendering.facts.articles[0].blocks)
    sheets = read_sheets(rendering.pdf, look, start, end)
    return [*outside_paper(sheets), *table_faults(sheets, table, table_setting(table, table_room(look)), look)]


if __name__ == "__main__":
    main()
