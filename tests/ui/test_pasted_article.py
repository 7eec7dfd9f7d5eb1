"""粘贴成文: an article of what a browser or an assistant put on the clipboard."""

import pytest
from PySide6.QtCore import QByteArray, QMimeData

from editor.desk.intake.reading import PLAIN
from editor.intake.pictures import take_picture
from editor.interchange.codec import encode
from editor.model.block_texts import block_texts
from editor.model.body import Figure, Heading, Paragraph, text_of
from editor.model.guesses import open_guesses
from editor.model.origin import ManuscriptField
from editor.ui.body.clipboard import BLOCKS_FORMAT, Clip, pasted_article, pasted_plain

BODY = "<p>近日，云州市印发方案，对数据登记工作作出部署。</p><p>各区要建立台账，逐项登记，按季度更新。</p>"
NAV = "<div class=nav><a href=/>首页</a><a href=/a>公开</a></div>"
PAGE = f"{NAV}<h1>云州推进数据登记</h1><div>来源：云州日报</div>{BODY}"


def take(data, name):
    return take_picture(data, name=name)


def article(**formats):
    data = QMimeData()
    for name, value in formats.items():
        if name == "html":
            data.setHtml(value)
        elif name == "text":
            data.setText(value)
        else:
            data.setData(FORMATS[name], QByteArray(value))
    read = pasted_article(data, take, PLAIN)
    return read and (read.article, read.messages)


FORMATS = {
    "chromium": "chromium/x-source-url",
    "firefox": "text/x-moz-url-priv",
    "windows": 'application/x-qt-windows-mime;value="HTML Format"',
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "address",
    [
        {"chromium": b"https://example.org/a"},
        {"firefox": "https://example.org/a".encode("utf-16-le")},
        {"windows": b"Version:0.9\r\nStartHTML:0\r\nEndHTML:0\r\nSourceURL:https://example.org/a\r\n" + PAGE.encode()},
    ],
    ids=lambda known: next(iter(known)),
)
def test_a_page_with_its_address(address):
    made, _ = article(html=PAGE, **address)
    assert (made.title.text, made.source, made.link) == ("云州推进数据登记", "云州日报", "https://example.org/a")
    assert next(text for block in made.blocks for text in block_texts(block)).startswith("近日")


@pytest.mark.usefixtures("qapp")
def test_the_address_of_a_site_is_not_that_of_the_page():
    made, _ = article(html=PAGE, firefox="https://example.org".encode("utf-16-le"))
    assert made.link == ""


@pytest.mark.usefixtures("qapp")
def test_a_leading_picture_stays_a_picture():
    made, _ = article(html=f"<p><img src='https://example.org/a.png' width=600 height=400></p>{BODY}")
    assert made.title.text == ""
    assert isinstance(made.blocks[0], Figure)


@pytest.mark.usefixtures("qapp")
def test_text_that_is_markdown():
    made, _ = article(text="# 数据登记提速\n\n## 概况\n\n正文。\n")
    assert made.title.text == "数据登记提速"
    assert isinstance(made.blocks[0], Heading)


@pytest.mark.usefixtures("qapp")
def test_an_empty_clipboard_makes_no_article():
    assert article() is None
    assert article(text=" ") is None


@pytest.mark.usefixtures("qapp")
def test_markdown_in_the_text_has_its_plain_words_one_step_back():
    data = QMimeData()
    data.setText("# 概况\n\n**甲**乙")
    pasting = pasted_plain(data)
    assert [text for block in pasting.before for text in block_texts(block)] == ["# 概况", "**甲**乙"]
    assert [text for block in pasting.blocks for text in block_texts(block)] == ["概况", "甲乙"]


LINES = "近日，云州市印发方案，对数据登记工作作出部署。\n\n各区要建立台账，逐项登记，按季度更新。"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "text",
    [
        f"云州推进数据登记\n\n{LINES}",
        f"云州推进数据登记\n{LINES}",
        f"**云州推进数据登记**\n\n{LINES}\n\n- 一\n- 二",
        f"云州推进数据登记\n\n## 一、台账\n\n{LINES}",
    ],
    ids=["plain", "without a blank line", "bold", "above headings"],
)
def test_a_title_that_no_text_declares_looks_like_a_guess(text):
    made, _ = article(text=text)
    assert (made.title.text, open_guesses(made)) == ("云州推进数据登记", (ManuscriptField.TITLE,))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", [f"# 云州推进数据登记\n\n{LINES}", f"云州推进数据登记\n====\n\n{LINES}"])
def test_a_title_that_a_text_declares_is_no_guess(text):
    made, _ = article(text=text)
    assert (made.title.text, open_guesses(made)) == ("云州推进数据登记", ())


@pytest.mark.usefixtures("qapp")
def test_the_first_of_our_own_blocks_is_a_guess_at_the_title():
    blocks = (Paragraph(runs=text_of("云州推进数据登记")), Paragraph(runs=text_of("近日，云州市印发方案。")))
    data = QMimeData()
    data.setData(BLOCKS_FORMAT, encode(Clip(blocks=blocks)))
    read = pasted_article(data, take, PLAIN)
    assert (read.article.title.text, open_guesses(read.article)) == ("云州推进数据登记", (ManuscriptField.TITLE,))
