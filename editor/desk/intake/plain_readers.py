"""Readers of articles by what the program reads anyway: text, a page's HTML, the paragraphs of a Word file."""

from dataclasses import replace

from editor.intake.manuscript import IncomingFile, Manuscript, ManuscriptField
from editor.model.article import Article, ArticleArchive, Title
from editor.model.body import Block
from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.decode import decode_text

_LONGEST_TITLE, _NO_TITLE_END = 60, "。；！？："


def text_article(file: IncomingFile) -> Manuscript:
    """Read plain text."""
    from editor.intake.plain_text import blocks_from_text

    return _titled(blocks_from_text(decode_text(file.data, name=file.name), join_lines=True))


def word_article(file: IncomingFile) -> Manuscript:
    """Read the paragraphs of a Word file."""
    from editor.intake.plain_text import blocks_from_text
    from editor.intake.word.reading import read_word

    return _titled(blocks_from_text("\n".join(read_word(file.data).paragraphs)))


def page_article(file: IncomingFile) -> Manuscript:
    """Read a page."""
    from editor.intake.html import blocks_from_html

    page = blocks_from_html(decode_text(file.data, name=file.name))
    made = (
        Manuscript(article=Article(title=Title(text=page.title), blocks=page.blocks))
        if page.title
        else _titled(page.blocks)
    )
    archive = ArticleArchive(published=page.published)
    article = replace(made.article, subtitle=page.subtitle, source=page.source, link=page.link, archive=archive)
    return replace(made, article=article, pictures=page.pictures, messages=page.messages)


def office_article(file: IncomingFile) -> Manuscript:
    """Refuse a file of an older Word or of WPS with what to do."""
    raise UserError(
        tr("“{name}”要先转换才能读：请用 Word 或 WPS 打开它，另存为 .docx，再把那一个放进来。", name=file.name)
    )


def pdf_article(file: IncomingFile) -> Manuscript:
    """Refuse a PDF with what to do."""
    raise UserError(
        tr("“{name}”是 PDF，还读不成文章：请打开它，复制文字，再用“粘贴成文”（Ctrl+Shift+V）。", name=file.name)
    )


def _titled(blocks: tuple[Block, ...]) -> Manuscript:
    """Return the article of blocks; a short first line without a full stop is guessed to be its title."""
    from editor.export.text import blocks_text

    first = blocks_text(blocks[:1]).strip()
    if len(blocks) > 1 and 0 < len(first) <= _LONGEST_TITLE and "\n" not in first and first[-1] not in _NO_TITLE_END:
        article = Article(title=Title(text=first), blocks=blocks[1:])
        return Manuscript(article=article, guessed=frozenset({ManuscriptField.TITLE}))
    return Manuscript(article=Article(title=Title(text=""), blocks=blocks))
