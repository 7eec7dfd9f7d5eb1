"""What is too long to be set is named before anything is set."""

from dataclasses import replace

import pytest

from editor.document.issue_document import issue_document
from editor.document.lengths import issue_fault, publication_fault
from editor.interchange.sample import sample_issue
from editor.model.article import ArticleArchive, Title
from editor.model.body import ANCHOR, Figure, Heading, ItemList, Paragraph, Quote, Run, Table, text_of
from editor.model.credits import Credit, Name
from editor.model.dataclass import dataclass
from editor.model.errors import UserError
from editor.model.publication import Contact, Publisher, SectionRule
from tests.fakes import LOOK, article, issue_of

ISSUE, PUBLICATION, _ = sample_issue()


def titled(**fields):
    return issue_of(replace(article("云州发布数据登记办法"), **fields))


def holding(block):
    return issue_of(article("云州发布数据登记办法", block))


def profiled(**fields):
    return replace(ISSUE, profile=replace(ISSUE.profile, **fields))


def words(count):
    return text_of("长" * count)


TABLE = Table(head=(text_of("甲"),), rows=((text_of("一"),),))
CASES = {
    "标题": lambda n: titled(title=Title(text="长" * n)),
    "目录标题": lambda n: titled(contents_title="长" * n),
    "副题": lambda n: titled(subtitle="长" * n),
    "来源": lambda n: titled(source="长" * n),
    "责任编辑": lambda n: titled(archive=ArticleArchive(editor="长" * n)),
    "链接": lambda n: titled(link="https://example.org/" + "a" * n),
    "链接说明": lambda n: titled(link_caption="长" * n),
    "小标题": lambda n: holding(Heading(runs=words(n))),
    "段落": lambda n: holding(Paragraph(runs=words(n))),
    "列表的一项": lambda n: holding(ItemList(items=(words(1), words(n)))),
    "图题": lambda n: holding(Figure(caption="长" * n)),
    "图的来源": lambda n: holding(Figure(source="长" * n)),
    "图的替代文字": lambda n: holding(Figure(alt="长" * n)),
    "表题": lambda n: holding(replace(TABLE, caption="长" * n)),
    "表注": lambda n: holding(replace(TABLE, note="长" * n)),
    "脚注": lambda n: holding(Paragraph(runs=(Run(text=ANCHOR, footnote="长" * n),))),
    "表格的一格": lambda n: holding(Table(head=(words(1),), rows=((words(n),),))),
    "头条标题": lambda n: replace(ISSUE, headline=Title(text="长" * n)),
    "专刊主题": lambda n: replace(ISSUE, number=replace(ISSUE.number, subject="长" * n)),
    "栏目名": lambda n: issue_of(article(), section="长" * n),
    "刊名": lambda n: profiled(masthead="长" * n),
    "口号": lambda n: profiled(slogan="长" * n),
    "刊头语": lambda n: profiled(strapline="长" * n),
    "要目标题": lambda n: profiled(contents_heading="长" * n),
    "封底标题": lambda n: profiled(back_heading="长" * n),
    "声明的名称": lambda n: profiled(notice_label="长" * n),
    "声明": lambda n: profiled(notice="长" * n),
    "链接前的字": lambda n: profiled(link_label="长" * n),
    "来源前的字": lambda n: profiled(source_label="长" * n),
    "封底单位的名称": lambda n: profiled(publishers=(Publisher(name="长" * n),)),
    "封底单位的英文名": lambda n: profiled(publishers=(Publisher(name="甲", english_name="a" * n),)),
    "封底单位的简介": lambda n: profiled(publishers=(Publisher(name="甲", paragraphs=("长" * n,)),)),
    "编委会的角色": lambda n: replace(ISSUE, credits=(Credit(role="长" * n),)),
    "编委会的姓名": lambda n: replace(ISSUE, credits=(Credit(role="主编", names=(Name(text="长" * n),)),)),
    "联系方式的名称": lambda n: replace(ISSUE, contacts=(Contact(label="长" * n),)),
    "联系方式": lambda n: replace(ISSUE, contacts=(Contact(label="电话", value="0" * n),)),
    "联系方式的说明": lambda n: replace(ISSUE, contacts=(Contact(label="电话", caption="长" * n),)),
}

MOST = {
    **dict.fromkeys(("声明的名称", "链接前的字", "来源前的字", "编委会的角色", "联系方式的名称"), 60),
    **dict.fromkeys(("责任编辑", "专刊主题", "栏目名", "刊名", "要目标题", "封底标题", "编委会的姓名"), 200),
    **dict.fromkeys(
        ("标题", "目录标题", "副题", "来源", "链接说明", "小标题", "图题", "图的来源", "图的替代文字"), 500
    ),
    **dict.fromkeys(("表题", "头条标题", "口号", "刊头语", "封底单位的名称", "封底单位的英文名"), 500),
    **dict.fromkeys(("联系方式", "联系方式的说明"), 500),
    **dict.fromkeys(("链接", "表注", "脚注", "表格的一格", "声明", "封底单位的简介"), 10_000),
    **dict.fromkeys(("段落", "列表的一项"), 100_000),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WithHours(Contact):
    """A contact as it would be with one more field."""

    hours: str = ""


@pytest.mark.parametrize("field", CASES)
def test_one_more_character_than_the_most_is_too_many(field):
    made, most = CASES[field], MOST[field] - (len("https://example.org/") if field == "链接" else 0)
    assert issue_fault(made(most)) == ""
    assert issue_fault(made(most + 1)).endswith(f"…”有 {MOST[field] + 1} 个字，超过 {MOST[field]} 个。")


def test_a_field_that_nobody_listed_is_limited_as_a_line():
    assert issue_fault(replace(ISSUE, contacts=(WithHours(label="电话", hours="长" * 500),))) == ""
    assert "文字“长" in issue_fault(replace(ISSUE, contacts=(WithHours(label="电话", hours="长" * 501),)))


@pytest.mark.parametrize("field", CASES)
def test_the_field_that_is_too_long_is_named(field):
    made = CASES[field](100_001)
    assert f"{field}“" in issue_fault(made)
    with pytest.raises(UserError, match=f"{field}.*内容都还在"):
        issue_document(made, title_width=LOOK.title_width)


@pytest.mark.parametrize("field", CASES)
def test_what_an_issue_really_has_is_short_enough(field):
    assert issue_fault(CASES[field](40)) == ""


def test_a_table_of_very_many_columns_is_named():
    assert "101 列" in issue_fault(holding(Table(head=(text_of("甲"),) * 101)))


def test_a_quotation_and_a_publication_are_looked_at_as_well():
    assert "段落" in issue_fault(holding(Quote(runs=words(100_001))))
    assert "栏目名" in publication_fault(replace(PUBLICATION, sections=(SectionRule(name="长" * 201),)))
    assert publication_fault(PUBLICATION) == ""
