"""Rule sets, and a publication's own levels: which rules run, and how severe their findings are."""

from dataclasses import replace

import pytest

from editor.checks import run as running
from editor.checks.finding import Level
from editor.checks.registry import RULES
from editor.checks.rule_sets import active_rules, set_level
from editor.checks.rules.typos import BESIDE
from editor.desk.checking import check_issue, read_doubts, with_doubts
from editor.desk.printable_issue import PrintableIssue
from editor.interchange.codec import decode, encode
from editor.model.publication import Contact, Profile, Publication
from editor.model.rule_levels import RuleLevel, RuleSet, with_rule_level
from tests.checks.issues import PUBLICATION, article, issue

READ = tuple(rule.id for rule in BESIDE)
HALF = "云州市,数据局今天印发办法。"


def levels(one, publication, **others):
    printable = PrintableIssue(issue=one, publication=publication, pictures={})
    return {finding.rule: finding.level for finding in check_issue(printable, **others).findings}


def test_a_bulletin_is_checked_as_its_rules_are_declared():
    active = active_rules(RuleSet.BULLETIN, ())
    assert {rule.id for rule in RULES} - {
        rule.id for rule in (*active.articles, *active.issues, *active.sheets, *active.beside)
    } == {"publication.internal"}
    assert all(rule in RULES for rule in (*active.articles, *active.issues, *active.sheets))


@pytest.mark.parametrize("rule_set", RuleSet)
def test_a_set_says_something_about_rules_that_there_are(rule_set):
    assert {rule.id: set_level(rule, rule_set) for rule in RULES}


def test_a_rule_is_off_or_at_another_level_for_a_publication():
    one = issue(article(HALF))
    assert levels(one, PUBLICATION)["text.half-width"] is Level.WARNING
    off = replace(PUBLICATION, rule_levels=(("text.half-width", RuleLevel.OFF),))
    assert "text.half-width" not in levels(one, off)
    error = replace(PUBLICATION, rule_levels=(("text.half-width", RuleLevel.ERROR),))
    assert levels(one, error)["text.half-width"] is Level.ERROR


def test_a_changed_level_counts_for_articles_that_were_read_before():
    one = issue(article(HALF))
    before = check_issue(PrintableIssue(issue=one, publication=PUBLICATION, pictures={}))
    off = replace(PUBLICATION, rule_levels=(("text.half-width", RuleLevel.OFF),))
    assert "text.half-width" not in levels(one, off, before=before)


def test_an_official_paper_needs_no_link_and_is_strict_about_its_forms():
    one = issue(article("云州市印发《办法》（云府发〔2025〕03号），自2月1日起施行。", link=""))
    assert levels(one, PUBLICATION)["sources.no-link"] is Level.WARNING
    official = levels(one, replace(PUBLICATION, rule_set=RuleSet.OFFICIAL))
    assert "sources.no-link" not in official
    assert official["names.number-zero"] is Level.ERROR


def test_an_internal_publication_has_to_print_what_the_regulation_asks_for():
    one, internal = issue(article()), replace(PUBLICATION, rule_set=RuleSet.INTERNAL)
    printable = PrintableIssue(issue=one, publication=internal, pictures={})
    lacking = [finding for finding in check_issue(printable).findings if finding.rule == "publication.internal"]
    assert {finding.level for finding in lacking} == {Level.ERROR}
    assert [finding.message[7:] for finding in lacking] == [
        "“准印证编号”",
        "“内部资料，免费交流”",
        "“编印单位”",
        "“发送对象”",
        "“印刷单位”",
        "“印数”",
        "“印刷日期”",
    ]
    said = {"编印单位": "云州市数据局", "发送对象": "各县区", "印刷单位": "云州印刷厂", "印数": "300册"}
    contacts = tuple(Contact(label=name, value=value) for name, value in (said | {"印刷日期": "1月20日"}).items())
    profile = Profile(masthead="云州观察", strapline="准印证号：云新出2025第012号　内部资料，免费交流")
    assert "publication.internal" not in levels(replace(one, profile=profile, contacts=contacts), internal)


@pytest.mark.parametrize(
    "strapline",
    [
        "准印证号：云新出2025第012号　内部资料，免费交流",
        "内资准字第012号\n内部资料·免费交流",
        "内资准印第2025012号 内部资料（免费交流）",
        "云新出内资准字2025年第012号 内部资料\n免费交流",
    ],
)
def test_what_stands_on_the_cover_may_be_written_in_several_ways(strapline):
    one = replace(issue(article()), profile=Profile(masthead="云州观察", strapline=strapline))
    printable = PrintableIssue(issue=one, publication=replace(PUBLICATION, rule_set=RuleSet.INTERNAL), pictures={})
    lacking = [finding.subject for finding in check_issue(printable).findings if finding.rule == "publication.internal"]
    assert lacking == ["编印单位", "发送对象", "印刷单位", "印数", "印刷日期"]


def test_a_contact_without_a_value_prints_nothing():
    contacts = (Contact(label="印数"), Contact(label="印刷日期", value="二〇二五年一月二十日印"))
    one = replace(issue(article()), contacts=contacts)
    printable = PrintableIssue(issue=one, publication=replace(PUBLICATION, rule_set=RuleSet.INTERNAL), pictures={})
    lacking = {finding.subject for finding in check_issue(printable).findings if finding.rule == "publication.internal"}
    assert {"印数", "印刷单位"} <= lacking
    assert "印刷日期" not in lacking


def test_the_reader_of_typing_errors_is_switched_off_too():
    one = issue(article("有关部们应当按照职责分工做好工作。"))

    def doubtful(publication):
        printable = PrintableIssue(issue=one, publication=publication, pictures={})
        first = with_doubts(check_issue(printable), read_doubts(printable))
        found = check_issue(printable, before=first).findings
        return [finding.level for finding in found if finding.rule in READ]

    def at(level):
        return replace(PUBLICATION, rule_levels=tuple((rule, level) for rule in READ))

    assert len(doubtful(PUBLICATION)) == 1
    assert doubtful(at(RuleLevel.OFF)) == []
    assert doubtful(at(RuleLevel.INFO)) == [Level.INFO]


def test_a_level_of_a_rule_that_is_not_known_stays():
    """A newer program's rule: this one keeps the choice."""
    one = replace(PUBLICATION, rule_levels=(("text.of-tomorrow", RuleLevel.OFF),), rule_set=RuleSet.INTERNAL)
    assert decode(Publication, encode(one)) == one
    assert levels(issue(article()), one)
    assert with_rule_level(one.rule_levels, "a.rule", RuleLevel.INFO) == (
        ("a.rule", RuleLevel.INFO),
        ("text.of-tomorrow", RuleLevel.OFF),
    )
    assert with_rule_level(one.rule_levels, "text.of-tomorrow", None) == ()


def test_a_rule_that_raises_is_named_and_the_others_run_on(monkeypatch, caplog):
    def broken(_reading):
        raise KeyError("a bug")
        yield

    active = active_rules(RuleSet.BULLETIN, ())
    bad = replace(active.articles[0], id="text.broken-rule", check=broken)
    monkeypatch.setattr(running, "active_rules", lambda *_: replace(active, articles=(bad, *active.articles)))
    checked = check_issue(PrintableIssue(issue=issue(article(HALF)), publication=PUBLICATION, pictures={}))
    assert [rule.id for rule in checked.failed] == ["text.broken-rule"]
    assert "text.half-width" in {finding.rule for finding in checked.findings}
    assert "text.broken-rule" in caplog.text
