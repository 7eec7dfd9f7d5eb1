"""An article that we export to Word comes back as it was."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.intake.manuscript import IncomingFile
from editor.intake.word.manuscript import word_manuscript
from editor.model.article import Article, Title
from editor.model.block_kinds import as_table
from editor.model.block_texts import block_parts, with_parts
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
from editor.model.runs import normal
from editor.model.table_edits import merge_cells
from tests.word_files import article_file

HAN = "数据登记制度改革试点工作要素市场平台建设治理能力"
words = st.text(HAN, min_size=2, max_size=12)
latin = st.sampled_from(("", "AI", "36.5%", "GB/T 36344", "（试行）", "《办法》"))
clauses = st.builds(lambda a, b, c: a + b + c, words, latin, words)
looks = st.fixed_dictionaries(
    {},
    optional={
        "bold": st.booleans(),
        "script": st.sampled_from(Script),
        "link": st.just("https://example.org/a?b=1&c=2"),
    },
)
runs = st.builds(lambda text, look: Run(text=text, **look), clauses, looks)
notes = st.builds(lambda text: Run(text=ANCHOR, footnote=text + "。"), clauses)
bodies = st.lists(runs | notes, min_size=1, max_size=3).map(
    lambda made: normal((Run(text="云州"), *made, Run(text="各项工作都已完成。")))
)
items = st.lists(bodies, min_size=2, max_size=3).map(tuple)
heads = st.tuples(st.integers(1, 3), words).map(
    lambda one: Heading(level=one[0], runs=text_of(("一、", "（一）", "1.")[one[0] - 1] + one[1]))
)


@st.composite
def tables(draw):
    columns, rows = draw(st.integers(2, 3)), draw(st.integers(2, 4))
    cells = st.lists(clauses.map(text_of), min_size=columns, max_size=columns).map(tuple)
    head, *rest = [draw(cells) for _ in range(rows)]
    made = Table(head=head, rows=tuple(rest), caption="表1　各地情况", note=draw(st.sampled_from(("", "注：初步统计"))))
    if draw(st.booleans()):
        made = merge_cells(made, CellSpan(row=1, column=0, columns=draw(st.integers(1, columns)))) or made
    return made


figures = st.builds(Figure, caption=st.sampled_from(("", "图1　登记流程")), source=st.sampled_from(("", "云州日报")))
blocks = st.one_of(
    bodies.map(lambda one: Paragraph(runs=one)),
    heads,
    bodies.map(lambda one: Quote(runs=one)),
    st.tuples(st.booleans(), items).map(lambda one: ItemList(ordered=one[0], items=one[1])),
    tables(),
    figures,
)


@st.composite
def articles(draw):
    """An article; paragraphs stand between the blocks, since two lists in a row read as one."""
    between = Paragraph(runs=text_of("其间的一段文字说明情况。"))
    middle = [one for block in draw(st.lists(blocks, min_size=1, max_size=4)) for one in (block, _fresh(between))]
    return Article(
        title=Title(text="云州市" + draw(words) + "的做法"),
        subtitle=draw(st.sampled_from(("", "——以云州为例"))),
        blocks=(_fresh(between), *middle),
        source="云州日报",
        link="https://example.org/a/1",
    )


def _fresh(block):
    return Paragraph(runs=block.runs)


def seen(block):
    """Return a block without its identity, and what Word has no word for: the sides that cells choose by themselves."""
    table = as_table(block)
    even = with_parts(block, [normal(text) for _, text in block_parts(block)])
    bare = replace(even, uid="0" * 32)
    return replace(bare, alignments=()) if table else bare


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
def test_our_word_file_is_read_back(article):
    made = word_manuscript(IncomingFile(name="一篇.docx", data=article_file(article))).article
    assert (made.title.text, made.subtitle) == (article.title.text, article.subtitle)
    assert (made.source, made.link) == (article.source, article.link)
    assert list(map(seen, made.blocks)) == list(map(seen, article.blocks))
    assert plain(made.blocks[-1].runs)
