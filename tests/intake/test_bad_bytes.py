"""Files whose bytes are not what they say, under every ending that is taken: read right, or refused in one sentence."""

import datetime as dt

import pytest

from editor.desk.intake.outcomes import ReadArticle, RefusedFile
from editor.desk.intake.reading import read_manuscripts
from editor.model.block_texts import block_texts

ENDINGS = [".html", ".htm", ".mht", ".txt", ".md", ".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf"]
TITLE = "云州启动公共数据登记"
BODY = (
    "云州市近日印发方案，对今后一个时期公共数据登记工作作出部署。",
    "据悉，首批试点名单由市数据局另行公布，覆盖十二个部门。",
)
OLD = (
    "雲州啟動公共數據登記",
    "雲州市近日印發方案，對今後一個時期公共數據登記工作作出部署。",
    "據悉，首批試點名單由市數據局另行公佈，覆蓋十二個部門。",
)
TEXT = "\n".join((TITLE, *BODY, ""))
CLIPBOARD = "Version:0.9\r\nStartHTML:0999\r\nEndHTML:0001\r\nStartFragment:0500\r\nEndFragment:0002\r\n"


def page(encoding, lines=(TITLE, *BODY)):
    paragraphs = "".join(f"<p>{line}</p>" for line in lines[1:])
    head = f'<html><head><meta charset="{encoding}"><title>{lines[0]}</title></head>'
    return f"{head}<body><h1>{lines[0]}</h1>{paragraphs}</body></html>"


def mixed(head, body):
    first, second = page("gbk").split("<body>")
    return first.encode(head) + b"<body>" + second.encode(body)


READ = {
    "gbk": TEXT.encode("gbk"),
    "utf-16 without a mark": TEXT.encode("utf-16-le"),
    "first line of another encoding": f"{TITLE}\n".encode("gbk") + "\n".join(BODY).encode(),
    "last line of another encoding": f"{TITLE}\n{BODY[0]}\n".encode() + BODY[1].encode("gbk"),
    "mark of utf-8, gbk": b"\xef\xbb\xbf" + TEXT.encode("gbk"),
    "mark of utf-8, utf-16": b"\xef\xbb\xbf" + TEXT.encode("utf-16-le"),
    "mark of utf-16, utf-8": b"\xff\xfe" + TEXT.encode(),
    "mark of utf-16, gbk": b"\xff\xfe" + TEXT.encode("gbk"),
    "mark of the other utf-16": b"\xfe\xff" + TEXT.encode("utf-16-le"),
    "page of gbk that says utf-8": page("utf-8").encode("gbk"),
    "page of utf-8 that says gbk": page("gb2312").encode(),
    "page, head gbk": mixed("gbk", "utf-8"),
    "page, body gbk": mixed("utf-8", "gbk"),
    "page, mark of utf-8": b"\xef\xbb\xbf" + page("gbk").encode("gbk"),
    "page, mark of utf-16": b"\xff\xfe" + page("utf-8").encode(),
    "page of utf-16": page("utf-16").encode("utf-16"),
    "marks of the clipboard in a page": page("utf-8").replace("<body>", "<body><!--StartFragment-->").encode(),
    "header of the clipboard with wrong places": (CLIPBOARD + page("utf-8")).encode(),
}
READ_OLD = {
    "big5": "\n".join(OLD).encode("big5"),
    "page of big5": page("big5", OLD).encode("big5"),
    "page of big5 that says gbk": page("gbk", OLD).encode("big5"),
}
REFUSED = {
    "nothing but blanks": b"   \n\n ",
    "zip cut off": b"PK\x03\x04" + b"abc" * 50,
    "any bytes": bytes(range(256)) * 40,
    "too much": (TEXT * 40_000).encode("gbk"),
    "one line too long": b"a" * 6_000_000,
}


def outcome(folder, ending, data):
    path = folder / f"来稿{ending}"
    path.write_bytes(data)
    [found] = read_manuscripts([path], at=dt.datetime(2026, 3, 2, tzinfo=dt.UTC))
    return found


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    ("data", "lines"),
    [(data, (TITLE, *BODY)) for data in READ.values()] + [(data, OLD) for data in READ_OLD.values()],
    ids=[*READ, *READ_OLD],
)
def test_bytes_that_say_something_else_are_read_right(tmp_path, ending, data, lines):
    found = outcome(tmp_path, ending, data)
    assert isinstance(found, ReadArticle), found
    article = found.article
    texts = [article.title.text, *(text for block in article.blocks for text in block_texts(block))]
    assert "".join("".join(texts).split()) == "".join(lines)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_refused_in_a_sentence_that_names_the_file(tmp_path, ending, data):
    found = outcome(tmp_path, ending, data)
    assert isinstance(found, RefusedFile), found
    assert found.message.startswith(f"“来稿{ending}”") or f"“来稿{ending}”" in found.message
    assert found.message.endswith("。")


def test_a_foot_of_another_encoding_does_not_spoil_a_page(tmp_path):
    foot = "<div>主办单位：云州市数据局</div>".encode()
    found = outcome(tmp_path, ".html", page("gbk").encode("gbk").replace(b"</body>", foot + b"</body>"))
    assert found.article.title.text == TITLE
    assert not any("认不出" in message for message in found.messages)
