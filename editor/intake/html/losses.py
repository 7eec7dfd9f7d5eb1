"""What reading leaves out or changes, counted and said in a fixed order."""

from collections import Counter
from enum import StrEnum

Account = Counter["Loss"]


class Loss(StrEnum):
    """A kind of loss with the sentence that says it; {} is how often."""

    PICTURES = "{} 张图片没有随文字一起来，版面上留了位置，请补上。"
    ICONS = "{} 个小图标没有带入。"
    EMBEDDED = "视频、音频等嵌入内容没有带入（{} 处）。"
    DELETED = "修订里已删除的文字没有带入（{} 处）。"
    HIDDEN = "隐藏的文字没有带入（{} 处）。"
    STRUCK = "删除线没有保留，文字还在（{} 处）。"
    LINKS = "{} 个链接离开原网页就打不开，只留下文字。"
    NESTED = "多层列表排成了一层（{} 处），请看一下编号。"
    SPLIT = "编号列表中间断开，后面的编号改成了文字（{} 处）。"
    MERGED = "合并的单元格已拆开，文字在第一格（{} 个表格）。"
    RAGGED = "表格里缺的格子补成了空的（{} 个表格）。"
    UNFOLDED = "排版用的表格改成了正文（{} 个）。"
    LIFTED = "单元格里的图片移到了表格后面（{} 张）。"
    CHARACTERS = "去掉了 {} 个印不出来的字符。"


def sentences(account: Account) -> tuple[str, ...]:
    """Return a sentence for each loss that happened."""
    return tuple(loss.value.format(account[loss]) for loss in Loss if account[loss])
