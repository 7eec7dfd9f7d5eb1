"""Sound inputs of every reader, at least twenty each, made by the program itself and its tests."""

import base64
import functools
import io
import itertools
import quopri
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519
from PIL import Image

from editor.desk.printing import print_files
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.pkcs8 import encrypted_pem
from editor.export.html import article_html
from editor.export.text import article_text
from editor.interchange.issue_file import write_issue
from editor.interchange.package import Original, Package, write_package
from editor.interchange.profile_file import write_profile
from editor.interchange.sample import sample_issue
from editor.model.issue import Issue
from editor.model.publication import Profile, Publication, SectionRule
from editor.pages.reading import read_pdf
from tests.benchmarks.random_issues import random_issue
from tests.font_files import font_bytes
from tests.key_files import key_text
from tests.pages.pdfs import pdf_of
from tests.saved_pages.all_pages import all_pages
from tests.word_kinds import KINDS

COUNT = 20
WORDS = "一句只有自己知道的话"


@functools.cache
def issues() -> tuple[tuple[Issue, Publication, dict[str, bytes]], ...]:
    """The sample, and random issues."""
    made = [sample_issue()]
    for seed in range(COUNT - 1):
        issue = random_issue(seed, articles=5)
        rules = (SectionRule(name="甲"), SectionRule(name="乙"))
        publication = Publication(profile=issue.profile, sections=rules, uid=issue.publication)
        made.append((issue, publication, {}))
    return tuple(made)


def past_issues() -> Iterator[bytes]:
    """Texts of issues as an office keeps them."""
    for issue, _, _ in issues():
        titles = "\n".join(article.title.text for article in issue.articles())
        head = (
            f"{issue.profile.masthead}\n{issue.date.year}年1月20日　第3期　总第30期\n\n主编：陈贝、单志刚\n\n本期要目\n"
        )
        sections = "\n\n".join(
            section.name + "\n\n" + "\n\n\n\n".join(map(article_text, section.articles)) for section in issue.sections
        )
        yield f"{head}{titles}\n\n{sections}\n".encode()


def issue_files() -> Iterator[bytes]:
    """Issues as JSON."""
    return (write_issue(issue, publication) for issue, publication, _ in issues())


def packages() -> Iterator[bytes]:
    """Packages with pictures and originals."""
    for issue, publication, pictures in issues():
        originals = (Original(name="原稿.txt", data="云州".encode()),)
        yield write_package(Package(issue=issue, publication=publication, pictures=pictures, originals=originals))


def profiles() -> Iterator[bytes]:
    """Settings of publications."""
    for number, (_, publication, pictures) in enumerate(issues()):
        profile = replace(publication.profile, slogan="口号" * number, notice="声明" * number)
        yield write_profile(replace(publication, profile=profile), pictures)


def pages_of_html() -> Iterator[bytes]:
    """Articles as HTML."""
    for issue, _, pictures in issues()[: COUNT // 2]:
        first, second, *_ = issue.articles()
        yield article_html(first, {digest: data[:2000] for digest, data in pictures.items()}).encode()
        yield (article_html(second) + "<!--StartFragment--><p style='mso-list:l0'><b>一</b></p>").encode()


def web_pages() -> Iterator[bytes]:
    """Whole pages as sites build them."""
    return (page.data for page in all_pages() if not page.name.startswith(("archive", "copied")))


def copied_pages() -> Iterator[bytes]:
    """Pages as a clipboard has them, one in two with the header of Windows."""
    header = b"Version:0.9\r\nStartHTML:000120\r\nEndHTML:009000\r\nStartFragment:000200\r\nEndFragment:008000\r\n"
    for page in all_pages():
        yield page.data
        yield header + b"SourceURL:https://example.org/a\r\n" + page.data


def page_archives() -> Iterator[bytes]:
    """Pages in one file with a picture, as Chromium saves them, one in three with a frame."""
    for number, page in enumerate(all_pages()):
        if page.name.startswith("archive"):
            yield page.data
            continue
        coding = ("quoted-printable", "base64", "8bit")[number % 3]
        parts = [archived_part("text/html; charset=utf-8", coding, "https://example.org/a", page.data)]
        parts += [archived_part("image/png", "base64", "https://example.org/p.png", b"\x89PNG\r\n\x1a\n" + bytes(60))]
        parts += [archived_part("text/html", coding, "cid:frame@mhtml", page.data[:900])] if not number % 3 else []
        yield ARCHIVE_HEAD + b"".join(b"------B\r\n" + part for part in parts) + b"------B--\r\n"


ARCHIVE_HEAD = b"""From: <Saved by Blink>\r
Snapshot-Content-Location: https://example.org/a\r
Subject: =?utf-8?Q?=E9=A1=B5?=\r
MIME-Version: 1.0\r
Content-Type: multipart/related;\r
\ttype="text/html";\r
\tboundary="----B"\r
\r
"""


def archived_part(kind: str, coding: str, address: str, data: bytes) -> bytes:
    """Return a part of such a file."""
    packed = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(coding, bytes)(data)
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\nContent-Location: {address}\r\n\r\n"
    return head.encode() + packed + b"\r\n"


def markdown_texts() -> Iterator[bytes]:
    """Texts in Markdown with everything that it has."""
    for number, text in enumerate(texts()):
        more = "## 一\n\n**甲。**乙`丙`\n\n- 一\n  1. 二\n\n> 引\n\n|甲|乙|\n|--|-:|\n|1|2|\n\n![图](a.png) [链](https://a.cn)\n\n---\n"
        front = f"---\ntitle: 题{number}\ndate: 2025-01-02\n---\n# 题\n\n{more}"
        yield front.encode() + text


def texts() -> Iterator[bytes]:
    """Articles as plain text."""
    for issue, _, _ in issues():
        yield article_text(next(issue.articles())).encode()


@functools.cache
def word_files() -> tuple[bytes, ...]:
    """Word files as the program exports them."""
    made = (print_files(issue, pictures=pictures, pdf=False).word for issue, _, pictures in issues())
    return tuple(data for data in made if data)


@functools.cache
def manuscripts() -> tuple[bytes, ...]:
    """Word files as other programs write them, and two of our own."""
    return (*(make(seed).data for make in KINDS for seed in range(2)), *word_files()[:2])


RICH = "".join(f"\\u{ord(char)}?" for char in "云州市召开会议，部署工作。")
ODT_BODY = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:text><text:h>云州</text:h><text:p>会议召开。</text:p></office:text></office:body></office:document-content>"""


def open_document(number: int) -> bytes:
    """Return a small .odt."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT_BODY.replace("云州", f"云州{number}"))
    return buffer.getvalue()


def incoming() -> Iterator[bytes]:
    """Files of every kind that intake knows or refuses, to be told by their first bytes."""
    for make in (web_pages, page_archives, markdown_texts, manuscripts, pdfs):
        yield from itertools.islice(make(), 8)
    for number in range(5):
        yield open_document(number)
        yield f"{{\\rtf1\\ansi\\f{number} {RICH}\\par {RICH}\\par}}".encode()
        yield (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500 + number) + "WordDocument".encode("utf-16-le") + bytes(600)
        )
        yield "數據登記上路。\n今日起施行。\n".encode(("gb18030", "utf-16", "big5", "utf-8", "utf-8-sig")[number])
        yield b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>' + bytes(number)


def pictures() -> Iterator[bytes]:
    """Pictures of every kind and mode that comes in."""
    kinds = {
        "PNG": ("RGB", "RGBA", "L", "LA", "P", "1", "I;16"),
        "JPEG": ("RGB", "L", "CMYK"),
        "GIF": ("P", "L"),
        "BMP": ("RGB", "P", "1"),
        "TIFF": ("RGB", "CMYK", "1", "I;16", "F"),
        "WEBP": ("RGB", "RGBA"),
    }
    noise = Image.effect_noise((40, 30), 90)
    for kind, modes in kinds.items():
        for mode in modes:
            buffer = io.BytesIO()
            image = noise.convert(mode) if mode != "LA" else noise.convert("LA")
            image.save(buffer, kind)
            yield buffer.getvalue()


def fonts() -> Iterator[bytes]:
    """A shipped face under other names."""
    return (font_bytes(f"云州仿宋{number}") for number in range(COUNT))


def keys() -> Iterator[bytes]:
    """Key files under a cheap cost."""
    for number in range(COUNT):
        private = ed25519.Ed25519PrivateKey.generate()
        plain = (serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        pem = encrypted_pem(private.private_bytes(*plain), WORDS, cost=1 << 10)
        printed = fingerprint(private.public_key().public_bytes_raw().hex())
        yield key_text(pem, name=f"宋希贤{number}", printed=printed).encode()


def pdfs() -> Iterator[bytes]:
    """PDFs written by hand, and one that the typesetter made."""
    for number in range(COUNT - 1):
        yield pdf_of(f"BT /F1 {number + 1} Tf 100 700 Td (Hello {number}) Tj ET", pages=number % 4 + 1)
    issue = replace(random_issue(1, articles=4), profile=Profile(masthead="基准"))
    made = print_files(issue, pictures={}, word=False).pdf
    if made:
        yield made


def own_texts() -> Iterator[bytes]:
    """Texts of PDFs that the typesetter made."""
    for seed in range(4):
        issue = replace(random_issue(seed, articles=4), profile=Profile(masthead="云州观察"))
        made = print_files(issue, pictures={}, word=False).pdf
        yield "\n".join(read_pdf(made or b"").texts).encode()
