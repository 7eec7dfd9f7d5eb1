"""An outline of 10,500 articles against one of 100: python -m tests.benchmarks.bench_outline

Medians of the milliseconds from an overview to painted rows, of a second overview that changes one title, of a choice
by key, and the longest step of scrolling from end to end with every section open; each with its ratio.
"""

import os
import statistics
import time
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from editor.desk.overview import ArticleLine, Overview, SectionLine
from editor.model.article_review import ArticleProgress, Phase
from editor.ui.outline.view import OutlineView
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme

ROUNDS, STEPS, SECTIONS = 7, 60, 20
FEW, MANY = 100, 10_500


def overview(articles: int) -> Overview:
    """Return sections of as many articles in all."""
    each = articles // SECTIONS
    return Overview(sections=tuple(section(number, each) for number in range(SECTIONS)), publishers=2)


def section(number: int, articles: int) -> SectionLine:
    """Return a section."""
    lines = (
        ArticleLine(
            uid=f"{number}-{place}",
            title=f"云州发布第{place}号数据登记办法并征求意见",
            standing=ArticleProgress("草稿", Phase.BEGUN),
            characters=900,
            folio=place + 1,
            pages=2,
            free_lines=5,
            fill=80,
        )
        for place in range(articles)
    )
    return SectionLine(uid=f"s{number}", name=f"第{number}栏", articles=tuple(lines))


def shown() -> OutlineView:
    """Return a view of the size it has in the window."""
    view = OutlineView()
    view.resize(312, 760)
    view.show()
    return view


def milliseconds(act) -> float:
    """Return what a call takes until its rows are painted."""
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - start)


def measured(articles: int) -> dict[str, float]:
    """Return ms by what was done."""
    seen = overview(articles)
    first = seen.sections[0]
    other = replace(first, articles=(replace(first.articles[0], title="改过的标题"), *first.articles[1:]))
    changed = replace(seen, sections=(other, *seen.sections[1:]))
    last = seen.sections[-1].articles[-1].uid
    found: dict[str, list[float]] = {
        "open": [],
        "one title changed": [],
        "choose the last": [],
        "longest scroll step": [],
    }
    for _ in range(ROUNDS):
        view = shown()
        QApplication.processEvents()
        found["open"].append(milliseconds(lambda view=view: view.show_overview(seen, {}, writable=True)))
        found["one title changed"].append(
            milliseconds(lambda view=view: view.show_overview(changed, {}, writable=True))
        )
        found["choose the last"].append(milliseconds(lambda view=view: view.choose(last)))
        view.expandAll()
        QApplication.processEvents()
        found["longest scroll step"].append(longest_step(view))
        view.close()
        view.deleteLater()
    return {name: statistics.median(times) for name, times in found.items()}


def longest_step(view: OutlineView) -> float:
    """Return the ms of the slowest step when scrolling over the whole list."""
    bar = view.verticalScrollBar()
    places = [round(bar.maximum() * step / STEPS) for step in range(STEPS + 1)]
    return max(milliseconds(lambda place=place: bar.setValue(place)) for place in places)


def main() -> None:
    """Print ms and ratios."""
    app = QApplication([])
    install_fonts()
    apply_theme(app, load_theme("light"))
    few, many = measured(FEW), measured(MANY)
    for name, cost in few.items():
        print(f"{name:20} {FEW} {cost:7.1f} ms   {MANY:,} {many[name]:7.1f} ms   {many[name] / cost:5.1f} times")


if __name__ == "__main__":
    main()
