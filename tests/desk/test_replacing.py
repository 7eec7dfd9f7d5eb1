"""Find and replace in articles, issues and the library."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.desk.issue_entry import IssueEntry
from editor.desk.replacing import (
    Search,
    SearchPosition,
    Skip,
    find_in_article,
    find_in_issue,
    find_in_library,
    first_from,
    replace_in_library,
    replaced,
    replaced_issue,
    replacement_name,
)
from editor.model.article import Title, title_of
from editor.model.block_texts import TextField, TextLocation, printed_offset
from editor.model.body import Figure, Heading, ItemList, Paragraph, Quote, Run, Table, plain, text_of
from editor.model.issue import Issue, IssueArchive, Section
from editor.model.number import Number
from editor.model.publication import Profile
from editor.model.uid import derived_uid, new_uid
from tests import fakes, strategies

LINK = "https://example.org/云州"
queries = st.text(st.sampled_from("数据A，9a"), min_size=1, max_size=2)


def everywhere():
    return replace(
        fakes.article(
            "云州发布办法",
            Paragraph(runs=(Run(text="在云", bold=True), Run(text="州市，见"), Run(text="云州网", link=LINK))),
            Heading(runs=text_of("云州的做法")),
            Quote(runs=text_of("云州说")),
            ItemList(items=(text_of("云州"), text_of("其他"), text_of("再访云州"))),
            Figure(caption="图1 云州", source="云州局", alt="云州地图"),
            Table(
                head=(text_of("云州"), text_of("数")),
                rows=((text_of("1"), text_of("云州")),),
                caption="表1",
                note="云州",
            ),
            source="云州日报",
            link=LINK,
        ),
        contents_title="云州",
        subtitle="云州纪行",
        link_caption="云州全文",
    )


def test_every_text_is_found_in_printed_order_with_its_surroundings():
    hits = find_in_article(everywhere(), Search(query="云州"), issue="x")
    assert [hit.field for hit in hits] == [
        TextField.TITLE,
        TextField.CONTENTS_TITLE,
        TextField.SUBTITLE,
        TextField.SOURCE,
        TextField.LINK_CAPTION,
        *[TextField.TEXT] * 4,
        *[TextField.ITEM] * 2,
        TextField.CAPTION,
        TextField.FIGURE_SOURCE,
        TextField.ALT,
        *[TextField.CELL] * 2,
        TextField.NOTE,
    ]
    assert (hits[5].before, hits[5].found, hits[5].after) == ("在", "云州", "市，见云州网")
    assert [(hit.part, hit.start) for hit in hits if hit.field is TextField.ITEM] == [(0, 0), (2, 2)]
    assert [hit.part for hit in hits if hit.field is TextField.CELL] == [0, 3]


def test_a_replacement_looks_as_what_it_replaces_begins_and_links_stay():
    article = everywhere()
    made = replaced(article, find_in_article(article, Search(query="云州")), "澄江")
    assert not find_in_article(made, Search(query="云州"))
    assert made.blocks[0].runs == (
        Run(text="在澄江", bold=True),
        Run(text="市，见"),
        Run(text="澄江网", link=LINK),
    )
    assert made.link == LINK
    assert [block.uid for block in made.blocks] == [block.uid for block in article.blocks]


def test_only_chosen_hits_are_replaced():
    article = everywhere()
    hits = [hit for hit in find_in_article(article, Search(query="云州")) if hit.field is TextField.CELL]
    made = replaced(article, hits[1:], "澄江")
    assert (plain(made.blocks[5].head[0]), plain(made.blocks[5].rows[0][1])) == ("云州", "澄江")
    assert made.blocks[:5] == article.blocks[:5]


@pytest.mark.parametrize(
    ("replacement", "lines"),
    [("甲", ("甲发布", "办法")), ("", ("发布", "办法")), ("甲乙丙丁", ("甲乙丙丁发布", "办法"))],
)
def test_the_breaks_of_a_title_move_with_the_words(replacement, lines):
    article = replace(fakes.article(), title=title_of("云州发布", "办法"))
    assert replaced(article, find_in_article(article, Search(query="云州")), replacement).title.lines == lines


def test_a_break_inside_replaced_words_goes():
    article = replace(fakes.article(), title=title_of("云州发布", "办法"))
    made = replaced(article, find_in_article(article, Search(query="发布办")), "出台新办")
    assert made.title == Title(text="云州出台新办法")


def test_hits_that_no_longer_stand_are_left_out():
    article = everywhere()
    hits = find_in_article(article, Search(query="云州"))
    later = replace(article, title=Title(text="别的题目"), blocks=article.blocks[1:2])
    made = replaced(later, hits, "澄江")
    assert made.title == Title(text="别的题目")
    assert plain(made.blocks[0].runs) == "澄江的做法"


@given(strategies.articles(), queries, st.booleans())
def test_replacing_words_by_themselves_changes_nothing(article, query, any_width):
    search = Search(query=query, match_case=True, any_width=any_width)
    same = [hit for hit in find_in_article(article, search) if hit.found == query]
    assert replaced(article, same, query) is article


@given(strategies.articles(), queries, st.text(st.sampled_from("※〓"), max_size=3), st.booleans())
def test_after_replacing_all_nothing_is_found(article, query, replacement, match_case):
    # where words are only taken out, what stood around them may meet and read the same
    assume(replacement or len(query) == 1)
    search = Search(query=query, match_case=match_case)
    hits = find_in_article(article, search)
    made = replaced(article, hits, replacement)
    assert not find_in_article(made, search)
    assert len(find_in_article(made, Search(query="※"))) >= replacement.count("※") * len(hits)
    assert [block.uid for block in made.blocks] == [block.uid for block in article.blocks]


@given(strategies.issues(), queries)
def test_issues_are_searched_and_replaced_whole(issue, query):
    search = Search(query=query)
    hits = find_in_issue(issue, search)
    inside = [hit for one in issue.articles() for hit in find_in_article(one, search, issue=issue.uid)]
    assert [hit for hit in hits if hit.field is not TextField.HEADLINE] == inside
    made = replaced_issue(issue, hits, "※")
    assert not find_in_issue(made, search)
    assert replaced_issue(made, hits, "〓") == made


def issue(name, state, *, weeks=0):
    section = Section(name="要闻", articles=(replace(fakes.article(f"云州{name}"), uid=new_uid()),))
    return Issue(
        publication=derived_uid("p"),
        number=Number(year=2025, number=3, total=30),
        date=dt.date(2025, 1, 20) - dt.timedelta(weeks=weeks),
        profile=Profile(masthead="云州观察"),
        headline=Title(text=f"云州{name}"),
        sections=(section,),
        archive=IssueArchive(state=state),
        uid=derived_uid(name),
    )


class Shelf:
    def __init__(self, *issues):
        self._issues = {one.uid: one for one in issues}

    def issues(self):
        return tuple(
            IssueEntry(
                uid=one.uid,
                publication=one.publication,
                masthead=one.profile.masthead,
                number=one.number,
                date=one.date,
                state=one.archive.state,
                articles=1,
            )
            for one in self._issues.values()
        )

    def issue(self, uid):
        return self._issues[uid]

    @property
    def archive(self):
        return self

    def issues_with(self, _text):
        """Know nothing: every issue is looked through."""


def test_only_issues_that_may_be_edited_are_changed_and_the_others_listed():
    kept = {
        Skip.CLOSED: (issue("乙", "approved"), issue("丙", "published")),
        Skip.SUBMITTED: (issue("丁", "submitted"),),
        Skip.PAST: (issue("戊", "editing", weeks=1), issue("己", "returned", weeks=2)),
    }
    open_one = issue("甲", "editing")
    shelf = Shelf(open_one, *(one for group in kept.values() for one in group))
    found = list(find_in_library(shelf, Search(query="云州")))
    assert [(len(one.hits), one.skip) for one in found] == [
        (3, None),
        *((3, why) for why, group in kept.items() for _ in group),
    ]
    made = replace_in_library(shelf, [hit for one in found for hit in one.hits], "澄江")
    [(before, after)] = made.changes
    assert before is open_one
    assert (after.headline.text, next(after.articles()).title.text) == ("澄江甲", "澄江甲")
    assert [entry.uid for entry in made.skipped] == [one.uid for group in kept.values() for one in group]


def test_a_past_issue_is_changed_once_it_was_unlocked_and_a_closed_one_never():
    past, closed, now = issue("乙", "editing", weeks=1), issue("丙", "published", weeks=1), issue("甲", "editing")
    shelf, both = Shelf(now, past, closed), {past.uid, closed.uid}
    found = list(find_in_library(shelf, Search(query="云州"), unlocked=both))
    assert [one.skip for one in found] == [None, None, Skip.CLOSED]
    hits = [hit for one in found for hit in one.hits]
    made = replace_in_library(shelf, hits, "澄江", unlocked=both)
    assert [before for before, _ in made.changes] == [now, past]


def test_issues_of_another_publication_make_none_past():
    other = replace(issue("乙", "editing", weeks=1), publication=derived_uid("q"))
    found = find_in_library(Shelf(issue("甲", "editing"), other), Search(query="云州"))
    assert [one.skip for one in found] == [None, None]


def test_issues_without_hits_are_not_listed():
    assert not list(find_in_library(Shelf(issue("甲", "editing")), Search(query="澄江")))


def test_a_search_of_the_library_tells_how_far_it_is_and_can_be_stopped():
    class StoppedError(Exception):
        pass

    told = []

    def progress(done, total):
        told.append((done, total))
        if done == 1:
            raise StoppedError

    with pytest.raises(StoppedError):
        list(
            find_in_library(
                Shelf(issue("甲", "editing"), issue("乙", "editing")), Search(query="无"), progress=progress
            )
        )
    assert told == [(0, 2), (1, 2)]


def test_issues_found_name_the_articles_with_hits():
    one = issue("甲", "editing")
    [found] = find_in_library(Shelf(one), Search(query="云州"))
    assert found.titles == {article.uid: article.title.text for article in one.articles()}


def test_the_walk_begins_at_the_caret_and_goes_round():
    article = everywhere()
    hits = find_in_article(article, Search(query="云州"))
    block = article.blocks[0].uid

    def first(place, at=0, uid=article.uid):
        return first_from(hits, SearchPosition(uid, place, at), (article,))

    assert first(TextLocation(TextField.TITLE)) == 0
    assert first(TextLocation(TextField.TITLE), 1) == 1
    assert (
        hits[first(TextLocation(TextField.TEXT, block), 2)].location,
        first(TextLocation(TextField.TEXT, block), 2),
    ) == (hits[6].location, 6)
    assert first(TextLocation(TextField.NOTE, article.blocks[5].uid), 1) == 0
    assert first(TextLocation(TextField.TITLE), uid="gone") == 0
    assert first_from((), SearchPosition("", TextLocation(TextField.TITLE)), (article,)) == -1


def test_an_item_begins_behind_those_above_it():
    block = everywhere().blocks[3]
    joined = "\n".join(map(plain, block.items))
    for part, item in enumerate(block.items):
        at = printed_offset(block, TextLocation(TextField.ITEM, block.uid, part))
        assert joined[at : at + len(plain(item))] == plain(item)


def test_a_replacement_is_named_by_what_it_changes():
    hits = find_in_article(everywhere(), Search(query="云州"))
    assert replacement_name(hits, "云州", "澄江") == "替换 17 处“云州”为“澄江”"
    assert replacement_name(hits, "云州", "云州") == "替换 0 处“云州”为“云州”"
    assert replacement_name(hits[:1], "长" * 13, "") == f"替换 1 处“{'长' * 12}…”为“”"
