"""Files of other word processors, and drawings of Office, through LibreOffice where it is installed."""

import struct
import sys
from pathlib import Path

import pytest

from editor.intake.manuscript import IncomingFile
from editor.intake.pictures import take_picture
from editor.intake.word import conversion
from editor.intake.word.conversion import office_manuscript
from editor.intake.word.manuscript import word_manuscript
from editor.model.block_kinds import figures_in
from editor.model.errors import UserError
from editor.system.libreoffice import convert, find_libreoffice
from editor.system.watching import StoppedError
from tests.word_kinds import drawing, p, packed

with_libreoffice = pytest.mark.skipif(not find_libreoffice(), reason="LibreOffice is not installed")
RICH = rb"{\rtf1\ansi\ansicpg936 \qc Yunzhou\par\pard Text of the first paragraph, long enough.\par}"
# a placeable WMF: a header and the end of its records
WMF = (
    bytes.fromhex("d7cdc69a0000000000006400640048000000000000") + bytes(1)
    + bytes.fromhex("0100090000030c000000000003000000000003000000000000")
)  # fmt: skip


def drawn_rectangle():
    """An EMF of one rectangle, 169 by 127 mm."""
    rectangle = struct.pack("<II4i", 43, 24, 10, 10, 600, 400)
    end = struct.pack("<5I", 14, 20, 0, 16, 20)
    size = 108 + len(rectangle) + len(end)
    head = struct.pack("<II8i4s", 1, 108, 0, 0, 640, 480, 0, 0, 16900, 12700, b" EMF")
    head += struct.pack("<3I2H3I4i", 0x10000, size, 3, 1, 0, 0, 0, 0, 1024, 768, 270, 203)
    return head.ljust(108, b"\0") + rectangle + end


@pytest.fixture
def without(monkeypatch):
    monkeypatch.setattr(conversion, "find_libreoffice", lambda: "")


@pytest.mark.usefixtures("without")
def test_without_libreoffice_the_way_out_is_said():
    for name, data in (("来稿.rtf", RICH), ("来稿.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))):
        with pytest.raises(UserError) as caught:
            office_manuscript(IncomingFile(name=name, data=data))
        assert name in str(caught.value)
        assert "另存为 .docx" in str(caught.value)


@pytest.mark.usefixtures("without")
def test_without_libreoffice_a_drawing_is_kept_and_its_place_left():
    body = p("题目", style="a3") + p(f"<w:r>{drawing('img1')}</w:r>")
    manuscript = word_manuscript(IncomingFile(name="来稿.docx", data=packed(body, media={"img1.wmf": WMF})))
    (figure,) = figures_in(manuscript.article.blocks)
    assert figure.original.media_type == "image/wmf"
    assert [one.data for one in manuscript.pictures] == [WMF]
    assert any("LibreOffice" in one for one in manuscript.messages)


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_what_does_not_end_is_ended_with_all_that_it_started(tmp_path):
    left = tmp_path / "left"
    script = tmp_path / "office"
    # a launcher that starts another process, as LibreOffice does
    script.write_text(f"#!{sys.executable}\nimport subprocess, time\n"
                      f"child = subprocess.Popen(['sleep', '600'])\nopen({str(left)!r}, 'w').write(str(child.pid))\n"
                      "time.sleep(600)\n")  # fmt: skip
    script.chmod(0o700)
    assert convert(str(script), {"a.rtf": RICH}, "docx", limit=1.5) == {}
    assert _ended(int(left.read_text()))


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_stopped_on_the_way_it_is_ended_whole(tmp_path):
    script, left = tmp_path / "office", tmp_path / "left"
    script.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {left}.part\nmv {left}.part {left}\nwait\n")
    script.chmod(0o700)

    def watch(_done, _whole):
        if left.exists():
            raise StoppedError

    with pytest.raises(StoppedError):
        convert(str(script), {"a.rtf": RICH}, "docx", watch=watch)
    assert _ended(int(left.read_text()))


def _ended(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    # a zombie waits for its new parent
    return state in "ZX"


@with_libreoffice
@pytest.mark.parametrize("ending", ["odt", "doc"])
def test_other_word_processors_files_become_articles(ending):
    made = convert(find_libreoffice(), {"a.docx": packed(p("云州来稿", style="a3") + p("第一段的话。"))}, ending)
    manuscript = office_manuscript(IncomingFile(name=f"来稿.{ending}", data=made["a.docx"]))
    assert manuscript.article.title.text == "云州来稿"
    assert len(manuscript.article.blocks) == 1


@with_libreoffice
def test_a_damaged_old_file_is_said():
    with pytest.raises(UserError, match=r"来稿\.doc"):
        office_manuscript(IncomingFile(name="来稿.doc", data=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)))


@with_libreoffice
def test_rich_text_becomes_an_article():
    manuscript = office_manuscript(IncomingFile(name="来稿.docx", data=RICH))
    assert manuscript.article.title.text == "Yunzhou"


@with_libreoffice
def test_a_drawing_of_office_is_drawn_once_and_kept():
    emf = drawn_rectangle()
    body = p("题目", style="a3") + p(f"<w:r>{drawing('img1')}</w:r>")
    manuscript = word_manuscript(IncomingFile(name="来稿.docx", data=packed(body, media={"img1.emf": emf})))
    (figure,) = figures_in(manuscript.article.blocks)
    original, drawn = manuscript.pictures
    assert (figure.original.media_type, original.data) == ("image/emf", emf)
    picture, _ = take_picture(drawn.data, name=drawn.name)
    assert abs(picture.width / picture.height - 4 / 3) < 0.1
    assert {original.figure, drawn.figure} == {figure.uid}
