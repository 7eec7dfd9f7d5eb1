"""Random issues for the benchmarks: plausible text from a seed, the same on every machine."""

import datetime as dt
import random

from editor.model.article import Article, Title
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Run, Table, text_of
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import PageStart, Profile
from editor.model.uid import derived_uid

HANZI = (
    "数据要素市场化配置改革发展建设服务管理平台企业资源共享开放安全技术应用创新"
    "产业经济社会治理能力体系标准登记授权运营评价"
)
LATIN = ("AI", "5G", "2025年", "36.5%", "1,200万元", "API", "GB/T 36344", "What", "PIPC", "3615.9", "12月27日")
MARKS = "，，，、；，"


def sentence(rng: random.Random) -> str:
    """Return a sentence of 20 to 70 characters."""
    parts = []
    for _ in range(rng.randint(2, 5)):
        part = "".join(rng.choice(HANZI) for _ in range(rng.randint(5, 16)))
        if rng.random() < 0.3:
            part += rng.choice(LATIN) + rng.choice(HANZI)
        if rng.random() < 0.15:
            part = f"《{part}》" if rng.random() < 0.5 else f"“{part}”（以下简称《办法》）"
        parts.append(part)
    return "".join(part + rng.choice(MARKS) for part in parts)[:-1] + "。"


def paragraph(rng: random.Random) -> Paragraph:
    """Return a paragraph of 60 to 400 characters, sometimes with a bold lead-in."""
    runs = [Run(text="一是" + sentence(rng)[:12] + "。", bold=True)] if rng.random() < 0.2 else []
    text = "".join(sentence(rng) for _ in range(rng.randint(1, 7)))
    return Paragraph(runs=(*runs, Run(text=text)))


def block(rng: random.Random) -> Block:
    """Return a block; nine in ten are paragraphs."""
    kind = rng.random()
    if kind < 0.04:
        return Heading(level=rng.randint(1, 3), runs=text_of("一、" + sentence(rng)[:10].rstrip("《“（")))
    if kind < 0.07:
        return ItemList(ordered=kind < 0.05, items=tuple(text_of(sentence(rng)) for _ in range(3)))
    if kind < 0.085:
        return Figure(caption="图1　示意", source="示例")
    if kind < 0.1:
        rows = tuple(
            tuple(text_of(sentence(rng)[: rng.randint(2, 14)]) for _ in range(3)) for _ in range(rng.randint(3, 9))
        )
        return Table(head=(text_of("事项"), text_of("单位"), text_of("说明")), rows=rows, caption="表1　示意")
    return paragraph(rng)


def article(rng: random.Random, number: int) -> Article:
    """Return an article of 2 to 9 blocks, mostly with a link; its last block is a paragraph or a figure."""
    title = "".join(rng.choice(HANZI) for _ in range(rng.randint(10, 32)))
    blocks = (*(block(rng) for _ in range(rng.randint(1, 8))), paragraph(rng))
    start = rng.choice((PageStart.PAGE, PageStart.RUN_ON))
    link = (
        f"https://example.org/{number}/{rng.getrandbits(rng.choice((40, 120, 300))):x}" if rng.random() < 0.93 else ""
    )
    return Article(title=Title(text=title), blocks=blocks, source="示例来源", link=link, page_start=start)


def random_issue(seed: int, *, articles: int = 15) -> Issue:
    """Return the issue of a seed."""
    rng = random.Random(seed)
    made = [article(rng, number) for number in range(articles)]
    cuts = sorted(rng.sample(range(1, articles), 3))
    groups = [made[a:b] for a, b in zip((0, *cuts), (*cuts, articles), strict=True)]
    sections = tuple(Section(name=name, articles=tuple(group)) for name, group in zip("甲乙丙丁", groups, strict=True))
    return Issue(
        publication=derived_uid("benchmark"),
        number=Number(year=2025, number=1, total=seed + 1),
        date=dt.date(2025, 1, 6),
        profile=Profile(masthead="基准"),
        sections=sections,
    )
