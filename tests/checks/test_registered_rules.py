"""What the office's registers say of an issue."""

from pathlib import Path

import pytest

from editor.desk.checking import apply_fixes, check_issue
from editor.desk.printable_issue import PrintableIssue
from editor.intake.past_issue import read_past_issue
from editor.model import register_edits as edits
from editor.model.body import Figure
from editor.model.credits import Credit, Name, NameKind
from editor.model.registers import Person, Registers, Term, Vocabulary
from tests.checks.issues import CLEAN, PUBLICATION, article, issue

SAMPLE = Path(__file__).parent.parent.parent.parent / "shared" / "sample" / "issue-213.txt"
RULES = {"sources.alias", "sources.own-host", "names.nickname", "names.organisation", "names.undefined"}


def registers(**terms):
    made = Registers()
    for vocabulary, added in terms.items():
        for term in added:
            made = edits.put_term(made, Vocabulary(vocabulary), term)
    return made


SOURCES = registers(sources=[Term(name="云州市数据局", aliases=("市数据局",), hosts=("example.org", "yz.gov.cn"))])


def found(one, known):
    opened = PrintableIssue(issue=one, publication=PUBLICATION, pictures={}, registers=known)
    return [finding for finding in check_issue(opened).findings if finding.rule in RULES]


def said(one, known):
    return [(finding.rule, finding.message) for finding in found(one, known)]


def test_a_source_written_by_its_alias_gets_its_name():
    one = issue(article(source=" 市数据局"))
    (finding,) = found(one, SOURCES)
    assert (finding.rule, finding.message) == ("sources.alias", "来源写了别名，名录里是“云州市数据局”")
    assert next(apply_fixes(one, [finding]).articles()).source == "云州市数据局"
    assert said(issue(article(source="云州市数据局")), SOURCES) == []
    assert said(one, Registers()) == []


def test_the_source_of_a_figure_is_looked_at_too():
    one = issue(article())
    (first,) = one.articles()
    figure = Figure(caption="登记数量", source="市数据局")
    one = issue(type(first)(title=first.title, source=first.source, link=first.link, blocks=(*first.blocks, figure)))
    (finding,) = found(one, SOURCES)
    assert finding.rule == "sources.alias"
    fixed = next(apply_fixes(one, [finding]).articles()).blocks[-1]
    assert (fixed.caption, fixed.source) == ("登记数量", "云州市数据局")


@pytest.mark.parametrize(
    ("link", "wrong"),
    [
        ("https://example.org/a", False),
        ("https://www.example.org/a", False),
        ("http://sjj.yz.gov.cn/a", False),
        ("https://mp.weixin.qq.com/s/abc", False),
        ("", False),
        ("https://notexample.org/a", True),
        ("https://news.example.com/a", True),
    ],
)
def test_a_link_belongs_on_a_host_of_its_source(link, wrong):
    assert [rule for rule, _ in said(issue(article(link=link)), SOURCES)] == ["sources.own-host"] * wrong


def test_a_source_without_hosts_says_nothing_of_links():
    known = registers(sources=[Term(name="云州市数据局")])
    assert said(issue(article(link="https://news.example.com/a")), known) == []


def test_a_short_name_that_nobody_explains_is_told_once():
    text = "要落实“数据九条”，“数据九条”已公布。"
    assert said(issue(article(CLEAN, text)), Registers()) == [
        ("names.nickname", "“数据九条”没有交代全称，名录里也没有这个简称")
    ]
    known = registers(documents=[Term(name="关于数据登记的意见", aliases=("数据九条",))])
    assert said(issue(article(CLEAN, text)), known) == []
    explained = "云州印发意见（简称“数据九条”），要落实“数据九条”。"
    assert said(issue(article(CLEAN, explained)), Registers()) == []


def test_a_registered_short_name_needs_the_full_name_only():
    text = "2025年1月3日，《云州市数据流通方案》印发。《方案》分三部分。"
    one = issue(article(text, title="云州市印发《云州市数据流通方案》"))
    assert [rule for rule, _ in said(one, Registers())] == ["names.undefined"]
    known = registers(documents=[Term(name="云州市数据流通方案", aliases=("方案",))])
    assert said(one, known) == []


def test_titles_call_an_organisation_by_one_name():
    known = registers(bodies=[Term(name="国家数据局", aliases=("数据局",))])
    one = issue(article(title="国家数据局印发《云州市数据登记办法》"), article(title="数据局就登记答问"))
    assert said(one, known) == [("names.organisation", "前面的标题写“国家数据局”，这里写“数据局”")]
    (finding,) = found(one, known)
    assert [made.title.text for made in apply_fixes(one, [finding]).articles()][1] == "国家数据局就登记答问"
    other = issue(article(title="国家数据局印发《云州市数据登记办法》"), article(title="贵州数据局就登记答问"))
    assert said(other, known) == []


def test_credits_call_an_organisation_by_one_name():
    body = Person(name="云州市数据局", kind=NameKind.ORGANISATION, aliases=("市数据局",))
    roles = tuple(
        Credit(role=role, kind=NameKind.ORGANISATION, names=(Name(text=name),))
        for role, name in (("指导单位", "云州市数据局"), ("主编", "市数据局"))
    )
    known = edits.put_person(Registers(), body)
    assert said(issue(article(), credits=roles), known) == [
        ("names.organisation", "“主编”写“市数据局”，前面写“云州市数据局”")
    ]


@pytest.mark.skipif(not SAMPLE.exists(), reason="the client's sample is not beside this checkout")
def test_the_clients_issue_gets_no_untrue_finding():
    reading = read_past_issue(SAMPLE.read_bytes(), name=SAMPLE.name)
    one = reading.issue
    known = Registers()
    for source in dict.fromkeys(made.source for made in one.articles()):
        known = edits.put_term(known, Vocabulary.SOURCES, Term(name=source))
    assert {rule for rule, _ in said(one, known)} == {"names.undefined"}
    source = next(term for term in known.sources if term.name.endswith("信息通信研究院"))
    named = Term(name=source.name, aliases=("中国信通院",), hosts=("caict.ac.cn",), uid=source.uid)
    # the figure that brief and register both speak of, and nothing else
    known = edits.put_term(known, Vocabulary.SOURCES, named)
    assert [rule for rule, _ in said(one, known) if rule != "names.undefined"] == ["sources.alias"]
