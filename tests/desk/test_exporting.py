"""What an export writes, and what it says of it."""

import io
import random
import re
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from editor.desk.exporting import Targets, export_issue
from editor.intake.pictures import take_picture
from editor.interchange.package import read_package
from editor.interchange.sample import sample_issue
from editor.model.article import Title
from editor.model.body import Figure, Paragraph, Run, Table
from editor.model.errors import UserError
from editor.model.publication import Contact, Look, Publisher

A4_INCHES = 210 / 25.4


@pytest.fixture
def noisy(tmp_path):
    """The sample with a picture that does not compress, 3,000 px wide, and where to export it."""
    issue, publication, pictures = sample_issue()
    buffer = io.BytesIO()
    Image.frombytes("RGB", (3000, 1600), random.Random(1).randbytes(3000 * 1600 * 3)).save(buffer, "PNG")
    picture, data = take_picture(buffer.getvalue(), name="噪点.png")
    first = issue.sections[0].articles[0]
    article = replace(first, blocks=(*first.blocks, Figure(picture=picture, caption="图1　示意")))
    section = replace(issue.sections[0], articles=(article, *issue.sections[0].articles[1:]))
    changed = replace(issue, sections=(section, *issue.sections[1:]))
    places = {"pdf": tmp_path / "a.pdf", "word": tmp_path / "a.docx", "package": tmp_path / "a.bulletin"}
    outcome = export_issue(changed, publication, pictures=pictures | {picture.sha256: data}, targets=Targets(**places))
    return outcome, places, (picture, data)


def test_pages_carry_300_dpi_and_the_package_the_whole_picture(noisy):
    _, places, (picture, data) = noisy
    with pypdfium2.PdfDocument(places["pdf"]) as pdf:
        images = [one for page in pdf for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
        for image in images:
            left, _, right, _ = image.get_bounds()
            assert image.get_px_size()[0] <= (right - left) / 72 * 300 + 1
    with zipfile.ZipFile(places["word"]) as word:
        widths = [
            Image.open(io.BytesIO(word.read(name))).width for name in word.namelist() if name.startswith("word/media")
        ]
    assert max(widths) <= A4_INCHES * 300
    assert read_package(places["package"].read_bytes()).pictures[picture.sha256] == data


def test_a_file_too_large_for_mail_is_named(noisy):
    outcome, places, _ = noisy
    large = [path.name for path in places.values() if path.stat().st_size > 10_000_000]
    assert large
    assert all(any(name in said and "邮件" in said for said in outcome.warnings) for name in large)


def test_a_picture_that_an_edit_left_behind_is_not_in_the_package(tmp_path):
    issue, publication, pictures = sample_issue()
    buffer = io.BytesIO()
    Image.new("RGB", (9, 9), "#0b3f73").save(buffer, "PNG")
    picture, data = take_picture(buffer.getvalue(), name="旧图.png")
    place = tmp_path / "a.bulletin"
    export_issue(issue, publication, pictures=pictures | {picture.sha256: data}, targets=Targets(package=place))
    assert read_package(place.read_bytes()).issue == issue


def png(mode, *size):
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, "PNG")
    return buffer.getvalue()


def jpeg(*size):
    buffer = io.BytesIO()
    Image.new("L", size).save(buffer, "JPEG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(png("RGB", 1, 2000), id="1x2000"),
        pytest.param(png("RGB", 2000, 1), id="2000x1"),
        pytest.param(png("RGB", 1, 1), id="1x1"),
        pytest.param(png("L", 40, 30000), id="40x30000"),
        pytest.param(png("L", 30000, 40), id="30000x40"),
        pytest.param(jpeg(2, 60000), id="2x60000.jpg"),
        pytest.param(jpeg(60000, 2), id="60000x2.jpg"),
    ],
)
def test_a_picture_of_an_extreme_shape_prints_wherever_it_stands(tmp_path, data):
    issue, publication, pictures = sample_issue()
    picture, kept = take_picture(data, name="图.png")
    first = issue.sections[0].articles[0]
    blocks = (*first.blocks, Figure(picture=picture), Figure(picture=picture, width=50))
    section = replace(issue.sections[0], articles=(replace(first, blocks=blocks), *issue.sections[0].articles[1:]))
    logos = tuple(replace(one, logo=picture, dark_logo=picture) for one in issue.profile.publishers)
    changed = replace(
        issue,
        cover_picture=picture,
        contacts=(Contact(label="扫码", caption="扫码", picture=picture),),
        profile=replace(issue.profile, masthead_picture=picture, publishers=logos),
        sections=(section, *issue.sections[1:]),
    )
    places = Targets(pdf=tmp_path / "a.pdf", word=tmp_path / "a.docx")
    export_issue(changed, publication, pictures=pictures | {picture.sha256: kept}, targets=places)
    with pypdfium2.PdfDocument(places["pdf"]) as pdf:
        assert len(pdf)
    with zipfile.ZipFile(places["word"]) as word:
        sizes = re.findall(rb'<wp:extent cx="(\d+)" cy="(\d+)"', word.read("word/document.xml"))
    assert all(int(side) > 0 for size in sizes for side in size)


BAD_LINKS = (
    "javascript:alert(1)",
    "file:///etc/passwd",
    "\\\\host\\share",
    "ms-word:ofe|u|https://example.org",
    "data:,a",
)


def test_a_stored_link_that_leads_to_a_program_is_printed_as_words(tmp_path):
    issue, publication, pictures = sample_issue()
    first = issue.sections[0].articles[0]
    runs = tuple(Run(text="点此", link=link) for link in (*BAD_LINKS, "https://example.org/good"))
    articles = (
        replace(first, blocks=(Paragraph(runs=runs),), link="javascript:alert(1)"),
        *issue.sections[0].articles[1:],
    )
    changed = replace(issue, sections=(replace(issue.sections[0], articles=articles), *issue.sections[1:]))
    places = Targets(pdf=tmp_path / "a.pdf", word=tmp_path / "a.docx")
    export_issue(changed, publication, pictures=pictures, targets=places)
    with zipfile.ZipFile(places["word"]) as word:
        relations = word.read("word/_rels/document.xml.rels").decode()
    addresses = [str(one["/A"]["/URI"]) for one in annotations(places["pdf"]) if "/URI" in one.get("/A", {})]
    for written in (relations, "\n".join(addresses)):
        assert "https://example.org/good" in written
        assert not re.search("javascript:|file:|host|ms-word|data:", written)


def annotations(path):
    for page in PdfReader(path).pages:
        yield from (one.get_object() for one in page.get("/Annots", ()))


def changed_first(issue, **fields):
    first = replace(issue.sections[0].articles[0], **fields)
    section = replace(issue.sections[0], articles=(first, *issue.sections[0].articles[1:]))
    return replace(issue, sections=(section, *issue.sections[1:]))


LINKED = (Run(text="甲", link="https://example.org/a"),)


@pytest.mark.parametrize("look", ["house", "gongwen"])
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            lambda issue: replace(issue, contacts=(Contact(label="々" * 60, value="a@example.org"),)), id="label"
        ),
        pytest.param(
            lambda issue: changed_first(issue, blocks=(Table(head=(LINKED, LINKED), rows=((LINKED, LINKED),) * 90),)),
            id="links in the head of a long table",
        ),
        pytest.param(lambda issue: changed_first(issue, title=Title(text="据" * 500)), id="title"),
        pytest.param(lambda issue: changed_first(issue, title=Title(text="a" * 500)), id="title of one word"),
        pytest.param(
            lambda issue: replace(
                issue,
                profile=replace(issue.profile, masthead="", contents_heading="", back_heading="", publishers=NAMELESS),
            ),
            id="nothing where words should be",
        ),
    ],
)
def test_texts_at_the_edge_of_what_is_allowed_print(tmp_path, look, change):
    issue, publication, pictures = sample_issue()
    places = Targets(pdf=tmp_path / "a.pdf", word=tmp_path / "a.docx")
    export_issue(replace(change(issue), look=Look(name=look)), publication, pictures=pictures, targets=places)
    with pypdfium2.PdfDocument(places["pdf"]) as pdf:
        assert len(pdf)


NAMELESS = (Publisher(name="", logo=sample_issue()[0].profile.publishers[0].logo),)


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (Look(name="../../../../tmp/evil"), "没有名为"),
        (Look(name="1." * 5000), "没有名为"),
        (Look(name="house", settings=(("type.title", 0),)), "type.title"),
        (Look(name="house", settings=(("type.h3", 1),)), "type.h3"),
        (Look(name="house", settings=(("grid.chars", "38"),)), "grid.chars"),
        (Look(name="house", settings=(("page.width", 10**9),)), "page.width"),
        (Look(name="house", settings=(("style.cover", "head"),)), "style.cover"),
        (Look(name="house", settings=(("grid.chars", 0),)), "没有给文字留下地方"),
    ],
)
def test_a_look_that_no_page_can_be_set_in_is_said(tmp_path, look, said):
    issue, publication, pictures = sample_issue()
    with pytest.raises(UserError, match=said):
        export_issue(replace(issue, look=look), publication, pictures=pictures, targets=Targets(pdf=tmp_path / "a.pdf"))
