"""Random archives: years of issues whose words are as unevenly frequent as those of a language, from a seed."""

import datetime as dt
import itertools
import random
from collections.abc import Iterator
from pathlib import Path

from db.library import open_library
from editor.desk.ports import Arrival
from editor.model.article import Article, ArticleArchive, Title
from editor.model.body import Paragraph, text_of
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Profile, Publication

AN_ISSUE, _SECTIONS = 15, ("要闻", "实践", "动态")
_CHARACTERS = [chr(0x4E00 + place * 7) for place in range(900)]
_LATIN = ("AI", "GPT", "5G", "OpenAI", "2024", "API")


class Writer:
    """Writes articles of about 1,250 characters."""

    def __init__(self, seed: int) -> None:
        """Make up the language."""
        self._rng = rng = random.Random(seed)
        lengths = (1, 2, 2, 2, 2, 3, 4)
        self._words = ["".join(rng.choices(_CHARACTERS, k=rng.choice(lengths))) for _ in range(12_000)] + [*_LATIN]
        # as of a language: the nth word is as frequent as 1/n
        self._weights = list(itertools.accumulate(1 / (place + 8) for place in range(len(self._words))))

    def text(self, words: int) -> str:
        """Return a sentence or a paragraph."""
        chosen = self._rng.choices(self._words, cum_weights=self._weights, k=words)
        return "，".join("".join(chosen[at : at + 6]) for at in range(0, words, 6)) + "。"

    def article(self) -> Article:
        """Return an article of seven paragraphs."""
        rng = self._rng
        return Article(
            title=Title(text=self.text(7)[:-1]),
            source=f"{rng.choice(self._words[:200])}局",
            blocks=tuple(Paragraph(runs=text_of(self.text(75))) for _ in range(7)),
            archive=ArticleArchive(tags=(rng.choice(("数据", "政务", "民生", "北京市")),)),
        )

    def issues(self, articles: int, publication: Publication) -> Iterator[Issue]:
        """Yield weekly issues with so many articles in all."""
        each = AN_ISSUE // len(_SECTIONS)
        for number in range(1, articles // AN_ISSUE + 1):
            day = dt.date(2010, 1, 4) + dt.timedelta(weeks=number)
            yield Issue(
                publication=publication.uid,
                profile=publication.profile,
                number=Number(year=day.year, number=number, total=number),
                date=day,
                sections=tuple(
                    Section(name=name, articles=tuple(self.article() for _ in range(each))) for name in _SECTIONS
                ),
            )


def make_archive(path: Path, articles: int, seed: int = 7) -> None:
    """Make a library of so many articles, indexed as they come in."""
    publication = Publication(profile=Profile(masthead="云州观察"))
    with open_library(path) as library:
        for issue in Writer(seed).issues(articles, publication):
            library.take_in(Arrival(issue=issue, publication=publication))
