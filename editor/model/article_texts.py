"""The texts of an article by their locations, read and written; those of its blocks come from `block_texts`."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from editor.model.article import Article
from editor.model.block_texts import TextField, TextLocation, located_texts, with_parts
from editor.model.body import Block, Text, plain, text_of

Texts = Mapping[TextLocation, Text]


def article_texts(article: Article) -> Iterator[tuple[TextLocation, Text]]:
    """Yield every text of an article with its location, in printed order."""
    yield TextLocation(TextField.TITLE), text_of(article.title.text)
    yield from ((TextLocation(field), text_of(line)) for field, line in _lines(article))
    for block in article.blocks:
        yield from located_texts(block)


def with_texts(article: Article, new: Texts) -> Article:
    """Return the article with these texts in their places; the title is not among them, since its breaks move too."""
    touched = {location.block for location in new}
    blocks = tuple(_with_texts(block, new) if block.uid in touched else block for block in article.blocks)
    line = {field: plain(new.get(TextLocation(field), text_of(text))) for field, text in _lines(article)}
    return replace(
        article,
        blocks=blocks,
        contents_title=line[TextField.CONTENTS_TITLE],
        subtitle=line[TextField.SUBTITLE],
        source=line[TextField.SOURCE],
        link_caption=line[TextField.LINK_CAPTION],
    )


def _lines(article: Article) -> tuple[tuple[TextField, str], ...]:
    return (
        (TextField.CONTENTS_TITLE, article.contents_title),
        (TextField.SUBTITLE, article.subtitle),
        (TextField.SOURCE, article.source),
        (TextField.LINK_CAPTION, article.link_caption),
    )


def _with_texts(block: Block, new: Texts) -> Block:
    return with_parts(block, [new.get(location, text) for location, text in located_texts(block)])
