"""What reading a Word file leaves out or changes, counted, with a message for each in a fixed order."""

from collections import Counter
from enum import StrEnum

from editor.intake.html.losses import Account as TableAccount
from editor.intake.html.losses import Loss as TableLoss
from editor.intake.html.losses import sentences as table_sentences
from editor.model.language import mark_tr, tr_marked


class Loss(StrEnum):
    """A kind of loss; the value is its message, {n} is how often it happened."""

    MISSING = mark_tr("{n} 张图片在文件里找不到，版面上留了位置，请补上。")
    LINKED = mark_tr("{n} 张图片只是链接，不在文件里，版面上留了位置，请补上。")
    CROPPED = mark_tr("{n} 张裁剪过的图片读入的是整张，请看一下。")
    UNDRAWN = mark_tr(
        "{n} 张 Office 矢量图（EMF 或 WMF）原样留着，但没能画出来：这台电脑没有 LibreOffice，或它读不了这张图。"
        "版面上留了位置，请在 Word 里另存为 PNG 后放入。"
    )
    DRAWN = mark_tr("{n} 张 Office 矢量图（EMF 或 WMF）已画成图片，原图也留着，请看一下清不清楚。")
    CHARTS = mark_tr("{n} 个 Word 图表按里面的数字画成了统计图，请核对。")
    CHART_GAPS = mark_tr("{n} 个 Word 图表读不出数字，版面上留了位置，请在 Word 里另存为图片后放入。")
    DIAGRAMS = mark_tr("{n} 个 SmartArt 图形没有带入，里面的文字排在了后面，版面上留了位置。")
    SHAPES = mark_tr("{n} 个手绘图形没有带入，里面的文字还在。")
    RULES = mark_tr("{n} 条装饰线没有带入。")
    ICONS = mark_tr("{n} 个小图标没有带入。")
    OBJECTS = mark_tr("{n} 个嵌入的对象（如 Excel 表格）只带入了它的图片。")
    EQUATIONS = mark_tr("{n} 个公式按文字读入，请核对。")
    LETTERHEADS = mark_tr("红头“……文件”没有留在正文里，发文机关作了来源（{n} 处）。")
    BOXES = mark_tr("{n} 个文本框的文字排进了正文，请看一下位置。")
    CONTENTS = mark_tr("目录没有带入（{n} 行）。")
    HIDDEN = mark_tr("隐藏的文字没有带入（{n} 处）。")
    PROMPTS = mark_tr("没有填写的提示文字没有带入（{n} 处）。")
    READINGS = mark_tr("注音没有带入，汉字还在（{n} 处）。")
    SYMBOLS = mark_tr("{n} 个特殊符号认不出来，印成了〓，请改正。")
    STRUCK = mark_tr("删除线没有保留，文字还在（{n} 处）。")
    LINKS = mark_tr("{n} 个链接打不开或不安全，只留下文字。")
    ENDNOTES = mark_tr("{n} 条尾注改成了脚注。")
    MOVED_NOTES = mark_tr("标题和图表标题里不能有脚注，{n} 条脚注移到了后面的文字上。")
    LOST_NOTES = mark_tr("{n} 条脚注在文件里找不到内容，没有带入。")
    NOTE_PICTURES = mark_tr("脚注和批注里的图片没有带入（{n} 张）。")
    FORMAT_CHANGES = mark_tr("格式上的修订没有区分，按现在的样子读入（{n} 处）。")
    NUMBERS = mark_tr("编号列表中间断开，编号改成了文字（{n} 个列表）。")
    NESTED = mark_tr("多层列表排成了一层（{n} 处），请看一下编号。")
    BROKEN_LINES = mark_tr("{n} 段按屏幕断开的文字已接成整段。")
    FURTHER = mark_tr(
        "文件里像是还有 {n} 篇文章：来源、链接或日期下面又有标题。现在收成了一篇；"
        "要分开收，请在 Word 里分成几个文件再导入。"
    )
    YEARS = mark_tr("日期没有写年份，按文件保存的时间填了年份（{n} 处），请核对。")
    LEFTOVERS = mark_tr("网页上的阅读数、分享按钮等没有带入（{n} 处）。")
    EMBEDDED = mark_tr("嵌在里面的另一份文件没有带入（{n} 份），请单独导入。")
    DAMAGED = mark_tr("文件里有 {n} 处损坏，读不出来的部分没有带入，请对照原件。")
    DEEP = mark_tr("嵌套太深的部分只读了文字（{n} 处）。")
    NESTED_TABLES = mark_tr("表格里的表格排成了文字（{n} 个）。")
    CHARACTERS = mark_tr("去掉了 {n} 个印不出来的字符。")


class Account:
    """Losses counted. tables: those of tables, which are read as HTML's are."""

    def __init__(self) -> None:
        """Begin with none."""
        self.counted: Counter[Loss] = Counter()
        self.tables: TableAccount = Counter()

    def note(self, loss: Loss, count: int = 1) -> None:
        """Count a loss."""
        self.counted[loss] += count

    def sentences(self) -> tuple[str, ...]:
        """Return a sentence for each loss that happened."""
        # what a layout table or a figure's frame holds is in the text: nothing to be told
        told = {loss: count for loss, count in self.tables.items() if loss is not TableLoss.UNFOLDED}
        own = tuple(tr_marked(loss.value, n=self.counted[loss]) for loss in Loss if self.counted[loss])
        return (*own, *table_sentences(Counter(told)))
