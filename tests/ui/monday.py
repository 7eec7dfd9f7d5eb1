"""A Monday's material: ten dirty pieces of all kinds, made at run time, each with what must be printed of it."""

import io
from dataclasses import dataclass
from pathlib import Path

from docx import Document

from tests import word_kinds
from tests.intake.test_pdf_manuscript import pdf_of
from tests.saved_pages import government, media, others


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file. title, words: what the issue must print of it; unwanted: what it must not; blocks: how many, 0: any."""

    name: str
    data: bytes
    title: str
    words: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    blocks: int = 0


def pieces() -> tuple[Piece, ...]:
    """Return nine pieces that come as files; the tenth is copied in a browser."""
    return (*_pages(), *_word_files(), _pdf(), _printed_lines(), _markdown())


def copied():
    """Return the page that is copied in a browser."""
    return next(others.copied())


def put_into(folder: Path) -> tuple[Path, ...]:
    """Write the pieces into a folder."""
    made = tuple((folder / one.name, one.data) for one in pieces())
    for path, data in made:
        path.write_bytes(data)
    return tuple(path for path, _ in made)


def _pages():
    saved = (next(government.national()), next(media.wechat()), next(others.archive()))
    for page, ending in zip(saved, ("html", "html", "mht"), strict=True):
        yield Piece(
            name=f"{page.name}.{ending}",
            data=page.data,
            title=page.title,
            words=(page.first, page.last, page.source),
            unwanted=page.unwanted,
        )


def _word_files():
    official, broken = word_kinds.official(3), word_kinds.broken(5)
    for one, words in ((official, ("总体要求", "压实责任")), (broken, ("联系人：张三",))):
        yield Piece(name=one.name, data=one.data, title="".join(one.title), words=words)
    made, buffer = Document(), io.BytesIO()
    for line in (
        "东山区上门帮办证照",
        "来源：东山区政务服务局",
        "“窗口前移 , 一次办结 。”是群众的评价。",
        "办结率98.5%。",
    ):
        made.add_paragraph(line)
    made.save(buffer)
    yield Piece(
        name="东山.docx",
        data=buffer.getvalue(),
        title="东山区上门帮办证照",
        words=("窗口前移，一次办结。", "98.5%", "东山区政务服务局"),
        unwanted=("前移 ,",),
    )


def _pdf():
    head = "header: [云州市国土简讯 #h(1fr) 内部资料]"
    text = (
        "西岭县把低效工业用地逐块登记入册，按季度复核，腾出的地块优先用于养老和停车。\n\n全县已盘活37块，面积1,250亩。"
    )
    more = (f"第{at}宗用地由{at}号台账登记，腾退后先补{at}处公共设施，再报县里核销。" for at in range(60))
    return Piece(
        name="西岭.pdf",
        data=pdf_of("\n\n".join((text, *more)), running=head, title="西岭县盘活低效用地"),
        title="西岭县盘活低效用地",
        words=("逐块登记入册", "面积1,250亩"),
        unwanted=("云州市国土简讯",),
        blocks=62,
    )


def _printed_lines():
    lines = (
        *("南湖街道试行错时停车", "", "南湖街道把机关院内的车位在夜间和周末向居民开放，"),
        *("首批开放四处、二百一十个车位，由社区统一登记、", "统一收费，收入用于小区公共设施维护。", ""),
        "来源：南湖街道办事处",
    )
    return Piece(
        name="南湖.txt",
        data="\r\n".join(lines).encode("gbk"),
        title="南湖街道试行错时停车",
        words=("向居民开放，首批开放四处", "统一登记、统一收费"),
        blocks=1,
    )


def _markdown():
    link = "https://www.yunzhou.example.gov.cn/by/1.html"
    text = "# 北原乡用气象数据指导春灌\n\n北原乡把**气象站**数据接到每个水闸。\n\n- 旱情按周会商\n- 用水按户公示\n"
    return Piece(
        name="北原.md",
        data=f"{text}\n[原文]({link})\n".encode(),
        title="北原乡用气象数据指导春灌",
        words=("气象站数据接到每个水闸", "旱情按周会商", "用水按户公示"),
        unwanted=("**",),
        blocks=2,
    )
