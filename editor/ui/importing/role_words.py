"""What roles of lines are called."""

from editor.intake.past_issue import LineRole
from editor.model.language import tr

WORDS = {
    LineRole.NUMBER: tr("期号"),
    LineRole.MASTHEAD: tr("刊名"),
    LineRole.SLOGAN: tr("口号"),
    LineRole.HEADLINE: tr("头条"),
    LineRole.CREDIT: tr("版权页"),
    LineRole.CONTACT: tr("联系"),
    LineRole.NOTICE: tr("声明"),
    LineRole.CONTENTS: tr("要目"),
    LineRole.SECTION: tr("栏目"),
    LineRole.ENTRY: tr("要目"),
    LineRole.TITLE: tr("标题"),
    LineRole.SUBTITLE: tr("副题"),
    LineRole.TEXT: tr("正文"),
    LineRole.HEADING: tr("小标题"),
    LineRole.LIST: tr("列表"),
    LineRole.TABLE: tr("表格"),
    LineRole.PICTURE: tr("图片"),
    LineRole.CAPTION: tr("图表题"),
    LineRole.SOURCE: tr("来源"),
    LineRole.LINK: tr("链接"),
    LineRole.BACK: tr("封底"),
    LineRole.FURNITURE: tr("页眉页码"),
    LineRole.LEFT_OUT: tr("不要"),
}
CHOICES = {
    LineRole.TITLE: tr("新文章标题"),
    LineRole.TEXT: tr("上一篇正文"),
    LineRole.SUBTITLE: tr("副题"),
    LineRole.HEADING: tr("小标题"),
    LineRole.SOURCE: tr("来源"),
    LineRole.CAPTION: tr("图表题"),
    LineRole.LEFT_OUT: tr("不要"),
}
UNPLACED = tr("未归位")
