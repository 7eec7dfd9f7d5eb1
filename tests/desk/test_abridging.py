"""摘编 without a window: sentences kept and struck, beside the original, as one change of the article."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.desk.abridging import Place, SentenceSource, SentenceState, abridgement_of
from editor.desk.overview import article_characters
from editor.model.article import Article, title_of
from editor.model.block_texts import block_texts
from editor.model.body import ANCHOR, Heading, ItemList, Paragraph, Quote, Run, Table, plain, text_of
from editor.model.notes import Anchor, Note
from editor.model.runs import normal
from editor.model.tracking import tracked
from editor.text.anchors import follow_article
from editor.text.characters import fold
from editor.text.sentences import sentences
from editor.text.tracked import changes_of_article
from tests.strategies import blocks as any_block

FIRST = "云州市启动登记。两个区先行试点；各镇跟进；年底总结。"
SENTENCES = st.sampled_from(
    ("云州市启动登记。", "两个区先行试点；", "各镇跟进！", "他说：“先试点。再推开。”", "办法另发", "投入3.5亿元。")
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4).map(lambda parts: Paragraph(runs=text_of("".join(parts))))
TEXTS = st.lists(
    PARAGRAPHS
    | st.builds(lambda runs: Heading(runs=runs), st.just(text_of("一、总体要求")))
    | st.builds(lambda: Table(head=(text_of("区"), text_of("数")))),
    max_size=5,
).map(tuple)


def article(*blocks):
    return Article(
        title=title_of("云州"),
        blocks=tuple(Paragraph(runs=text_of(one)) if isinstance(one, str) else one for one in blocks),
    )


def words(one):
    return [text for block in one.blocks for text in block_texts(block)]


def strike(made, *texts):
    """Strike the sentences that say this."""
    for place in made.places():
        unit = made.units[place.unit]
        start, end = unit.span(place.sentence)
        if plain(unit.runs)[start:end] in texts:
            made = made.with_sentences((place,), struck=True)
    return made


def test_struck_sentences_are_left_out_and_the_rest_keeps_its_order():
    made = strike(abridgement_of(article(FIRST, "第二段。")), "两个区先行试点；", "第二段。")
    assert words(made.result()) == ["云州市启动登记。各镇跟进；年底总结。"]


def test_the_clause_that_is_last_now_ends_as_the_paragraph_did():
    assert words(strike(abridgement_of(article(FIRST)), "年底总结。").result()) == [
        "云州市启动登记。两个区先行试点；各镇跟进。"
    ]


def test_words_inside_a_sentence_are_struck_and_kept_again():
    made = abridgement_of(article(FIRST)).with_words(0, (0, 3), struck=True)
    assert words(made.result()) == ["启动登记。两个区先行试点；各镇跟进；年底总结。"]
    assert made.state(Place(0, 0)) is SentenceState.PARTLY
    assert made.with_words(0, (0, 3), struck=False).result() == made.article


def test_marks_links_and_footnotes_stay_with_what_is_kept():
    runs = (
        Run(text="云州发布办法。", bold=True),
        Run(text="全文见网站。", link="https://example.org/a"),
        Run(text=ANCHOR, footnote="据云州日报"),
        Run(text="各区照办。"),
    )
    (block,) = strike(abridgement_of(article(Paragraph(runs=runs))), "各区照办。").result().blocks
    assert block.runs == runs[:3]
    (block,) = strike(abridgement_of(article(Paragraph(runs=runs))), f"全文见网站。{ANCHOR}").result().blocks
    assert block.runs == (runs[0], runs[3])


def test_headings_lists_and_tables_are_whole():
    items = ItemList(items=(text_of("先。后。"), text_of("再。")))
    table = Table(head=(text_of("区"), text_of("数")))
    made = abridgement_of(
        article(Heading(runs=text_of("一、登记。办法")), items, table, Quote(runs=text_of("一。二。")))
    )
    assert [len(unit.ends) for unit in made.units] == [1, 1, 1, 2]
    left = made.with_sentences((Place(1, 0), Place(2, 0)), struck=True).result()
    assert words(left) == ["一、登记。办法", "一。二。"]


def test_a_note_goes_along_and_is_said_to_be_gone_with_its_words():
    block = Paragraph(runs=text_of("云州启动登记。两个区试点。"))
    at = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    note = Note(author="甲", at=at, text="核数", anchor=Anchor(block=block.uid, start=7, end=10, words="两个区"))
    before = article(block)
    before = replace(before, archive=replace(before.archive, notes=(note,)))
    made = abridgement_of(before)
    kept = follow_article(before, strike(made, "云州启动登记。").result()).archive.notes[0].anchor
    assert (kept.start, kept.end, kept.gone) == (0, 3, False)
    assert follow_article(before, strike(made, "两个区试点。").result()).archive.notes[0].anchor.gone


def test_with_tracked_changes_what_was_struck_is_a_deletion_to_be_decided():
    made = strike(abridgement_of(tracked(article(FIRST))), "各镇跟进；").result()
    assert [(one.removed, one.added) for one in changes_of_article(made)] == [("各镇跟进；", "")]


# beside the original


def original(*lines):
    return tuple(Paragraph(runs=text_of(one)) for one in lines)


def test_what_the_original_says_besides_is_there_struck_and_can_be_brought_back():
    short = article("云州市启动登记。年底总结。")
    made = abridgement_of(short, original(FIRST, "第二段，讲经过。"))
    assert made.result() is short
    assert [made.state(one) for one in made.places()] == [
        SentenceState.KEPT, SentenceState.STRUCK, SentenceState.STRUCK, SentenceState.KEPT, SentenceState.STRUCK,
    ]  # fmt: skip
    back = made.with_sentences(made.places(), struck=False).result()
    assert words(back) == [FIRST, "第二段，讲经过。"]
    assert back.blocks[0].uid == short.blocks[0].uid


def test_what_was_typed_since_stays_and_is_marked():
    made = abridgement_of(article("云州市启动登记。三个区先行试点；各镇跟进；年底总结。"), original(FIRST))
    assert made.result() == made.article
    assert list(made.units[0].sources) == [
        SentenceSource.BOTH, SentenceSource.ORIGINAL, SentenceSource.ARTICLE, SentenceSource.BOTH, SentenceSource.BOTH,
    ]  # fmt: skip


def test_a_table_of_the_original_inside_a_joined_paragraph_comes_behind_it():
    table = Table(head=(text_of("区"), text_of("数")))
    came = (*original("甲事已办。"), table, *original("乙事在办。"))
    made = abridgement_of(article("甲事已办。乙事在办。"), came)
    assert made.result() == made.article
    assert [unit.block.uid for unit in made.units] == [made.article.blocks[0].uid, table.uid]


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_untouched_it_is_the_article_and_nothing_of_either_text_is_missing(came, standing):
    now = Article(title=title_of("云州"), blocks=standing)
    made = abridgement_of(now, came)
    assert made.result() is now
    merged = [fold(one) for unit in made.units for one in unit_sentences(unit)]
    for text in (came, standing):
        rest = iter(merged)
        wanted = [fold(one) for block in text if isinstance(block, Paragraph) for one in sentences(plain(block.runs))]
        assert all(one in rest for one in wanted)


def unit_sentences(unit):
    return [plain(unit.runs)[slice(*unit.span(number))] for number in range(len(unit.ends))] if not unit.whole else []


@settings(max_examples=60)
@given(TEXTS, TEXTS, st.data())
def test_kept_and_struck_are_all_there_is_in_order(came, standing, data):
    made = abridgement_of(Article(title=title_of("云州"), blocks=standing), came)
    places = made.places()
    for _ in range(3 if places else 0):
        chosen = data.draw(st.lists(st.sampled_from(places), max_size=4))
        made = made.with_sentences(chosen, struck=data.draw(st.booleans()))
        unit = data.draw(st.integers(0, len(made.units) - 1))
        end = made.units[unit].ends[-1]
        start = data.draw(st.integers(0, end - 1))
        made = made.with_words(unit, (start, data.draw(st.integers(start + 1, end))), struck=data.draw(st.booleans()))
    for unit in made.units:
        spans = sorted((*unit.kept(), *unit.struck))
        assert [start for start, _ in spans] + [unit.ends[-1]] == [0, *(end for _, end in spans)]
    uids = [block.uid for block in made.blocks()]
    assert len(set(uids)) == len(uids)
    order = [unit.block.uid for unit in made.units]
    assert sorted(uids, key=order.index) == uids
    assert made.characters() == article_characters(made.result())
    everything = made.with_sentences(places, struck=False)
    assert everything.characters() <= made.whole_characters()
    assert made.with_sentences(places, struck=True).blocks() == ()


@settings(max_examples=40)
@given(st.lists(any_block(), max_size=4, unique_by=lambda block: block.uid).map(tuple), st.data())
def test_blocks_of_every_kind_come_through(blocks, data):
    made = abridgement_of(Article(title=title_of("云州"), blocks=blocks))
    assert made.result().blocks == blocks
    places = made.places()
    if places:
        made = made.toggled((data.draw(st.sampled_from(places)),)).toggled(places[:1])
    for block in made.blocks():
        assert any(block.uid == one.uid for one in blocks)
    again = made.with_sentences(places, struck=False).result()
    assert [normal(block.runs) if hasattr(block, "runs") else block for block in again.blocks] == [
        normal(block.runs) if hasattr(block, "runs") else block for block in blocks
    ]


@pytest.mark.parametrize("limit", [300])
def test_counting_is_that_of_the_outline(limit):
    made = abridgement_of(article("云" * limit + "。"))
    assert made.characters() == limit + 1
