import datetime as dt
from dataclasses import replace

import pytest

from editor.checks.waivers import WaiverScope, waive
from editor.desk.checking import add_lasting, add_waiver, check_issue, drop_lasting, drop_waiver
from editor.desk.printable_issue import PrintableIssue
from editor.interchange.codec import decode, encode_sound
from editor.model.errors import UserError
from editor.model.publication import Publication
from editor.model.waiver import Waiver
from tests.checks.issues import CLEAN, PUBLICATION, article, check, issue

AT = dt.datetime(2025, 1, 19, 8, tzinfo=dt.UTC)
WRONG = "数据的的登记。"


def waiver(finding, scope=WaiverScope.ONCE, **fields):
    return waive(finding, at=AT, scope=scope, **({"reason": "原文如此", "name": "陆岚"} | fields))


def test_a_waived_finding_stands_aside_until_its_sentence_changes():
    one = issue(article(CLEAN + WRONG))
    (finding,) = check(one).findings
    waived = add_waiver(one, waiver(finding))
    checked = check(waived)
    assert checked.findings == ()
    assert [(w.finding.rule, w.waiver.reason, w.waiver.name) for w in checked.waived] == [
        ("text.de", "原文如此", "陆岚")
    ]
    around = replace(issue(article(CLEAN + "另有一句。" + WRONG)), archive=waived.archive)
    around = replace(around, sections=(replace(around.sections[0], articles=(_same_block(one, around),)),))
    assert check(around).findings == ()
    within = replace(issue(article(CLEAN + "数据的的确权。")), archive=waived.archive)
    assert check(within).findings == ()
    other = replace(issue(article(CLEAN + "数据的的流通。")), archive=waived.archive)
    assert [found.rule for found in check(other).findings] == ["text.de"]
    assert check(drop_waiver(waived, waived.archive.waivers[0])).findings == (finding,)


def test_a_waiver_for_the_issue_holds_for_the_same_words_elsewhere():
    pair = (article(CLEAN + WRONG), article(CLEAN + "数据的的流通。", title="又一篇", link="https://example.org/b"))
    one = issue(*pair)
    first, _ = check(one).findings
    assert len(check(add_waiver(one, waiver(first))).findings) == 1
    assert check(add_waiver(one, waiver(first, WaiverScope.ISSUE))).findings == ()


def test_reason_and_name_are_asked_for():
    one = issue(article(CLEAN + WRONG))
    (finding,) = check(one).findings
    with pytest.raises(UserError, match="理由"):
        add_waiver(one, waiver(finding, reason=" "))
    with pytest.raises(UserError, match="姓名"):
        add_waiver(one, waiver(finding, name=""))


def test_a_waivers_key_and_instant_are_exact():
    with pytest.raises(ValueError, match="sha256"):
        Waiver(rule="text.de", key="", reason="", name="", at=AT)
    with pytest.raises(ValueError, match="UTC"):
        Waiver(rule="text.de", key="0" * 64, reason="", name="", at=AT.astimezone(dt.timezone(dt.timedelta(hours=8))))


def _same_block(one, other):
    (old,), (new,) = one.articles(), other.articles()
    return replace(new, blocks=(replace(new.blocks[0], uid=old.blocks[0].uid),))


def test_a_waiver_for_ever_holds_in_every_issue_of_the_publication_and_changes_none():
    first, later = issue(article(CLEAN + WRONG)), issue(article(CLEAN + "数据的的流通。", title="下一期的一篇"))
    (finding,) = check(first).findings
    publication = add_lasting(PUBLICATION, waiver(finding, WaiverScope.PUBLICATION))
    assert [one.words for one in publication.waivers] == ["的的"]
    for one in (first, later):
        checked = check_issue(PrintableIssue(issue=one, publication=publication, pictures={}))
        assert checked.findings == ()
        assert [(held.lasting, held.waiver.reason) for held in checked.waived] == [(True, "原文如此")]
    assert drop_lasting(publication, publication.waivers[0]) == PUBLICATION


@pytest.mark.parametrize("fields", [{"link": ""}, {"words": "登记完成。。"}])
def test_what_says_no_words_is_not_waived_for_ever(fields):
    (finding,) = check(issue(article(CLEAN + fields.pop("words", ""), **fields))).findings
    with pytest.raises(UserError, match="长期"):
        add_lasting(PUBLICATION, waiver(finding, WaiverScope.PUBLICATION))


def test_the_issues_own_waiver_comes_before_the_publications():
    one = issue(article(CLEAN + WRONG))
    (finding,) = check(one).findings
    publication = add_lasting(PUBLICATION, waiver(finding, WaiverScope.PUBLICATION))
    one = add_waiver(one, waiver(finding, WaiverScope.ISSUE, reason="本期"))
    (held,) = check_issue(PrintableIssue(issue=one, publication=publication, pictures={})).waived
    assert (held.lasting, held.waiver.reason) == (False, "本期")


def test_a_publication_without_waivers_keeps_its_bytes_and_one_with_comes_back():
    assert b"waivers" not in encode_sound(PUBLICATION)
    (finding,) = check(issue(article(CLEAN + WRONG))).findings
    publication = add_lasting(PUBLICATION, waiver(finding, WaiverScope.PUBLICATION))
    assert decode(Publication, encode_sound(publication)) == publication
