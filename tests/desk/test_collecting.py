"""收集: which copies and which files of a folder are manuscripts, and what is kept of where they came from."""

import datetime as dt
import os

import pytest

from editor.desk.intake.copied import Copied, read_copied, worth_collecting
from editor.desk.intake.folder_scan import FolderScan
from editor.desk.intake.originals import original_text
from editor.desk.intake.reading import PLAIN
from editor.model.errors import UserError

AT = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)
BODY = "近日，云州市印发方案，对数据登记工作作出部署，要求各区建立台账，逐项登记，按季度更新，年底前向社会公布。"
PAGE = f"<h1>云州推进数据登记</h1><div>来源：云州日报　2026-03-02</div><p>{BODY}</p>"
COPY = Copied(html=PAGE, text=f"云州推进数据登记\n{BODY}", address="https://example.org/a")


# a folder


@pytest.fixture
def scan(tmp_path):
    (tmp_path / "早先.txt").write_text("早先就在")
    made = FolderScan(tmp_path)
    assert made.look() == ()
    return made


def names(files):
    return [one.name for one in files]


def test_what_was_there_before_is_left_alone_and_what_comes_is_taken_once_it_rests(scan):
    (scan.folder / "来稿.txt").write_text("一")
    assert scan.look() == ()
    assert names(scan.look()) == ["来稿.txt"]
    assert scan.look() == ()


def test_a_growing_file_is_waited_for(scan):
    path = scan.folder / "大.pdf"
    for text in ("一", "一二", "一二三"):
        path.write_text(text)
        assert scan.look() == ()
    assert names(scan.look()) == ["大.pdf"]


@pytest.mark.parametrize(
    "partial", ["页.html.crdownload", "页.html.part", "~$页.docx", ".页.html", "页.tmp", "页.xltd"]
)
def test_what_is_not_whole_yet_is_left_alone(scan, partial):
    (scan.folder / partial).write_text("半个")
    assert [scan.look() for _ in range(12)] == [()] * 12


def test_a_download_is_taken_under_its_own_name_once_the_part_has_gone(scan):
    # Firefox puts an empty file of the final name beside what it writes
    (scan.folder / "页.html").touch()
    part = scan.folder / "页.html.part"
    part.write_text(PAGE)
    assert [scan.look() for _ in range(12)] == [()] * 12
    part.replace(scan.folder / "页.html")
    assert scan.look() == ()
    assert names(scan.look()) == ["页.html"]


@pytest.mark.parametrize("lock", ["~$来稿一二三四.docx", "~$稿一二三四.docx", ".~lock.来稿一二三四.docx#"])
def test_a_document_that_somebody_writes_is_taken_once_it_is_closed(scan, lock):
    (scan.folder / "来稿一二三四.docx").write_text("稿")
    (scan.folder / lock).write_text("谁")
    assert [scan.look() for _ in range(4)] == [()] * 4
    (scan.folder / lock).unlink()
    scan.look()
    assert names(scan.look()) == ["来稿一二三四.docx"]


def test_a_saved_page_is_taken_once_its_pictures_are_there(scan):
    (scan.folder / "页.html").write_text(PAGE)
    pictures = scan.folder / "页_files"
    pictures.mkdir()
    for number in range(3):
        (pictures / f"{number}.png").write_bytes(b"0" * 100)
        assert scan.look() == ()
    assert names(scan.look()) == ["页.html"]


def test_a_file_that_vanished_is_no_error(scan):
    path = scan.folder / "来去.txt"
    path.write_text("一")
    scan.look()
    path.unlink()
    assert scan.look() == ()


def test_one_saved_anew_is_taken_again(scan):
    path = scan.folder / "来稿.txt"
    path.write_text("一")
    scan.look()
    assert names(scan.look()) == ["来稿.txt"]
    path.write_text("一二")
    scan.look()
    assert names(scan.look()) == ["来稿.txt"]


def test_one_that_stays_empty_is_handed_on_in_the_end(scan):
    (scan.folder / "空.docx").touch()
    looks = [scan.look() for _ in range(12)]
    assert [names(one) for one in looks if one] == [["空.docx"]]


def test_a_folder_that_goes_and_comes_back_is_looked_at_further(scan, tmp_path):
    away = tmp_path.with_name("away")
    tmp_path.rename(away)
    with pytest.raises(UserError, match="接上以后会接着看"):
        scan.look()
    away.rename(tmp_path)
    (tmp_path / "来稿.txt").write_text("一")
    scan.look()
    assert names(scan.look()) == ["来稿.txt"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file that its owner cannot read")
def test_one_that_cannot_be_opened_yet_is_waited_for(scan):
    path = scan.folder / "来稿.txt"
    path.write_text("一")
    path.chmod(0)
    assert [scan.look() for _ in range(3)] == [()] * 3
    path.chmod(0o600)
    assert names(scan.look()) == ["来稿.txt"]


def test_folders_in_it_are_no_files(scan):
    (scan.folder / "夹").mkdir()
    (scan.folder / "夹" / "里.txt").write_text("一")
    assert [scan.look() for _ in range(3)] == [()] * 3


# copies


def test_a_copied_page_keeps_its_bytes_address_and_guesses():
    read = read_copied(COPY, at=AT, options=PLAIN)
    origin = read.article.archive.origin
    assert (read.article.title.text, read.article.source) == ("云州推进数据登记", "云州日报")
    assert (origin.name, origin.address, origin.at) == ("剪贴板.html", "https://example.org/a", AT)
    assert read.files.originals == (("剪贴板.html", PAGE.encode()),)
    assert read.article.archive.receipt.unit == "云州日报"


@pytest.mark.parametrize(
    "copied",
    [
        Copied(text=BODY),
        Copied(html="<b>云州日报</b>", text="云州日报"),
        Copied(html=f'<p data-bulletin="title">{BODY}</p>', text=BODY),
        Copied(html=f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><p>{BODY}</p></html>', text=BODY),
        Copied(html=f'<meta name="generator" content="LibreOffice 7.4"><p>{BODY}</p>', text=BODY),
        Copied(html="<img src='https://example.org/a.png'>"),
    ],
    ids=["text", "few", "own", "word", "libreoffice", "picture"],
)
def test_what_is_no_page_is_left_alone(copied):
    assert not worth_collecting(copied)


WORD = f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><p>{BODY}<o:p></o:p></p></html>'


@pytest.mark.parametrize(
    "copied",
    [
        COPY,
        Copied(html=PAGE, text=BODY),
        # written in Word and put on a site
        Copied(html=WORD, text=BODY, address="https://example.org/a"),
        Copied(html=f"Version:0.9\r\nStartHTML:0\r\nSourceURL:https://example.org/a\r\n{WORD}", text=BODY),
    ],
    ids=["chromium", "wechat", "word on a site", "and under Windows"],
)
def test_a_page_is_collected(copied):
    assert worth_collecting(copied)


class _Files:
    def __init__(self, kept):
        self._kept = kept

    def originals(self, digests):
        return dict.fromkeys(digests, self._kept)


@pytest.mark.parametrize("head", ["", "Version:0.9\r\nStartHTML:0\r\nEndHTML:0\r\nSourceURL:https://example.org/a\r\n"])
def test_its_original_is_shown_as_it_was_read(head):
    copied = Copied(html=head + PAGE, text=BODY)
    origin = read_copied(copied, at=AT, options=PLAIN).article.archive.origin
    text = original_text(origin, _Files((origin.name, copied.data)))
    assert BODY in text
    assert "StartHTML" not in text
