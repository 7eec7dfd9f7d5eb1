"""修订: changes of an article against its base, accepted and rejected in any order."""

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.interchange.canonical import content_hash
from editor.model.article import Article, ArticleArchive, Contribution, Title, Tracking, Wording
from editor.model.body import Figure, Heading, ItemList, Paragraph, Quote, Run, Table, plain, text_of
from editor.model.publication import PageStart
from editor.model.tracking import base_of, tracked, with_tracking, wording
from editor.text.tracked import ChangeDecision, ChangeKind, changes_of, decided, makers_of
from tests.strategies import articles, blocks

AT = dt.datetime(2025, 1, 6, 8, tzinfo=dt.UTC)
ONE = "为规范数据处理活动，保障数据安全，制定本办法。各地区应当建立健全数据分类分级保护制度，明确责任分工。"
TWO = "国务院有关部门按照职责分工，负责本行业的监督管理。"
THREE = "数据处理者应当定期开展风险评估，并向主管部门报送评估报告。"
ANY = "0" * 32


def paragraph(text, **fields):
    return Paragraph(runs=text_of(text), **fields)


A, B, C = paragraph(ONE), paragraph(TWO), paragraph(THREE)
ARTICLE = tracked(Article(title=Title(text="云州发布数据登记办法"), blocks=(A, B, C)))


def edited(*body, **fields):
    return replace(ARTICLE, blocks=tuple(body), **fields)


def changes(article):
    return changes_of(base_of(article), wording(article))


def shown(article):
    return [(one.kind.value, one.removed, one.added) for one in changes(article)]


def alike(words):
    """Words whatever the identities of their blocks are."""
    return replace(words, blocks=tuple(replace(block, uid=ANY) for block in words.blocks))


def all_of(article, verdict):
    return decided(article, dict.fromkeys(changes(article), verdict))


def both_ways(article):
    """Check what accepting and rejecting all lead to; return the changes."""
    found = changes(article)
    accepted, rejected = all_of(article, ChangeDecision.ACCEPTED), all_of(article, ChangeDecision.REJECTED)
    assert wording(accepted) == wording(article) == base_of(accepted)
    assert alike(wording(rejected)) == alike(base_of(article))
    assert changes(accepted) == changes(rejected) == ()
    return found


def test_words_put_in_taken_out_and_replaced_are_changes_of_their_own():
    text = ONE.replace("数据安全", "国家数据安全").replace("建立健全", "建立").replace("责任", "分工")
    article = edited(replace(A, runs=text_of(text)), B, C)
    assert shown(article) == [
        ("inserted", "", "国家"),
        ("deleted", "健全", ""),
        ("replaced", "责任", "分工"),
    ]
    assert text[slice(*_span(changes(article)[0]))] == "国家"
    both_ways(article)


def _span(change):
    (span,) = change.spans
    return span.start, span.end


def test_one_change_is_accepted_and_another_rejected():
    text = ONE.replace("数据安全", "国家数据安全").replace("建立健全", "建立")
    article = edited(replace(A, runs=text_of(text)), B, C)
    first, _second = changes(article)
    done = decided(article, {first: ChangeDecision.ACCEPTED})
    assert done.blocks is article.blocks
    assert [one.removed for one in changes(done)] == ["健全"]
    done = decided(done, dict.fromkeys(changes(done), ChangeDecision.REJECTED))
    assert plain(done.blocks[0].runs) == ONE.replace("数据安全", "国家数据安全")
    assert base_of(done) == wording(done)


def test_a_split_paragraph_is_one_small_change():
    head, tail = ONE[:24], ONE[24:]
    for kept in (0, 1):
        uids = {"uid": A.uid}
        article = edited(paragraph(head, **(uids if not kept else {})), paragraph(tail, **(uids if kept else {})), B, C)
        assert shown(article) == [("inserted", "", "\n")]
        assert both_ways(article)
        back = all_of(article, ChangeDecision.REJECTED)
        assert [plain(one.runs) for one in back.blocks] == [ONE, TWO, THREE]


def test_joined_paragraphs_are_one_small_change():
    article = edited(replace(A, runs=text_of(ONE + TWO)), C)
    assert shown(article) == [("deleted", "\n", "")]
    both_ways(article)
    back = all_of(article, ChangeDecision.REJECTED)
    assert [plain(one.runs) for one in back.blocks] == [ONE, TWO, THREE]
    assert back.blocks[0].uid == A.uid


def test_a_paragraph_put_in_taken_out_and_moved():
    new = paragraph("新增的一段，说明施行日期。")
    assert shown(edited(A, B, new, C)) == [("inserted", "", plain(new.runs))]
    assert shown(edited(A, C)) == [("deleted", TWO, "")]
    assert shown(edited(B, A, C))[0][0] == "moved"
    for article in (edited(A, B, new, C), edited(A, C), edited(B, A, C), edited(new), edited()):
        both_ways(article)


def test_what_moved_and_was_changed_is_decided_apart():
    article = edited(A, C, replace(B, runs=text_of(TWO.replace("监督", "指导"))))
    found = both_ways(article)
    assert [one.kind for one in found] == [ChangeKind.MOVED, ChangeKind.REPLACED]
    moved, words = found
    done = decided(article, {moved: ChangeDecision.REJECTED})
    assert [plain(one.runs) for one in done.blocks] == [ONE, TWO.replace("监督", "指导"), THREE]
    done = decided(article, {words: ChangeDecision.REJECTED})
    assert [plain(one.runs) for one in done.blocks] == [ONE, THREE, TWO]
    done = decided(article, {moved: ChangeDecision.ACCEPTED})
    assert [one.kind for one in changes(done)] == [ChangeKind.REPLACED]


def test_bold_alone_is_a_change_of_the_paragraph():
    bold = replace(A, runs=(Run(text=ONE[:6], bold=True), Run(text=ONE[6:])))
    article = edited(bold, B, C)
    assert [one.kind for one in both_ways(article)] == [ChangeKind.FORMAT]


def test_bold_and_words_are_decided_apart():
    text = ONE.replace("数据安全", "国家数据安全")
    article = edited(replace(A, runs=(Run(text=text[:6], bold=True), Run(text=text[6:]))), B, C)
    look, words = both_ways(article)
    plainly = decided(article, {look: ChangeDecision.REJECTED})
    assert plainly.blocks[0].runs == text_of(text)
    bolder = decided(article, {words: ChangeDecision.REJECTED})
    assert bolder.blocks[0].runs == (Run(text=ONE[:6], bold=True), Run(text=ONE[6:]))


def test_a_paragraph_that_became_a_heading():
    article = edited(Heading(level=1, runs=text_of(ONE + "完"), uid=A.uid), Quote(runs=B.runs, uid=B.uid), C)
    found = both_ways(article)
    assert [(one.kind.value, one.removed, one.added) for one in found] == [
        ("style", "paragraph", "heading1"),
        ("inserted", "", "完"),
        ("style", "paragraph", "quote"),
    ]
    done = decided(article, {found[0]: ChangeDecision.REJECTED})
    assert done.blocks[0] == replace(A, runs=text_of(ONE + "完"))


def test_items_of_a_list():
    items = tuple(map(text_of, ("登记机构受理", "审核材料", "发放凭证")))
    base = ItemList(items=items)
    article = tracked(replace(ARTICLE, archive=ArticleArchive(), blocks=(A, base)))
    for made in ((*items, text_of("公开结果")), (items[0], text_of("审核全部材料"), items[2]), items[:2], items[1:]):
        now = replace(article, blocks=(A, replace(base, items=made)))
        assert all(one.kind is not ChangeKind.BLOCK for one in both_ways(now))
    both_ways(replace(article, blocks=(A, replace(base, items=()))))
    both_ways(replace(article, blocks=(A, replace(base, ordered=True))))
    both_ways(replace(article, blocks=(A, paragraph("登记机构受理", uid=base.uid))))


def test_figures_and_tables_change_as_wholes():
    figure = Figure(caption="图1 登记量", source="云州数据局")
    table = Table(head=(text_of("年份"), text_of("数量")), rows=((text_of("2023"), text_of("12")),))
    article = tracked(replace(ARTICLE, archive=ArticleArchive(), blocks=(A, figure, table)))
    changed = replace(table, rows=((text_of("2023"), text_of("21")),))
    now = replace(article, blocks=(A, replace(figure, caption="图1 登记数量", width=500), changed))
    assert [one.kind for one in both_ways(now)] == [ChangeKind.FIGURE, ChangeKind.TABLE]
    both_ways(replace(article, blocks=(A, table)))


def test_facts_are_changes_too():
    facts = {
        "title": Title(text="云州印发数据登记办法", breaks=(4,)),
        "contents_title": "云州登记办法",
        "subtitle": "自三月起施行",
        "source": "云州数据局",
        "link": "https://example.org/a",
        "link_caption": "阅读全文",
        "page_start": PageStart.PAGE,
    }
    article = edited(A, B, C, **facts)
    found = both_ways(article)
    assert {one.field for one in found} == set(facts)
    source = next(one for one in found if one.field == "source")
    assert decided(article, {source: ChangeDecision.REJECTED}).source == ""


def test_restored_blocks_never_share_an_identity():
    # what took the identity over has none of the words
    other = paragraph("施行日期另行通知。", uid=B.uid)
    article = edited(A, other, C)
    back = all_of(article, ChangeDecision.REJECTED)
    assert [plain(one.runs) for one in back.blocks] == [ONE, TWO, THREE]
    deleted = next(one for one in changes(article) if one.removed == TWO)
    assert len(decided(article, {deleted: ChangeDecision.REJECTED}).blocks) == 4


@st.composite
def bodies(draw, kept=(A, B, C)):
    """A body that an editor made of another: moved, split, joined, rewritten, bold, put in, taken out."""
    body = list(kept)
    for _ in range(draw(st.integers(0, 5))):
        act = draw(st.sampled_from(("move", "split", "join", "write", "bold", "add", "drop", "style")))
        at = draw(st.integers(0, max(len(body) - 1, 0)))
        block = body[at] if body else None
        runs = getattr(block, "runs", ())
        length = len(plain(runs))
        place = draw(st.integers(0, length))
        text = plain(runs)
        if act == "move" and body:
            body.insert(draw(st.integers(0, len(body) - 1)), body.pop(at))
        elif act == "split" and isinstance(block, Paragraph):
            body[at : at + 1] = [replace(block, runs=text_of(text[:place])), paragraph(text[place:])]
        elif act == "join" and all(isinstance(one, Paragraph) for one in body[at : at + 2]) and body[at + 1 : at + 2]:
            body[at : at + 2] = [replace(block, runs=(*block.runs, *body[at + 1].runs))]
        elif act == "write" and isinstance(block, (Paragraph, Heading, Quote)):
            end = draw(st.integers(place, length))
            new = draw(st.text(st.sampled_from("数据要素市场化，。A1"), max_size=6))
            body[at] = replace(block, runs=text_of(text[:place] + new + text[end:]))
        elif act == "bold" and isinstance(block, (Paragraph, Heading, Quote)) and 0 < place < length:
            body[at] = replace(block, runs=(Run(text=text[:place], bold=True), Run(text=text[place:])))
        elif act == "style" and isinstance(block, (Paragraph, Heading, Quote)):
            body[at] = Heading(level=draw(st.integers(1, 3)), runs=runs, uid=block.uid)
        elif act == "add":
            body.insert(at, draw(blocks()))
        elif act == "drop" and body:
            body.pop(at)
    return tuple({one.uid: one for one in body}.values())


def normal_runs(words):
    """Words with the runs of texts as editing leaves them: none empty, equal neighbours joined."""
    from editor.model.runs import normal

    made = [
        replace(one, runs=normal(one.runs))
        if isinstance(one, (Paragraph, Heading, Quote))
        else replace(one, items=tuple(map(normal, one.items)))
        if isinstance(one, ItemList)
        else one
        for one in words.blocks
    ]
    return alike(replace(words, blocks=tuple(made)))


MANY = tuple(paragraph(text) for text in (ONE, TWO, THREE, ONE[::-1], TWO[:9], "其他事项。"))


@given(bodies(MANY), bodies(MANY))
@settings(deadline=None, max_examples=150)
def test_accepting_all_makes_the_base_the_text_and_rejecting_all_the_text_the_base(before, after):
    base = tracked(Article(title=Title(text="甲"), blocks=before))
    article = replace(base, blocks=after, title=Title(text="乙"))
    accepted, rejected = all_of(article, ChangeDecision.ACCEPTED), all_of(article, ChangeDecision.REJECTED)
    assert base_of(accepted) == wording(accepted) == wording(article)
    assert normal_runs(wording(rejected)) == normal_runs(wording(base))
    assert changes(accepted) == changes(rejected) == ()


@given(articles(), articles())
@settings(deadline=None, max_examples=60)
def test_any_two_articles_can_be_the_base_of_each_other(one, other):
    article = with_tracking(other, Tracking(base=wording(one)))
    assert content_hash(all_of(article, ChangeDecision.ACCEPTED)) == content_hash(other)
    assert normal_runs(wording(all_of(article, ChangeDecision.REJECTED))) == normal_runs(wording(one))


@given(st.data())
@settings(deadline=None, max_examples=120)
def test_single_decisions_in_any_order_end_with_nothing_left(data):
    base = tracked(Article(title=Title(text="甲"), blocks=data.draw(bodies(MANY))))
    article = replace(base, blocks=data.draw(bodies(MANY)), title=Title(text="乙"))
    hash_before, rejected = content_hash(article), False
    for _ in range(60):
        found = changes(article)
        if not found:
            break
        one = data.draw(st.sampled_from(found))
        verdict = data.draw(st.sampled_from(ChangeDecision))
        rejected = rejected or verdict is ChangeDecision.REJECTED
        article = decided(article, {one: verdict})
        # accepting never changes what is printed
        assert rejected or content_hash(article) == hash_before
    assert changes(article) == ()
    assert normal_runs(wording(article)) == normal_runs(base_of(article))


def test_who_made_a_change_is_known_from_the_hands():
    by_a = edited(replace(A, runs=text_of(ONE.replace("数据安全", "国家数据安全"))), B, C)
    by_b = edited(by_a.blocks[0], replace(B, runs=text_of(TWO.replace("监督", "指导"))), C)
    by_c = edited(replace(A, runs=text_of(ONE.replace("数据安全", "国家的数据安全"))), by_b.blocks[1], C)
    later = [AT + dt.timedelta(hours=number) for number in range(3)]
    hands = (
        Contribution(author="甲", at=later[0], before=wording(ARTICLE)),
        Contribution(author="乙", at=later[1], before=wording(by_a)),
        Contribution(author="丙", at=later[2], before=wording(by_b)),
    )
    tracking = Tracking(base=wording(ARTICLE), hands=hands)
    first, second = makers_of(tracking, changes_of(wording(ARTICLE), wording(by_c)))
    assert (first.change.added, first.names, first.at) == ("国家的", ("甲", "丙"), later[2])
    assert (second.change.added, second.names, second.at) == ("指导", ("乙",), later[1])


def test_what_was_taken_back_counts_no_more():
    there = edited(replace(A, runs=text_of(ONE + "甲写的。")), B, C)
    hands = tuple(
        Contribution(author=name, at=AT + dt.timedelta(hours=number), before=wording(article))
        for number, (name, article) in enumerate((("甲", ARTICLE), ("乙", there), ("丙", ARTICLE)))
    )
    found = changes_of(wording(ARTICLE), wording(edited(replace(A, runs=text_of(ONE + "丙写的。")), B, C)))
    (made,) = makers_of(Tracking(base=wording(ARTICLE), hands=hands), found)
    assert made.names == ("丙",)


def test_nobody_is_named_for_what_nobody_noted():
    (made,) = makers_of(Tracking(base=wording(ARTICLE)), changes(edited(A, B)))
    assert made.names == ()
    assert made.at is None


def test_changes_of_equal_words_are_none_whatever_the_identities():
    assert (
        changes_of(
            Wording(title=Title(text="甲"), blocks=(A,)), Wording(title=Title(text="甲"), blocks=(paragraph(ONE),))
        )
        == ()
    )
