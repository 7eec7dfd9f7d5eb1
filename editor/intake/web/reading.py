"""A web page, saved or copied, to an article."""

from dataclasses import replace

from lxml import etree

from editor.intake.html.copied import copied_html
from editor.intake.html.shallow import shallow
from editor.intake.manuscript import IncomingFile, Manuscript
from editor.intake.size_guard import check_size
from editor.intake.web.archive import is_archive, read_archive
from editor.intake.web.article import manuscript_of
from editor.intake.web.charset import page_text
from editor.intake.web.declared import read_declared
from editor.intake.web.leftovers import PageAccount, PageLoss
from editor.intake.web.lines import Page, page_lines
from editor.intake.web.own import own_manuscript
from editor.intake.web.pictures import PageFolder
from editor.intake.web.work import ArticleOnPage, PageSource
from editor.model.errors import UserError
from editor.model.language import tr

# libxml2's tree ends at 2,048 elements inside one another and drops the rest without a word
_DEEPEST_SEEN, _DEEPEST = 900, 250
_ZIP = b"PK\x03\x04"
_ENDINGS = (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml")


def page_manuscript(file: IncomingFile) -> Manuscript:
    """Return the article of a saved page, .html, .htm, .mht or .mhtml, or of one under an ending of Word's.

    Fields are taken from what the page declares, then from what it says; what is no part of the article is counted in
    messages. Pictures come from the page's folder or from itself, never from the web. Raises UserError, naming the
    file, for what is no page, holds no text or is beyond the limits of `html.blocks_from_html`.
    """
    account = PageAccount()
    if is_archive(file.data):
        archive = read_archive(file.data, name=file.name)
        account[PageLoss.FRAMES] += archive.frames
        html = page_text(archive.page, account, name=file.name, declared=archive.charset)
        source = PageSource(address=file.address or archive.address, pictures=archive.folder)
    else:
        # what was copied under Windows and kept as a file still has the clipboard's header
        copied = copied_html(page_text(file.data, account, name=file.name))
        html, address = copied.html, file.address or copied.address
        source = PageSource(address=address, pictures=PageFolder(file.beside))
    # a zip that nothing could open is no page whatever its ending
    made = None if file.data.startswith(_ZIP) else _manuscript(html, source, account, name=file.name)
    if made is None:
        raise UserError(
            tr("“{name}”里没有读到文字。请在浏览器里打开，等文字出来后再存，或复制后粘贴成文。", name=file.name)
        )
    if file.name.lower().endswith(_ENDINGS):
        return made
    said = tr("“{name}”里面是网页，按网页读入。", name=file.name)
    return replace(made, messages=(said, *made.messages))


def clipboard_manuscript(html: str, address: str = "") -> Manuscript:
    """Return the article of HTML that a browser, WeChat or Word put on the clipboard.

    html: also with the header of Windows, whose marks of the copied part then count; address: where it was copied,
    empty where the clipboard does not say. Raises UserError for a clipboard without text, or beyond the limits.
    """
    account = PageAccount()
    copied = copied_html(html)
    account[PageLoss.OUTSIDE] += copied.dropped
    source = PageSource(address=address or copied.address, copied=True)
    made = _manuscript(copied.html, source, account)
    if made is None:
        raise UserError(tr("剪贴板里没有文字。先在网页、微信或 Word 里复制一篇，再粘贴成文。"))
    return made


def _manuscript(html: str, source: PageSource, account: PageAccount, *, name: str = "") -> Manuscript | None:
    check_size(html, name=name)
    own = own_manuscript(html, source.pictures)
    if own:
        return own
    root, page = _taken_apart(html)
    if root is None:
        return None
    declared = read_declared(root, html)
    account[PageLoss.FRAMES] += page.frames if not page.lines else 0
    return manuscript_of(ArticleOnPage(root, page, declared, source, account))


def _taken_apart(html: str) -> tuple[etree._Element | None, Page]:
    root = _tree(shallow(html))
    page = page_lines(root) if root is not None else Page()
    if page.depth > _DEEPEST_SEEN:
        root = _tree(shallow(html, deepest=_DEEPEST, few=0))
        page = page_lines(root) if root is not None else Page()
    return root, page


def _tree(html: str) -> etree._Element | None:
    # bytes, since lxml refuses text that declares an encoding; lone surrogates are dropped
    data = html.replace("\0", "").encode("utf-8", "ignore")
    if not data.strip():
        return None
    return etree.fromstring(data, etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_pis=True))
