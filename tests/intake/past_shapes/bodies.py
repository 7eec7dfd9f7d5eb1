"""Shapes that differ in the text of their articles: furniture of the page, lists, captions, subtitles, sources."""

import datetime as dt

from tests.intake.past_shapes.texts import (
    BANK,
    BANK_2,
    HALL,
    HALL_2,
    PARK,
    PARK_2,
    PORT,
    PORT_2,
    RIVER,
    RIVER_2,
    SCHOOL,
    SCHOOL_2,
)
from tests.intake.past_shapes.wanted import Piece, Shape, regular

_DAY = dt.date(2026, 3, 9)
_TABLE = "[表 表1 台账合并前后 / 项目,合并前,合并后 ; 窗口,四个,两个 ; 用时,三天,四小时 / 注：按一季度平均数计。]"
_LINE = "2026年3月9日 第9期 总第61期"

PAGED = Shape(
    name="folios and running heads in the text",
    text=f"""云州数据参考

{_LINE}

本期要目

- 01 水务局布设水位感知点
- 02 望海县合并码头台账
- 03 高新区公布场景清单

— 1 —

云州数据参考　2026年第9期

水务局布设水位感知点

{RIVER[:40]}

— 2 —

云州数据参考　2026年第9期

{RIVER[40:]}

{RIVER_2}（来源：云州市水务局）

望海县合并码头台账

{PORT[:35]}

— 3 —

云州数据参考　2026年第9期

{PORT[35:]}（来源：望海县人民政府）

高新区公布场景清单

{PARK}

— 4 —

云州数据参考　2026年第9期

{PARK_2}（来源：澄江高新区管委会）

— 5 —
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "正文",
            (
                Piece(title="水务局布设水位感知点", blocks=(RIVER, RIVER_2), source="云州市水务局"),
                Piece(title="望海县合并码头台账", blocks=(PORT,), source="望海县人民政府"),
                Piece(title="高新区公布场景清单", blocks=(PARK, PARK_2), source="澄江高新区管委会"),
            ),
        ),
    ),
)

SECTIONS_ALONE = Shape(
    name="sections in brackets without contents",
    text=f"""云州数据参考

{_LINE}

【要闻】

水务局布设水位感知点

{RIVER}

来源：云州市水务局

链接：<https://example.org/river>

望海县合并码头台账

{PORT}

来源：望海县人民政府

链接：<https://example.org/port>

【院校】

理工学院开设微专业

{SCHOOL}

{SCHOOL_2}

来源：云州理工学院

链接：<https://example.org/school>
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "要闻",
            (
                Piece(
                    title="水务局布设水位感知点",
                    blocks=(RIVER,),
                    source="云州市水务局",
                    link="https://example.org/river",
                ),
                Piece(
                    title="望海县合并码头台账",
                    blocks=(PORT,),
                    source="望海县人民政府",
                    link="https://example.org/port",
                ),
            ),
        ),
        (
            "院校",
            (
                Piece(
                    title="理工学院开设微专业",
                    blocks=(SCHOOL, SCHOOL_2),
                    source="云州理工学院",
                    link="https://example.org/school",
                ),
            ),
        ),
    ),
)

SUBTITLES = Shape(
    name="subtitles, titles over two lines, Latin words and marks in titles",
    text=f"""云州数据参考

{_LINE}

本期要目

- 01 感知点怎样布到山洪沟
- 03 高新区发布场景方案——含 5G-A、μ 与 ℃ 的样张
- 05 BANK OF YUNZHOU 与温度曲线

感知点怎样布到山洪沟

——澄江沿线调研札记

{RIVER}

{RIVER_2}（来源：云州市水务局）

高新区发布场景方案 ——含 5G-A、μ 与 ℃ 的样张

{PARK}（来源：澄江高新区管委会）

BANK OF YUNZHOU 与温度曲线

{BANK}

{BANK_2}（来源：云州农商银行）
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "正文",
            (
                Piece(
                    title="感知点怎样布到山洪沟",
                    subtitle="——澄江沿线调研札记",
                    blocks=(RIVER, RIVER_2),
                    source="云州市水务局",
                ),
                Piece(title="高新区发布场景方案——含 5G-A、μ 与 ℃ 的样张", blocks=(PARK,), source="澄江高新区管委会"),
                Piece(title="BANK OF YUNZHOU 与温度曲线", blocks=(BANK, BANK_2), source="云州农商银行"),
            ),
        ),
    ),
)

LISTS = Shape(
    name="lists, captions, notes and sources in any order",
    text=f"""云州数据参考

{_LINE}

本期要目

- 01 望海县合并码头台账
- 04 高新区公布场景清单

望海县合并码头台账

{PORT}

一、做法

1. 靠泊登记一次完成；
2. 过磅数据自动回传；
3. 结算单据当日生成。

二、成效

表1 台账合并前后

| 项目 | 合并前 | 合并后 |
| --- | --- | --- |
| 窗口 | 四个 | 两个 |
| 用时 | 三天 | 四小时 |

注：按一季度平均数计。

{PORT_2}

（1）沿江四县本月对接；
（2）格式说明下月公开。

（来源：望海县人民政府）

高新区公布场景清单

{PARK}

• 巡检十二项
• 配送九项

图1 场景清单的构成

资料来源：澄江高新区管委会

{PARK_2}

① 备案一次有效；
② 边界变动须重新备案。

来源：澄江高新区
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "正文",
            (
                Piece(
                    title="望海县合并码头台账",
                    blocks=(
                        PORT,
                        "# 一、做法",
                        "1) 靠泊登记一次完成； | 过磅数据自动回传； | 结算单据当日生成。",
                        "# 二、成效",
                        _TABLE,
                        PORT_2,
                        "（1）沿江四县本月对接；",
                        "（2）格式说明下月公开。",
                    ),
                    source="望海县人民政府",
                ),
                Piece(
                    title="高新区公布场景清单",
                    blocks=(
                        PARK,
                        "* 巡检十二项 | 配送九项",
                        "[图 图1 场景清单的构成 / 澄江高新区管委会]",
                        PARK_2,
                        "① 备案一次有效；",
                        "② 边界变动须重新备案。",
                    ),
                    source="澄江高新区",
                ),
            ),
        ),
    ),
)

SOURCE_FIRST = Shape(
    name="the source stands under the title",
    text=f"""云州数据参考

{_LINE}

水务局布设水位感知点

来源：云州市水务局

{RIVER}

{RIVER_2}

农商银行用温度曲线核定额度

来源：云州农商银行

{BANK}

{BANK_2}

新区政务大厅取消二十一类证明

来源：云州新区管委会

{HALL}

{HALL_2}
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "正文",
            (
                Piece(title="水务局布设水位感知点", blocks=(RIVER, RIVER_2), source="云州市水务局"),
                Piece(title="农商银行用温度曲线核定额度", blocks=(BANK, BANK_2), source="云州农商银行"),
                Piece(title="新区政务大厅取消二十一类证明", blocks=(HALL, HALL_2), source="云州新区管委会"),
            ),
        ),
    ),
)

GLUED = Shape(
    name="a heading printed twice at a paragraph's end, a swallowed article",
    text=f"""云州数据参考

{_LINE}

本期要目

- 01 云州新区取消二十一类证明
- 02 理工学院开设微专业

云州新区取消二十一类证明

{HALL}明确窗口核验规则明确窗口核验规则

先后出台三份操作手册，窗口人员按手册逐项核验，核验不成的转人工复核。

{HALL_2}（来源：云州新区管委会）

阅读原文：https://example.org/hall

农商银行用温度曲线核定额度

{BANK}

{BANK_2}（来源：云州农商银行）

阅读原文：https://example.org/bank

理工学院开设微专业

{SCHOOL}（来源：云州理工学院）

阅读原文：https://example.org/school
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "正文",
            (
                Piece(
                    title="云州新区取消二十一类证明",
                    blocks=(
                        f"{HALL}明确窗口核验规则明确窗口核验规则",
                        "先后出台三份操作手册，窗口人员按手册逐项核验，核验不成的转人工复核。",
                        HALL_2,
                    ),
                    source="云州新区管委会",
                    link="https://example.org/hall",
                ),
                Piece(
                    title="农商银行用温度曲线核定额度",
                    blocks=(BANK, BANK_2),
                    source="云州农商银行",
                    link="https://example.org/bank",
                ),
                Piece(
                    title="理工学院开设微专业",
                    blocks=(SCHOOL,),
                    source="云州理工学院",
                    link="https://example.org/school",
                ),
            ),
        ),
    ),
    doubted=("农商银行用温度曲线核定额度",),
)

BODIES = (PAGED, SECTIONS_ALONE, SUBTITLES, LISTS, SOURCE_FIRST, GLUED)
