#!/usr/bin/env python3
"""build_sample.py: makes resources/sample/issue.json and its pictures from past-issue.txt and the charts.

The text goes through the program's own reader; what a plain text cannot hold (pictures, page starts, a quotation, links
in the text) is added here.
"""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from draw_sample_figures import berthings, data_space  # noqa: E402
from draw_sample_marks import rings, steps, subscription_code  # noqa: E402

from editor.intake.past_issue import read_past_issue  # noqa: E402
from editor.intake.pictures import take_picture  # noqa: E402
from editor.interchange.issue_file import write_issue  # noqa: E402
from editor.model.article import Article  # noqa: E402
from editor.model.body import (  # noqa: E402
    Block,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Run,
    Script,
    Table,
    text_of,
)
from editor.model.issue import Issue  # noqa: E402
from editor.model.picture import Picture  # noqa: E402
from editor.model.publication import PageStart, Publication  # noqa: E402
from editor.model.uid import derived_uid  # noqa: E402

Front = TypeVar("Front", Issue, Publication)
SAMPLE = ROOT / "resources" / "sample"


def main() -> None:
    """Write the sample."""
    reading = read_past_issue((SAMPLE / "past-issue.txt").read_bytes(), name="past-issue.txt")
    if reading.unplaced:
        sys.exit(f"lines of the sample found no place: {reading.unplaced}")
    taken = [
        take_picture(data, name="sample") for data in (berthings(), data_space(), steps(), rings(), subscription_code())
    ]
    pictures = [picture for picture, _ in taken]
    issue = enriched(with_marks(reading.issue, pictures[2:]), pictures[:2])
    publication = with_marks(reading.publication, pictures[2:])
    (SAMPLE / "issue.json").write_bytes(write_issue(issue, publication))
    folder = SAMPLE / "pictures"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for picture, data in taken:
        (folder / f"{picture.sha256}.png").write_bytes(data)


def with_marks(owner: Front, marks: list[Picture]) -> Front:
    """Return an issue or a publication with its publishers' marks and the code to subscribe."""
    *logos, code = marks
    publishers = tuple(
        replace(publisher, logo=logo) for publisher, logo in zip(owner.profile.publishers, logos, strict=True)
    )
    contacts = tuple(one if one.value else replace(one, picture=code) for one in owner.contacts)
    return replace(owner, profile=replace(owner.profile, publishers=publishers), contacts=contacts)


def enriched(issue: Issue, charts: list[Picture]) -> Issue:
    """Return the issue with pictures, page starts and the kinds of blocks that a plain text cannot hold."""
    policy, local, industry, news = issue.sections
    ledger, agencies, guide = policy.articles
    parlour, wharves, items = local.articles
    space, cold, skills = industry.articles
    policy = replace(policy, articles=(paged(ledger), paged(agencies), with_list(paged(guide))))
    wharves = with_chart(wharves, charts[0], "图1　望海县无证靠泊月度起数（示例数据）", BERTHINGS_ALT)
    local = replace(local, articles=(with_quote(parlour), wharves, with_caption(paged(items))))
    space = with_chart(space, charts[1], "图2　工业数据空间接入与日均交换（示例数据）", SPACE_ALT)
    industry = replace(
        industry, articles=(replace(space, subtitle="装备、纺织、食品三个行业的回访"), with_script(cold), skills)
    )
    last = replace(news.articles[0], contents_title="第六届澄江数据周4月20日开幕")
    return replace(issue, sections=(policy, local, industry, replace(news, articles=(with_link(last),))))


BERTHINGS_ALT = "柱状图：无证靠泊由上年3月的64起逐月下降到今年2月的6起"
SPACE_ALT = "柱线图：接入企业由48家增至105家，日均交换由1.8千笔升至17.0千笔"


def paged(article: Article) -> Article:
    """Return the article on a page of its own."""
    return replace(article, page_start=PageStart.PAGE)


def with_list(article: Article) -> Article:
    """Name the list by a heading, above the sentence that leads to it."""
    at = next(place for place, block in enumerate(article.blocks) if isinstance(block, ItemList) and block.ordered)
    level = Heading(level=3, runs=text_of("三种常见误区"), uid=derived_uid(article.uid, "heading"))
    return replace(article, blocks=(*article.blocks[: at - 1], level, *article.blocks[at - 1 :]))


def with_quote(article: Article) -> Article:
    """Set a sentence off as a quotation."""
    words = "数据不是要来的，是用出来的；用得多了，账自然就对了。"
    quote = Quote(runs=text_of(words), uid=derived_uid(article.uid, "quote"))
    return replace(article, blocks=(*article.blocks[:3], quote, *article.blocks[3:]))


def with_chart(article: Article, picture: Picture, caption: str, alt: str) -> Article:
    """Put a chart into the figure whose picture is missing."""

    def filled(block: Block) -> Block:
        return replace(block, picture=picture, caption=caption, alt=alt) if isinstance(block, Figure) else block

    return replace(article, blocks=tuple(map(filled, article.blocks)))


def with_caption(article: Article) -> Article:
    """Note below the table where its figures come from."""
    note = "注：年省工时由各牵头单位测算，以2025年实际办件量为基数。"
    blocks = (replace(block, note=note) if isinstance(block, Table) else block for block in article.blocks)
    return replace(article, blocks=tuple(blocks))


def with_script(article: Article) -> Article:
    """Add a sentence with raised and lowered characters."""
    runs = (
        Run(text="存证平台同时记录车厢内的二氧化碳（CO"),
        Run(text="2", script=Script.SUB),
        Run(text="）浓度和每立方米（m"),
        Run(text="3", script=Script.SUPER),
        Run(text="）货物的能耗，供承运双方核对。"),
    )
    block = Paragraph(runs=runs, uid=derived_uid(article.uid, "units"))
    return replace(article, blocks=(*article.blocks[:2], block, *article.blocks[2:]))


def with_link(article: Article) -> Article:
    """Add a sentence with an address in the text and an emphasised name."""
    runs = (
        Run(text="报名与预约请访问"),
        Run(text="活动页面", link="https://example.org/dataweek"),
        Run(text="，征集问题的专栏名为"),
        Run(text="有话直说", italic=True),
        Run(text="，3月31日截止。"),
    )
    block = Paragraph(runs=runs, uid=derived_uid(article.uid, "link"))
    return replace(article, blocks=(*article.blocks[:-1], block, article.blocks[-1]))


if __name__ == "__main__":
    main()
