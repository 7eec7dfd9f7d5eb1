"""Prepares a typesetter in a separate thread while an export reads the library."""

import datetime as dt
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.model.article import Article, title_of
from editor.model.body import Heading, Paragraph, Run
from editor.model.font import FontFile
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Profile
from editor.model.uid import derived_uid
from editor.pages.typesetter import Typesetter


@contextmanager
def typesetter_ahead() -> Iterator[Callable[[tuple[FontFile, ...]], Typesetter]]:
    """Yield a function that waits for the prepared typesetter; given fonts of the office, it makes a new one."""
    with ExitStack() as stack, ThreadPoolExecutor(1, thread_name_prefix="typesetter") as pool:
        prepared = pool.submit(_ready_typesetter, stack)
        yield lambda fonts: Typesetter(fonts) if fonts else prepared.result()


def _ready_typesetter(stack: ExitStack) -> Typesetter:
    """Return a typesetter that has set one page with every shipped font, so that fonts and template are loaded."""
    typesetter = stack.enter_context(Typesetter())
    look = look_table(_SPECIMEN.look)
    typesetter.facts(issue_document(_SPECIMEN, title_width=look.title_width), look, {})
    return typesetter


_TEXT = "正文 text 123，“引文”。"
_SPECIMEN = Issue(
    publication=derived_uid("specimen"),
    profile=Profile(masthead="样张"),
    number=Number(year=2000, number=1, total=1),
    date=dt.date(2000, 1, 1),
    sections=(
        Section(
            name="栏目",
            articles=(
                Article(
                    title=title_of("标题"),
                    blocks=(
                        Heading(runs=(Run(text=_TEXT),)),
                        Paragraph(runs=(Run(text=_TEXT), Run(text=_TEXT, bold=True), Run(text=_TEXT, italic=True))),
                    ),
                    source="来源",
                    link="https://example.org",
                ),
            ),
        ),
    ),
)
