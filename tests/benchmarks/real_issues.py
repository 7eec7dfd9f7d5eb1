"""Issues made of real texts for the benchmarks: official documents cut into articles, with objects and links mixed in.

A file of texts is JSON lines with title and body_paragraphs. The same file and seed make the same issue.
"""

import datetime as dt
import io
import json
import random
import re
from pathlib import Path

from PIL import Image

from editor.intake.pictures import take_picture
from editor.model.article import Article, Title
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Run, Table, Text, text_of
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Look, PageStart, Profile
from editor.model.uid import derived_uid
from editor.text.sanitise import sanitise

_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[^。；]{2,40}$")
_LEAD_IN = re.compile(r"^((?:[一二三四五六七八九十]是|\d{1,2}[.．])[^。]{2,30}。)(.+)$", re.DOTALL)
_SHORT, _LONGEST_BODY = 2, 3000
_FIELDS = ("北京", "上海", "内蒙古自治区", "1,234.5", "36.5%", "2026年3月", "数据基础设施建设运营有限公司", "—", "98")


def read_texts(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Return (title, paragraphs) of every text."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    texts = ((sanitise(row["title"]), tuple(map(sanitise, row["body_paragraphs"]))) for row in rows)
    return [(title, tuple(filter(str.strip, body))) for title, body in texts if title.strip() and body]


def real_issue(
    texts: list[tuple[str, tuple[str, ...]]], seed: int, *, look: str, articles: int = 15
) -> tuple[Issue, dict[str, bytes]]:
    """Return an issue and its pictures by sha256."""
    rng = random.Random(seed)
    pictures: dict[str, bytes] = {}
    made = [_article(rng, texts, pictures) for _ in range(articles)]
    cuts = sorted(rng.sample(range(1, articles), 3))
    groups = [made[a:b] for a, b in zip((0, *cuts), (*cuts, articles), strict=True)]
    names = ("国策要论", "地方新政", "产业前沿", "观察")
    sections = tuple(Section(name=name, articles=tuple(group)) for name, group in zip(names, groups, strict=True))
    issue = Issue(
        publication=derived_uid("real texts"),
        number=Number(year=2026, number=1, total=seed + 1),
        date=dt.date(2026, 1, 5),
        profile=Profile(masthead="基准"),
        sections=sections,
        look=Look(name=look),
    )
    return issue, pictures


def _article(rng: random.Random, texts: list[tuple[str, tuple[str, ...]]], pictures: dict[str, bytes]) -> Article:
    title, body = rng.choice(texts)
    begin = rng.randrange(len(body))
    wanted, taken = rng.randint(200, _LONGEST_BODY), []
    for text in body[begin:]:
        taken.append(text)
        if sum(map(len, taken)) > wanted:
            break
    blocks: list[Block] = []
    for text in taken:
        blocks += [_block(rng, text), *_object(rng, pictures)]
    return Article(
        title=Title(text=title[:80]),
        subtitle="——" + title[:18] if rng.random() < 0.1 else "",
        blocks=tuple(blocks),
        source=rng.choice(("", "工业和信息化部", "国家数据局、国家发展改革委", "某省人民政府办公厅")),
        link=_link(rng),
        page_start=rng.choice((PageStart.PAGE, PageStart.RUN_ON, PageStart.RUN_ON)),
    )


def _block(rng: random.Random, text: str) -> Block:
    kind = rng.random()
    if _HEADING.match(text):
        return Heading(level=2 if text.startswith("（") else 1, runs=text_of(text))
    if kind < 0.03:
        return Quote(runs=text_of(text))
    if kind < 0.07:
        items = [part for part in re.split("[；。]", text) if part.strip()]
        return ItemList(ordered=kind < 0.05, items=tuple(text_of(item + "；") for item in items[:9]))
    return Paragraph(runs=_lead_in(text))


def _lead_in(text: str) -> Text:
    led = _LEAD_IN.match(text)
    return (Run(text=led[1], bold=True), Run(text=led[2])) if led else text_of(text)


def _object(rng: random.Random, pictures: dict[str, bytes]) -> list[Block]:
    kind = rng.random()
    if kind < 0.02:
        shape = (rng.randint(200, 900), rng.randint(120, 900))
        buffer = io.BytesIO()
        Image.new("RGB", shape, (200, 210, 230)).save(buffer, "PNG")
        picture, data = take_picture(buffer.getvalue(), name="示意.png")
        pictures[picture.sha256] = data
        return [Figure(picture=picture, caption="图 示意", source="统计年鉴" if kind < 0.01 else "", alt="示意")]
    if kind < 0.04:
        return [_table(rng)]
    return []


def _table(rng: random.Random) -> Table:
    columns, rows = rng.randint(2, 6), rng.randint(1, 24)
    cells = [tuple(text_of(rng.choice(_FIELDS)) for _ in range(columns)) for _ in range(rows)]
    head = tuple(text_of(f"项目{number}") for number in range(columns))
    caption, note = rng.choice(("", "表1　示意")), rng.choice(("", "注：示意。"))
    return Table(head=head, rows=tuple(cells), caption=caption, note=note)


def _link(rng: random.Random) -> str:
    kind, tail = rng.random(), f"{rng.getrandbits(600):x}"
    if kind < 0.2:
        return ""
    if kind < 0.4:
        return f"https://mp.weixin.qq.com/s?__biz=Mz{tail[:14]}==&mid={tail[:10]}&idx=1&sn={tail[:32]}&chksm={tail}&scene=21"
    if kind < 0.6:
        return f"https://www.example.gov.cn/art/2026/1/{tail[:2]}/art_{tail[2:9]}_{tail[9:14]}.html?from=%E7%AE%80%E6%8A%A5-{tail[:40]}"
    return f"https://www.example.gov.cn/zwgk/2026-01/{tail[:8]}.htm"
