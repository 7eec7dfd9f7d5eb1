"""Processor time of a paste against the bare text of the same page by lxml: python -m tests.benchmarks.bench_paste"""

import statistics
import time
from collections.abc import Callable

from lxml import html as lxml_html

from editor.intake.html import blocks_from_html
from editor.intake.plain_text import blocks_from_text

SENTENCE = "数据登记的要义在于让同一份数据说得清来历、算得清次数、分得清责任。"
SPAN = "<span style=\"font-size: 16px; color: rgb(51, 51, 51); font-family: 'PingFang SC'; letter-spacing: 1px\">"


def web(number: int) -> str:
    """Return a paragraph as WeChat's editor nests it."""
    inner = f"<section style='text-indent: 2em; line-height: 1.75em'><section>{SPAN}{SENTENCE}</span>"
    return f"{inner}{SPAN}<strong>一是第{number}项。</strong></span>{SPAN}{SENTENCE}</span></section></section>\n"


def plain_page(number: int) -> str:
    """Return a paragraph of a plain page."""
    return f"<p>{SENTENCE * 3}<b>第{number}项</b></p>\n"


def table_row(number: int) -> str:
    """Return a row as Excel copies it."""
    return "<tr>" + f"<td class=xl65 style='border-top:none'>{number}</td>" * 8 + "</tr>"


PAGES = {
    "2,000 paragraphs of WeChat": "".join(map(web, range(2000))),
    "500 kB of plain page": "".join(map(plain_page, range(1450))),
    "table of 500 rows": f"<table>{''.join(map(table_row, range(500)))}</table>",
    "a usual article": "".join(map(web, range(20))),
}


def median_ms(call: Callable[[], object]) -> float:
    """Return the median ms of the processor over eleven calls after one."""
    call()
    times = []
    for _ in range(11):
        start = time.process_time()
        call()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print the ms of every page and how many times that of lxml's text_content."""
    for name, page in PAGES.items():
        ours = median_ms(lambda page=page: blocks_from_html(page))
        bare = median_ms(lambda page=page: lxml_html.fromstring(page).text_content())
        blocks = len(blocks_from_html(page).blocks)
        size = len(page.encode()) / 1000
        print(
            f"{name}: {size:.0f} kB, {blocks} blocks: {ours:.1f} ms; lxml text {bare:.1f} ms; {ours / bare:.1f} times"
        )
    text = "\n".join([SENTENCE * 3] * 1600)
    print(f"plain text, {len(text.encode()) / 1000:.0f} kB: {median_ms(lambda: blocks_from_text(text)):.1f} ms")


if __name__ == "__main__":
    main()
