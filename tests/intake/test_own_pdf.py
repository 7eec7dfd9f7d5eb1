"""Our own PDF is read back as the issue that it was made of."""

from dataclasses import replace

import pytest

from editor.desk.printing import print_files
from editor.intake.pdf.own_issue import own_issue
from editor.intake.pdf.tagged_issue import read_tagged
from editor.interchange.sample import sample_issue
from editor.model.article import Article, title_of
from editor.model.body import (
    ANCHOR,
    CellSpan,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Run,
    Script,
    Table,
    plain,
    text_of,
)
from editor.model.credits import Credit, Name, NameKind
from editor.model.publication import Look
from editor.pages.contents import read_contents

LONG = "云州市数据治理工作按季度复盘，问题逐条销号。" * 12
RICH = Article(
    title=title_of("各种内容都有的", "一篇文章"),
    contents_title="各种内容",
    subtitle="副题在此",
    blocks=(
        Paragraph(
            runs=(
                *text_of("云州市统计"),
                Run(text=ANCHOR, footnote="见云州年鉴，第12页。"),
                *text_of("显示，CO"),
                Run(text="2", script=Script.SUB),
                *text_of("下降，面积10m"),
                Run(text="2", script=Script.SUPER),
                *text_of("，见"),
                Run(text="数据门户", link="https://example.org/data"),
                *text_of("，"),
                Run(text="一是统一口径。", bold=True),
                *text_of(LONG),
            )
        ),
        Heading(level=1, runs=text_of("一、一级标题")),
        Heading(level=2, runs=text_of("（一）二级标题")),
        Heading(level=3, runs=text_of("没有编号的三级标题")),
        Quote(runs=text_of("2026年的引文一段。")),
        ItemList(ordered=True, items=(text_of("第一条。"), text_of(LONG), text_of("第三条。"))),
        ItemList(items=(text_of("甲；"), text_of("乙；"), text_of("丙。"))),
        Table(
            head=(text_of("地区"), text_of("指标"), text_of("数值")),
            rows=(
                (text_of("云州"), text_of("甲"), text_of("1")),
                ((), text_of("乙"), text_of("2")),
                (text_of("合计"), (), text_of("3")),
            ),
            caption="表1　示例",
            note="注：数据为示例。",
            spans=(CellSpan(row=1, column=0, rows=2), CellSpan(row=3, column=0, columns=2)),
        ),
        Figure(caption="图1　还没有图片的图", source="云州市统计局"),
        *(Paragraph(runs=text_of(LONG)) for _ in range(6)),
        Paragraph(runs=text_of("最后一段。")),
    ),
    source="云州日报",
    link="https://example.org/" + "x" * 200,
    link_caption="扫描二维码可阅读或下载全文",
)


def issue_in(look):
    issue, _, pictures = sample_issue()
    section = issue.sections[0]
    recipients = Credit(
        role="报送", kind=NameKind.ORGANISATION, names=(Name(text="云州市办公室"), Name(text="澄江区办公室"))
    )
    rich = replace(
        issue,
        look=Look(name=look),
        credits=(*issue.credits, recipients),
        sections=(replace(section, articles=(RICH, *section.articles)), *issue.sections[1:]),
    )
    return rich, pictures


@pytest.fixture(scope="module", params=["house", "gongwen"])
def pair(request):
    """The issue that was printed, and what was read."""
    issue, pictures = issue_in(request.param)
    pdf = print_files(issue, pictures=pictures, word=False).pdf
    found = read_tagged(read_contents(pdf))
    return issue, own_issue(found)


def bare(block):
    """A block without identity and without what no page shows."""
    figure = {"picture": None, "original": None, "width": 1000} if isinstance(block, Figure) else {}
    return replace(block, uid="0" * 32, **figure)


def test_number_date_look_and_sections(pair):
    issue, read = pair
    assert (read.issue.number, read.issue.date, read.issue.look.name) == (issue.number, issue.date, issue.look.name)
    assert [one.name for one in read.issue.sections] == [one.name for one in issue.sections]


def test_titles_subtitles_sources_and_links(pair):
    issue, read = pair
    fields = [
        [(one.title.text, one.contents_line, one.subtitle, one.source, one.link, one.link_caption) for one in articles]
        for articles in (read.issue.articles(), issue.articles())
    ]
    assert fields[0] == fields[1]


def test_every_block_with_its_looks(pair):
    issue, read = pair
    for got, wanted in zip(read.issue.articles(), issue.articles(), strict=True):
        assert [bare(block) for block in got.blocks] == [bare(block) for block in wanted.blocks], wanted.title.text


def test_pictures_come_along(pair):
    issue, read = pair
    figures = [
        [bool(block.picture) for article in one.articles() for block in article.blocks if isinstance(block, Figure)]
        for one in (read.issue, issue)
    ]
    assert figures[0] == figures[1]
    assert all(data.startswith((b"\x89PNG", b"\xff\xd8")) for _, data in read.pictures)


def test_credits_contacts_and_publishers(pair):
    issue, read = pair
    rows = [[(one.role, one.kind, one.names) for one in found.credits] for found in (read.issue, issue)]
    assert rows[0] == rows[1]
    values = [[(one.value, one.kind, one.caption) for one in found.contacts] for found in (read.issue, issue)]
    assert values[0] == values[1]
    backs = [
        [(one.name, one.english_name, one.paragraphs) for one in found.profile.publishers]
        for found in (read.issue, issue)
    ]
    assert backs[0] == backs[1]


def test_texts_of_the_publication(pair):
    issue, read = pair
    for name in ("masthead", "slogan", "strapline", "contents_heading", "back_heading", "notice", "link_label"):
        assert getattr(read.issue.profile, name) == getattr(issue.profile, name), name


def test_what_a_pdf_does_not_say_is_listed(pair):
    _, read = pair
    assert any("封面图片" in line and "责任编辑" in line for line in read.report)


def test_the_same_bytes_give_the_same_issue():
    issue, pictures = issue_in("house")
    pdf = print_files(issue, pictures=pictures, word=False).pdf
    first, second = (own_issue(read_tagged(read_contents(pdf))) for _ in range(2))
    assert first.issue == second.issue
    assert plain(next(first.issue.articles()).blocks[0].runs)
