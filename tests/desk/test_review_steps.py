"""Three people take an issue through the review; what each may do, and what is signed."""

import datetime as dt
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.exporting import Targets, export_issue
from editor.desk.looks import choose_look
from editor.desk.ports import Arrival
from editor.desk.printable_issue import PrintableIssue, printable_issue
from editor.desk.reading.marks import is_same
from editor.desk.review.approving import approve
from editor.desk.review.changes import printed_changes
from editor.desk.review.enrolling import set_rules
from editor.desk.review.obstacles import ObstacleKind, obstacles
from editor.desk.review.office import Office
from editor.desk.review.readings import changes_since, readings
from editor.desk.review.released import released_files
from editor.desk.review.steps import By, abandon, correct, offers, publish, return_issue, submit
from editor.desk.review.verifying import verify_issue
from editor.document.print_options import PrintOptions
from editor.interchange.statements import digest, read_approval
from editor.model.approval import LogAction, LogEvent
from editor.model.article import Title
from editor.model.body import Figure, Paragraph, text_of
from editor.model.edits import put_article, put_issue
from editor.model.errors import UserError
from editor.model.issue_state import IssueState
from editor.model.picture import Picture
from editor.model.publication import Look, Profile, Publication
from editor.model.review import Member, Role, Step
from editor.model.tracking import tracked
from editor.model.workspace import Workspace
from editor.pages.reading import page_count
from editor.pages.seen import rasteriser_name, seen_picture
from tests.checks.issues import check
from tests.fakes import article, issue_of, prose
from tests.review_desk import AT, CHIEF, EDITOR, HOUR, SECOND, STAFF, FakeTrust, key_of, sha256

ISSUE = issue_of(article(), article("海州公布数据目录"))
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)


def before(step, issue, checked):
    return obstacles(step, PrintableIssue(issue=issue, publication=ONE, pictures={}), checked, None)


def by(name, hours=0):
    return By(name=name, at=AT + hours * HOUR)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.take_in(Arrival(issue=ISSUE, publication=ONE))
        for name, role in ((CHIEF, Role.CHIEF), (SECOND, Role.CHIEF), (STAFF, Role.STAFF)):
            event = LogEvent(action=LogAction.MEMBER, name=CHIEF, at=AT - HOUR)
            opened.review.save_member(Member(name=name, role=role), event)
        yield opened


@pytest.fixture
def office(library):
    return at_desk(library)


def at_desk(library):
    return Office(library=library, trust=FakeTrust(key_of(CHIEF), key_of(SECOND)))


@pytest.fixture
def approved(office):
    submit(office.library, ISSUE.uid, by(EDITOR))
    return approve(office, ISSUE.uid, key_of(CHIEF), AT + HOUR)


def edit(library, author=EDITOR, **fields):
    space = library.workspace(ISSUE.uid)
    changed = replace(next(space.issue.articles()), **fields)
    library.save_workspace(space, put_article(space, changed), author=author)


def state(library):
    return library.issue(ISSUE.uid).archive.state


def test_an_approval_keeps_how_its_pages_look(library, approved):
    seen = library.review.seen_pages(digest(approved.signed.statement))
    assert seen.rasteriser == rasteriser_name()
    pages = [seen_picture(page) for page in seen.pages]
    assert len(pages) == page_count(library.review.released(approved.approval.pdf))
    assert all(page.height > page.width > 700 for page in pages)


def test_what_a_chief_sends_back_or_signs_has_been_read(library, office):
    submit(library, ISSUE.uid, by(EDITOR))
    return_issue(library, ISSUE.uid, by(EDITOR), note="撤回再看")
    assert library.readings.last(ISSUE.uid) is None
    submit(library, ISSUE.uid, by(EDITOR))
    return_issue(library, ISSUE.uid, by(CHIEF), note="来源写全称")
    read = library.readings.last(ISSUE.uid)
    assert (read.reader, is_same(read, library.issue(ISSUE.uid))) == (CHIEF, True)
    edit(library, source="改过")
    assert not is_same(library.readings.last(ISSUE.uid), library.issue(ISSUE.uid))
    submit(library, ISSUE.uid, by(EDITOR))
    approve(office, ISSUE.uid, key_of(CHIEF), AT + HOUR)
    assert is_same(library.readings.last(ISSUE.uid), library.issue(ISSUE.uid))


# who may do what


def test_each_is_offered_what_they_may_do(library):
    assert [(one.step, one.refused) for one in offers(library, library.issue(ISSUE.uid), EDITOR)] == [(Step.SUBMIT, "")]
    submit(library, ISSUE.uid, by(EDITOR))
    told = {name: offers(library, library.issue(ISSUE.uid), name) for name in (EDITOR, CHIEF, STAFF)}
    assert {name: [one.step for one in told[name] if not one.refused] for name in told} == {
        EDITOR: [Step.RETURN],
        CHIEF: [Step.APPROVE, Step.RETURN],
        STAFF: [],
    }
    assert told[EDITOR][0].refused == f"{EDITOR}是编辑，不能签发。请由有权的人来做。"


def test_staff_hands_out_and_does_no_more(library, office):
    with pytest.raises(UserError, match=f"{STAFF}是发行，不能送审"):
        submit(library, ISSUE.uid, by(STAFF))
    submit(library, ISSUE.uid, by(EDITOR))
    approve(office, ISSUE.uid, key_of(CHIEF), AT + HOUR)
    publish(office, ISSUE.uid, by(STAFF, 2))
    assert state(library) is IssueState.PUBLISHED


def test_a_step_that_does_not_lead_on_is_said(office):
    with pytest.raises(UserError, match="现在是“编辑中”，不能印发"):
        publish(office, ISSUE.uid, by(STAFF))
    with pytest.raises(UserError, match="请先送审"):
        approve(office, ISSUE.uid, key_of(CHIEF), AT)


@pytest.mark.parametrize("words", ["", "  "])
def test_returning_and_correcting_want_words(library, office, words):
    submit(library, ISSUE.uid, by(EDITOR))
    with pytest.raises(UserError, match="写一句意见"):
        return_issue(library, ISSUE.uid, by(CHIEF), note=words)
    approve(office, ISSUE.uid, key_of(CHIEF), AT + HOUR)
    publish(office, ISSUE.uid, by(STAFF, 2))
    with pytest.raises(UserError, match="写一句原因"):
        correct(library, ISSUE.uid, by(EDITOR, 3), reason=words)


def test_an_approved_issue_is_returned_by_the_chief_alone(library, approved):
    assert approved.approval.name == CHIEF
    with pytest.raises(UserError, match="只有总编辑"):
        return_issue(library, ISSUE.uid, by(EDITOR, 2), note="想再改")
    return_issue(library, ISSUE.uid, by(CHIEF, 2), note="日期再核")
    assert state(library) is IssueState.RETURNED
    assert library.review.log(ISSUE.uid)[-1].event.detail == "日期再核"


def test_a_change_dated_years_ahead_does_not_keep_its_author_from_approving_for_good(library, office, monkeypatch):
    set_rules(office, replace(ONE, second_pair=True), by(CHIEF))
    with monkeypatch.context() as clock:
        clock.setattr("db.clock.utc_now", lambda: dt.datetime.now(tz=dt.UTC) + dt.timedelta(days=3650))
        edit(library, author=CHIEF, source="新华社")
    submit(library, ISSUE.uid, by(EDITOR))
    with pytest.raises(UserError, match="要求两人把关"):
        approve(office, ISSUE.uid, key_of(CHIEF), AT + HOUR)
    return_issue(library, ISSUE.uid, by(EDITOR, 2), note="再改")
    edit(library, author=EDITOR, source="云州日报")
    submit(library, ISSUE.uid, by(EDITOR, 3))
    assert approve(office, ISSUE.uid, key_of(CHIEF), AT + 4 * HOUR).approval.name == CHIEF


def test_a_publication_says_who_may_approve(library, office):
    set_rules(office, replace(ONE, approvers=(SECOND,)), by(CHIEF))
    submit(library, ISSUE.uid, by(EDITOR))
    with pytest.raises(UserError, match=f"由{SECOND}签发，{CHIEF}不能签发"):
        approve(office, ISSUE.uid, key_of(CHIEF), AT + HOUR)
    assert approve(office, ISSUE.uid, key_of(SECOND), AT + HOUR).approval.name == SECOND


@pytest.mark.parametrize("hand", ["submits", "edits", "edits the cover", "chooses the look"])
def test_a_second_pair_of_eyes_is_never_the_last_editor(library, office, hand):
    set_rules(office, replace(ONE, second_pair=True), by(CHIEF))
    if hand == "edits":
        edit(library, author=CHIEF, source="新华社")
    if hand == "edits the cover":
        edit(library, source="新华社")
        space = library.workspace(ISSUE.uid)
        headed = put_issue(space, replace(space.issue, headline=Title(text="头条")))
        library.save_workspace(space, headed, author=CHIEF)
    if hand == "chooses the look":
        edit(library, source="新华社")
        choose_look(library, "latest", "gongwen", author=CHIEF)
    submit(library, ISSUE.uid, by(CHIEF if hand == "submits" else EDITOR))
    with pytest.raises(UserError, match="两人把关"):
        approve(office, ISSUE.uid, key_of(CHIEF), AT + HOUR)
    assert approve(office, ISSUE.uid, key_of(SECOND), AT + HOUR)


def test_rules_are_changed_by_the_review_alone_and_logged(library, office):
    set_rules(office, replace(ONE, approvers=(SECOND,), file_name="〔刊名〕〔期〕"), by(CHIEF))
    assert library.publication(ONE.uid) == replace(ONE, approvers=(SECOND,))
    assert library.review.log()[-1].event.detail == f"云州观察：由{SECOND}签发"
    with pytest.raises(UserError, match="签发规定在别处改过"):
        library.save_publication(ONE)
    library.save_publication(replace(ONE, approvers=(SECOND,), file_name="〔刊名〕〔期〕"))
    assert library.publication(ONE.uid).file_name == "〔刊名〕〔期〕"


def test_whoever_reads_again_sees_what_changed_since(library):
    submit(library, ISSUE.uid, by(EDITOR))
    return_issue(library, ISSUE.uid, by(CHIEF, 1), note="来源写全称")
    edit(library, source="云州日报社")
    submit(library, ISSUE.uid, by(EDITOR, 2))
    first, second = readings(library, ISSUE.uid)
    assert (first.number, second.number, second.name, second.at) == (1, 2, EDITOR, AT + 2 * HOUR)
    issue = library.issue(ISSUE.uid)
    assert [one.sentence for one in changes_since(library, issue, first)] == ["《云州发布数据登记办法》：来源改过。"]
    assert changes_since(library, issue, second) == ()


# what is lacking


def test_what_is_lacking_is_said_and_only_errors_block():
    empty = replace(
        ISSUE, sections=(*ISSUE.sections, replace(ISSUE.sections[0], name="产业", articles=(), uid="0" * 32))
    )
    first = replace(next(ISSUE.articles()), title=Title(text=""))
    issue = replace(empty, sections=(replace(ISSUE.sections[0], articles=(first,)), empty.sections[1]))
    checked = check(issue)
    lines = {gap.kind: gap for gap in before(Step.APPROVE, issue, checked)}
    assert lines[ObstacleKind.ERRORS].words == "1 处错误未处理：没有标题"
    assert lines[ObstacleKind.ERRORS].places == (first.uid,)
    assert lines[ObstacleKind.EMPTY_SECTIONS].words == "1 个栏目还没有文章"
    assert lines[ObstacleKind.STEPS].words == "1 篇还没有过“终审”：“草稿”《（无标题）》"
    assert [kind for kind, gap in lines.items() if gap.blocking] == [ObstacleKind.ERRORS]
    assert not any(gap.blocking for gap in before(Step.SUBMIT, issue, checked))
    assert before(Step.PUBLISH, issue, checked) == ()


def test_open_changes_are_named_and_hold_nothing_up():
    first, second = ISSUE.articles()
    changed = replace(tracked(first), source="新来源", subtitle="新副题")
    issue = put_article(Workspace(issue=ISSUE), changed).issue
    for step in (Step.SUBMIT, Step.APPROVE):
        (gap,) = [one for one in before(step, issue, check(issue)) if one.kind is ObstacleKind.UNDECIDED]
        assert gap.words == "2 处修订还没有接受或拒绝（1 篇），照现在的文字印"
        assert (gap.blocking, gap.places) == (False, (first.uid,))
    issue = put_article(Workspace(issue=ISSUE), tracked(second)).issue
    assert all(one.kind is not ObstacleKind.UNDECIDED for one in before(Step.SUBMIT, issue, check(issue)))


def test_an_error_keeps_an_issue_from_being_approved(library, office):
    missing = Picture(sha256="0" * 64, media_type="image/png", width=10, height=10)
    edit(library, blocks=(Paragraph(runs=text_of(prose())), Figure(picture=missing, caption="图")))
    submit(library, ISSUE.uid, by(EDITOR))
    with pytest.raises(UserError, match="处错误未处理"):
        approve(office, ISSUE.uid, key_of(CHIEF), AT + HOUR)
    assert library.review.approvals() == ()
    assert state(library) is IssueState.SUBMITTED


# what is signed


def test_the_approval_names_what_it_is_over(library, approved):
    approval = approved.approval
    assert read_approval(library.review.approvals(ISSUE.uid)[0].statement) == approval
    assert (approval.label, approval.name, approval.at, approval.revision) == (
        "云州观察 2025年1月20日 第3期 总第30期",
        CHIEF,
        AT + HOUR,
        1,
    )
    assert {"BulletinSong-Regular.otf", "BulletinHei-Bold.otf"} <= {font.name for font in approval.fonts}
    assert approval.log == library.review.log()[-2].hash
    assert all(sha256(library.review.released(one)) == one for one in (approval.pdf, approval.word, approval.content))


def test_export_gives_exactly_the_signed_bytes(library, approved, tmp_path):
    opened = printable_issue(library, ISSUE.uid)
    released = released_files(at_desk(library), opened.issue)
    targets = Targets(pdf=tmp_path / "a.pdf", word=tmp_path / "a.docx")
    steps = []
    outcome = export_issue(
        opened.issue, opened.publication, pictures={}, targets=targets, released=released, progress=steps.append
    )
    assert sha256(targets["pdf"].read_bytes()) == approved.approval.pdf
    assert sha256(targets["word"].read_bytes()) == approved.approval.word
    assert (steps, outcome.warnings) == (["写入文件"], ())


def test_a_pdf_with_options_names_the_signed_one_it_comes_from(library, approved, tmp_path):
    opened = printable_issue(library, ISSUE.uid)
    outcome = export_issue(
        opened.issue,
        opened.publication,
        pictures={},
        targets=Targets(pdf=tmp_path / "a.pdf", word=tmp_path / "a.docx"),
        options=PrintOptions(duplex=True),
        released=released_files(at_desk(library), opened.issue),
    )
    assert approved.approval.pdf[:8] in outcome.warnings[0]
    assert sha256((tmp_path / "a.docx").read_bytes()) == approved.approval.word


def test_an_issue_that_is_not_approved_has_no_signed_files(library):
    assert released_files(at_desk(library), library.issue(ISSUE.uid)) is None


def test_an_unknown_key_signs_nothing(library):
    submit(library, ISSUE.uid, by(EDITOR))
    office = Office(library=library, trust=FakeTrust(key_of(SECOND)))
    with pytest.raises(UserError, match="没有在这台电脑上确认过"):
        approve(office, ISSUE.uid, key_of(CHIEF), AT + HOUR)


def test_a_clock_set_back_is_said_and_hinders_nobody(library, office):
    submit(library, ISSUE.uid, by(EDITOR))
    made = approve(office, ISSUE.uid, key_of(CHIEF), AT - dt.timedelta(days=3650))
    assert "请核对系统时间" in " ".join(made.warnings)
    assert state(library) is IssueState.APPROVED
    assert verify_issue(office, ISSUE.uid).holds
    publish(office, ISSUE.uid, by(STAFF, 2))


@pytest.mark.usefixtures("approved")
def test_a_second_chief_is_told_that_it_is_signed_already(office):
    with pytest.raises(UserError, match=f"已由{CHIEF}于 .* 签发"):
        approve(office, ISSUE.uid, key_of(SECOND), AT + 2 * HOUR)


@pytest.mark.parametrize("key", ["stranger", "name"])
def test_a_key_signs_in_its_own_name_alone(library, key):
    submit(library, ISSUE.uid, by(EDITOR))
    trust = FakeTrust(replace(key_of(CHIEF), name="别人") if key == "name" else key_of("路人"))
    with pytest.raises(UserError, match="是别人的" if key == "name" else "没有在这台电脑上确认过"):
        approve(Office(library=library, trust=trust), ISSUE.uid, key_of(CHIEF), AT + HOUR)


# corrections


def test_a_correction_is_a_new_revision_that_replaces_the_signed_one(library, office, approved):
    publish(office, ISSUE.uid, by(STAFF, 2))
    correct(library, ISSUE.uid, by(EDITOR, 3), reason="机构名称有误")
    edit(library, source="云州市数据局")
    submit(library, ISSUE.uid, by(EDITOR, 4))
    made = approve(office, ISSUE.uid, key_of(CHIEF), AT + 5 * HOUR).approval
    assert (made.revision, made.reason) == (2, "机构名称有误")
    assert read_approval(library.review.approvals(ISSUE.uid)[0].statement) == approved.approval
    publish(office, ISSUE.uid, by(STAFF, 6))
    assert released_files(at_desk(library), library.issue(ISSUE.uid)).approval == made


def test_signing_again_after_a_return_is_no_new_revision(library, office, approved):
    return_issue(library, ISSUE.uid, by(CHIEF, 2), note="再核")
    submit(library, ISSUE.uid, by(EDITOR, 3))
    again = approve(office, ISSUE.uid, key_of(CHIEF), AT + 4 * HOUR).approval
    assert (again.revision, again.content, again.reason) == (1, approved.approval.content, "")
    assert again.replaces


@pytest.mark.usefixtures("approved")
def test_a_correction_in_which_nothing_was_changed_is_given_up(library, office):
    publish(office, ISSUE.uid, by(STAFF, 2))
    correct(library, ISSUE.uid, by(EDITOR, 3), reason="看错了")
    edit(library, source="改过")
    with pytest.raises(UserError, match=r"先改回原样.*来源改过"):
        abandon(library, ISSUE.uid, by(EDITOR, 4))
    edit(library, source="云州日报")
    abandon(library, ISSUE.uid, by(EDITOR, 4))
    assert state(library) is IssueState.PUBLISHED
    assert released_files(at_desk(library), library.issue(ISSUE.uid))


def test_what_was_never_printed_has_no_correction_to_give_up(library):
    submit(library, ISSUE.uid, by(EDITOR))
    return_issue(library, ISSUE.uid, by(CHIEF), note="改")
    assert [one.step for one in offers(library, library.issue(ISSUE.uid), EDITOR)] == [Step.SUBMIT]
    with pytest.raises(UserError, match="没有印发过"):
        abandon(library, ISSUE.uid, by(EDITOR))


# what changed


def changed(**fields):
    first, *rest = ISSUE.sections[0].articles
    return replace(ISSUE, sections=(replace(ISSUE.sections[0], articles=(replace(first, **fields), *rest)),))


@pytest.mark.parametrize(("after", "said"), [
    (changed(source="新", link=""), ["《云州发布数据登记办法》：来源、链接改过。"]),
    (changed(title=Title(text="新题")), ["《新题》：标题改过。"]),
    (changed(blocks=()), ["《云州发布数据登记办法》：正文原第1段（删去）改过。"]),
    (replace(ISSUE, headline=Title(text="头条"), look=Look(name="gongwen")), ["封面与版权页：头条标题、版式改过。"]),
    (replace(ISSUE, profile=replace(ISSUE.profile, notice="新声明")), ["封面与版权页：声明改过。"]),
    (replace(ISSUE, sections=()), ["栏目“要闻”：整栏（删去）改过。", "《云州发布数据登记办法》：整篇（删去）改过。",
                                   "《海州公布数据目录》：整篇（删去）改过。"]),
    (replace(ISSUE, sections=(replace(ISSUE.sections[0], articles=ISSUE.sections[0].articles[::-1]),)),
     ["文章：次序改过。"]),
    (ISSUE, []),
])  # fmt: skip
def test_changes_are_named(after, said):
    assert [change.sentence for change in printed_changes(ISSUE, after)] == said
