"""Self-test of the installed program on this machine, for packagers and support."""

import hashlib
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from db.engine import library_engine
from db.header import head_version
from db.library import open_library
from db.upgrade import upgrade
from editor.cli.output import show_json, show_message
from editor.desk.exporting import Targets, export_issue
from editor.desk.printable_issue import add_sample
from editor.interchange.sample import sample_issue
from editor.system.scratch import scratch_folder
from resources import resource

Check = Callable[[], str]
_SCREEN_DPI = 96.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Result of one check. detail: what it found, or what went wrong; ms: how long it took."""

    name: str
    passed: bool
    detail: str
    ms: int


def self_test(*, as_json: bool = False) -> int:
    """Run every check in a folder of its own and print a line each. Returns 1 when one failed."""
    _choose_screen()
    outcomes = []
    with scratch_folder("self-test") as folder:
        for outcome in _outcomes(folder):
            outcomes.append(outcome)
            if not as_json:
                _say_outcome(outcome)
    if as_json:
        show_json([asdict(outcome) for outcome in outcomes])
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def _say_outcome(outcome: Outcome) -> None:
    show_message(f"{'ok' if outcome.passed else 'failed':6}  {outcome.name}：{outcome.detail}（{outcome.ms} ms）")
    # flushed, since Qt aborts the process where it cannot start
    if sys.stdout:
        sys.stdout.flush()


def _choose_screen() -> None:
    """Select Qt's offscreen platform on a Linux without a display."""
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and not shown:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _outcomes(place: Path) -> Iterator[Outcome]:
    checks = (
        ("刊库", _upgrade_library),
        ("示例", _take_in_sample),
        ("Word", _write_word),
        ("二维码", _make_code),
        ("PDF", _write_pdf),
        ("版面图像", _draw_page),
        ("副本", _make_copy),
        ("签名", _sign),
        ("拼音", _read_pinyin),
        ("版本比较", _compare_words),
    )
    for name, check in checks:
        yield _outcome(name, partial(check, place))
    window: list[tuple[str, Check]] = []
    yield _outcome("窗口系统", partial(_begin_window, place, window))
    for name, prepared in window:
        yield _outcome(name, prepared)


def _outcome(name: str, check: Check) -> Outcome:
    start = time.perf_counter()
    try:
        passed, detail = True, check()
    except Exception as error:  # noqa: BLE001 - whatever is wrong, the other checks still have something to tell
        passed, detail = False, f"{type(error).__name__}: {error}"
    return Outcome(name=name, passed=passed, detail=detail, ms=round((time.perf_counter() - start) * 1000))


def _upgrade_library(place: Path) -> str:
    """Upgrade a library of the first version; check that it and the backup made before the upgrade open."""
    library = _library(place)
    library.parent.mkdir()
    engine = library_engine(library, read_only=False)
    upgrade(engine, revision="0001")
    engine.dispose()
    with open_library(library) as opened:
        opened.issues()
    backups = [path for path in library.parent.rglob("*.db") if path != library]
    expect(len(backups) == 1, f"备份 {len(backups)} 份")
    with open_library(backups[0]) as opened:
        opened.issues()
    return f"从第 1 版升级到第 {head_version()} 版，备份可以打开"


def _take_in_sample(place: Path) -> str:
    with open_library(_library(place)) as library:
        issue = add_sample(library)
        expect(library.issue(issue.uid) == issue, "存入的示例读出来不一样")
        return f"{sum(1 for _ in issue.articles())} 篇，读出无误"


def _write_word(place: Path) -> str:
    from editor.export.word.lint import lint

    data = _exported(place, Targets(word=place / "sample.docx"))
    faults = lint(data)
    expect(not faults, "；".join(faults))
    return f"{len(data) // 1024} kB，复读无误"


def _make_code(_place: Path) -> str:
    from editor.pages.codes import code_for

    code = code_for("https://example.org/")
    expect(code is not None and "<path" in code.svg, "没有图形")
    return "已生成"


def _write_pdf(place: Path) -> str:
    data = _exported(place, Targets(pdf=place / "sample.pdf"))
    used = {name.decode() for name in re.findall(rb"/FontName\s*/(?:[A-Z]{6}\+)?([\w-]+)", data)}
    shipped = {entry.name.rpartition(".")[0] for entry in resource("fonts").iterdir()}
    expect(bool(used), "没有嵌入字体")
    expect(used <= shipped, f"用了不是随附的字体：{'、'.join(sorted(used - shipped))}")
    return f"{len(data) // 1024} kB，只用随附字体 {len(used)} 种"


def _draw_page(place: Path) -> str:
    from editor.pages.rasteriser import Rasteriser
    from editor.pages.seen import see_page, seen_picture

    with Rasteriser((place / "sample.pdf").read_bytes()) as rasteriser:
        pages = len(rasteriser.sizes())
        picture = rasteriser.picture(1, resolution=_SCREEN_DPI)
    expect(len(set(picture.data)) > 8, "第 1 页是空白")
    kept = seen_picture(see_page(picture))
    expect(kept is not None and kept.width == picture.width, "存下的画面读不回来")
    return f"共 {pages} 页，第 1 页 {picture.width}×{picture.height} 像素，存得下，读得回"


def _make_copy(place: Path) -> str:
    from editor.document.copy_mark import CopyMark
    from editor.pages.copies import CopyMaker

    pdf = (place / "sample.pdf").read_bytes()
    with CopyMaker(pdf) as maker:
        copy = maker.make(CopyMark(approved=hashlib.sha256(pdf).hexdigest(), words="自检"))
    expect(copy.startswith(pdf) and len(copy) > len(pdf), "副本不是在原件后面续写的")
    return f"盖戳记，续写 {len(copy) - len(pdf)} 字节"


def _read_pinyin(_place: Path) -> str:
    from editor.text.pinyin import reading

    read = reading("重庆")
    expect(read == "chong qing", f"“重庆”读成 {read}")
    return "读音表可用"


def _compare_words(_place: Path) -> str:
    from editor.text.comparing import compare_words

    found = [piece.text for piece in compare_words("共81条", "共85条")]
    expect(found == ["共", "81", "85", "条"], f"读成 {'、'.join(found)}")
    return "逐字比较可用"


def _sign(place: Path) -> str:
    from editor.desk.review.keys import make_key, open_key
    from editor.desk.review.signatures import is_signed

    path, words = place / "self-test.key", "the check opens its own box"
    make_key(path, name="自检", passphrase=words)
    signed = open_key(path, words).sign("自检")
    expect(is_signed(signed) and not is_signed(replace(signed, statement="别的")), "签名核不对")
    return "密钥能存能开，签名能核"


def _exported(place: Path, targets: Targets) -> bytes:
    issue, publication, pictures = sample_issue()
    written = export_issue(issue, publication, pictures=pictures, targets=targets).written
    expect(written[0].is_relative_to(place), "写到了别处")
    return written[0].read_bytes()


def _begin_window(place: Path, checks: list[tuple[str, Check]]) -> str:
    from editor.ui.app.screen import check_libraries

    check_libraries()
    from db import shelf
    from editor.ui.app.self_checks import window_checks

    checks += window_checks(_library(place), shelf)
    return os.environ.get("QT_QPA_PLATFORM", sys.platform)


def _library(place: Path) -> Path:
    return place / "library" / "library.db"


def expect(met: bool, otherwise: str) -> None:  # noqa: FBT001 - reads as a sentence
    """Raise AssertionError with what was found instead; unlike assert, also under python -O."""
    if not met:
        raise AssertionError(otherwise)
