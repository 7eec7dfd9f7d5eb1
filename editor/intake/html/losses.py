"""What reading leaves out or changes, counted, with a message for each in a fixed order."""

from collections import Counter
from enum import StrEnum

from editor.model.language import mark_tr, tr_marked

Account = Counter["Loss"]


class Loss(StrEnum):
    """A kind of loss; the value is its message, {n} is how often it happened."""

    PICTURES = mark_tr("{n} 张图片没有随文字一起来，版面上留了位置，请补上。")
    ICONS = mark_tr("{n} 个小图标没有带入。")
    EMBEDDED = mark_tr("视频、音频等嵌入内容没有带入（{n} 处）。")
    DELETED = mark_tr("修订里已删除的文字没有带入（{n} 处）。")
    HIDDEN = mark_tr("隐藏的文字没有带入（{n} 处）。")
    STRUCK = mark_tr("删除线没有保留，文字还在（{n} 处）。")
    LINKS = mark_tr("{n} 个链接离开原网页就打不开，只留下文字。")
    NESTED = mark_tr("多层列表排成了一层（{n} 处），请看一下编号。")
    SPLIT = mark_tr("编号列表中间断开，后面的编号改成了文字（{n} 处）。")
    RAGGED = mark_tr("表格里缺的格子补成了空的（{n} 个表格）。")
    UNFOLDED = mark_tr("排版用的表格改成了正文（{n} 个）。")
    RUBY = mark_tr("文字上的注音没有带入（{n} 处）。")
    HASHES = mark_tr("有 {n} 个格子是“####”：原表的列太窄，数没有显示出来，请加宽后重新复制。")
    LIFTED = mark_tr("单元格里的图片移到了表格后面（{n} 张）。")
    CHARACTERS = mark_tr("去掉了 {n} 个印不出来的字符。")


def sentences(account: Account) -> tuple[str, ...]:
    """Return a sentence for each loss that happened."""
    return tuple(tr_marked(loss.value, n=account[loss]) for loss in Loss if account[loss])
