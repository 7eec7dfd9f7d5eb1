"""Notes follow their words through every edit of the text."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from editor.model.article import Article, ArticleArchive, Title
from editor.model.block_texts import printed_text
from editor.model.body import Paragraph, text_of
from editor.model.notes import Anchor, Note, NoteField
from editor.text.anchors import follow, follow_article

AT = dt.datetime(2025, 1, 6, 8, tzinfo=dt.UTC)
han = st.text(st.sampled_from("数据要素市场化配置改革，。"), max_size=12)
words = st.text(st.sampled_from("数据要素市场化配置改革，。"), min_size=1, max_size=12)


def of(head, quoted):
    return Anchor(start=len(head), end=len(head) + len(quoted), words=quoted)


def quoted_in(anchor, text):
    return text[anchor.start : anchor.end]


@given(head=han, quoted=words, tail=han, new=st.text(st.sampled_from("甲乙丙丁"), max_size=6))
def test_edits_before_and_behind_leave_the_words_marked(head, quoted, tail, new):
    before = head + quoted + tail
    for after in (new + before, before + new, head + new + quoted + tail, head + quoted + new + tail):
        assert quoted_in(follow(of(head, quoted), before, after), after) == quoted


@given(head=han, quoted=st.text(st.sampled_from("数据要素市场化"), min_size=2, max_size=9), tail=han, data=st.data())
def test_an_edit_inside_keeps_the_rest(head, quoted, tail, data):
    at = data.draw(st.integers(1, len(quoted) - 1))
    before, after = head + quoted + tail, head + quoted[:at] + "甲乙" + quoted[at:] + tail
    assert quoted_in(follow(of(head, quoted), before, after), after) == quoted[:at] + "甲乙" + quoted[at:]


@given(head=st.text(st.sampled_from("甲乙丙")), quoted=words, tail=st.text(st.sampled_from("子丑寅")))
def test_deleted_words_are_gone_and_stay_quoted(head, quoted, tail):
    moved = follow(of(head, quoted), head + quoted + tail, head + tail)
    assert moved.gone
    assert moved.words == quoted


@given(before=han, after=han, data=st.data())
def test_an_anchor_always_lies_in_the_text(before, after, data):
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    moved = follow(Anchor(start=start, end=end, words=before[start:end]), before, after)
    assert moved.gone or 0 <= moved.start <= moved.end <= len(after)


def test_a_single_character_in_common_is_no_trace_of_the_words():
    moved = follow(of("关于", "数据的登记"), "关于数据的登记，", "关于公共信息的开放，")
    assert moved.gone


def test_several_edits_at_once_move_the_words_between_them():
    before, after = "一、数据登记。二、开放共享。", "（一）数据登记。（二）开放共享平台。"
    moved = follow(of("一、", "数据登记"), before, after)
    assert quoted_in(moved, after) == "数据登记"


# articles


def article(*texts, anchor, title="标题"):
    blocks = tuple(Paragraph(runs=text_of(text), uid=f"{number:032x}") for number, text in enumerate(texts, 1))
    note = Note(author="总编甲", at=AT, text="再核。", anchor=anchor)
    return Article(title=Title(text=title), blocks=blocks, archive=ArticleArchive(notes=(note,)))


def edited(one, *texts, title=None, fresh=()):
    blocks = tuple(
        Paragraph(runs=text_of(text), uid=f"{number:032x}")
        for number, text in zip((1, *fresh, 2, 3), texts, strict=False)
    )
    return replace(one, blocks=blocks, title=Title(text=title) if title else one.title)


def anchor_after(one, other):
    (note,) = follow_article(one, other).archive.notes
    return note.anchor


def body(block, start, end, quoted):
    return Anchor(block=f"{block:032x}", start=start, end=end, words=quoted)


def test_words_go_along_into_the_paragraph_that_was_split_off():
    one = article("数据登记。开放共享。", anchor=body(1, 5, 9, "开放共享"))
    moved = anchor_after(one, edited(one, "数据登记。", "开放共享。", fresh=(9,)))
    assert (moved.block, moved.start, moved.gone) == (f"{9:032x}", 0, False)


def test_words_of_a_deleted_paragraph_are_gone_and_come_back_with_it_elsewhere():
    one = article("数据登记。", "开放共享。", anchor=body(2, 0, 4, "开放共享"))
    without = follow_article(one, edited(one, "数据登记。"))
    assert without.archive.notes[0].anchor.gone
    again = edited(without, "数据登记。开放共享。")
    moved = anchor_after(without, again)
    assert not moved.gone
    assert quoted_in(moved, printed_text(again.blocks[0])) == "开放共享"


def test_words_of_the_title_follow_the_title():
    one = article("文。", anchor=Anchor(field=NoteField.TITLE, start=2, end=4, words="方案"), title="试点方案")
    assert quoted_in(anchor_after(one, edited(one, "文。", title="云州试点方案")), "云州试点方案") == "方案"


def test_an_article_without_notes_stays_the_same_object():
    one = Article(title=Title(text="标题"))
    other = replace(one, source="来源")
    assert follow_article(one, other) is other
