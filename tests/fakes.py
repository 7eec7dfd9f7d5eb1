"""Small documents for the exporters' tests."""

import datetime as dt
import hashlib
import io

from PIL import Image

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.model.article import Article, Title
from editor.model.body import Paragraph, text_of
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.picture import Picture
from editor.model.publication import PageStart, Profile
from editor.model.uid import derived_uid

LOOK = look_table(Issue.__dataclass_fields__["look"].default)


def prose(length=120):
    sentence = "数据登记的要义在于让同一份数据说得清来历、算得清次数、分得清责任。"
    return (sentence * (length // len(sentence) + 1))[:length]


def article(title="云州发布数据登记办法", *blocks, **fields):
    fields = {"source": "云州日报", "link": "https://example.org/a?b=1"} | fields
    blocks = blocks or (Paragraph(runs=text_of(prose()), uid=derived_uid(title, "p")),)
    return Article(title=Title(text=title), blocks=blocks, uid=derived_uid(title), **fields)


def issue_of(*articles, masthead="云州观察", rule=PageStart.RUN_ON, section="要闻", **fields):
    sections = (Section(name=section, articles=articles, page_start=rule, uid=derived_uid("s")),) if articles else ()
    fields = {"profile": Profile(masthead=masthead)} | fields
    return Issue(
        publication=derived_uid("p"),
        number=Number(year=2025, number=3, total=30),
        date=dt.date(2025, 1, 20),
        sections=sections,
        uid=derived_uid("i"),
        **fields,
    )


def document(*articles, **fields):
    return issue_document(issue_of(*articles, **fields), title_width=LOOK.title_width)


def picture(width=400, height=300):
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "#0b3f73").save(buffer, "PNG")
    data = buffer.getvalue()
    digest = hashlib.sha256(data).hexdigest()
    return Picture(sha256=digest, media_type="image/png", width=width, height=height), {digest: data}
