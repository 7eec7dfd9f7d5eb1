"""A saved web page made for tests, with what a reader should find in it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """A page and its fields, which were written before any reader had seen it. data: bytes of the file.

    date: YYYY-MM-DD or empty; first, last: first and last paragraph of the article; unwanted: texts that are no part of
    it; address: what the browser puts on the clipboard; files: of the page's folder, by name relative to the page;
    partial: first and last are the beginning and the end of those paragraphs; may_precede, may_follow: lines that may
    stand before and behind them.
    """

    name: str
    data: bytes
    title: str
    source: str
    date: str
    link: str
    first: str
    last: str
    unwanted: tuple[str, ...]
    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    partial: bool = False
    may_precede: tuple[str, ...] = ()
    may_follow: tuple[str, ...] = ()

    @property
    def fields(self) -> dict[str, object]:
        """The expected fields as the JSON file beside a page has them."""
        names = ("title", "source", "date", "link", "first", "last")
        return {
            **{name: getattr(self, name) for name in names},
            "unwanted": list(self.unwanted),
            "address": self.address,
        }


SUBJECTS = {
    "data": ("公共数据登记", "数据资源", "市数据局"),
    "school": ("中小学校舍改造", "校舍安全", "市教育局"),
    "water": ("农村供水保障", "供水管网", "市水利局"),
    "care": ("社区养老服务", "养老床位", "市民政局"),
    "road": ("县乡公路养护", "路面状况", "市交通运输局"),
    "trade": ("企业开办便利化", "登记材料", "市市场监管局"),
}


def paragraphs(subject: str, count: int = 5) -> list[str]:
    """Return invented paragraphs about a subject, the first and the last of their own."""
    work, thing, office = SUBJECTS[subject]
    middle = [
        f"《方案》提出，到2027年底，全市{work}工作机制基本健全，{thing}底数清楚、责任到人，办理时限由15个工作日压减到5个工作日。",
        f"围绕{thing}，各区要建立台账，逐项登记，按季度更新；{office}会同有关部门每半年抽查一次，抽查比例不低于10%。",
        f"在要素保障方面，市财政今年安排资金3,600万元支持{work}，同比增长12.5%，重点向东山、西岭两个片区倾斜。",
        f"“过去要跑四五趟，现在网上就能办。”东山区河湾街道居民周岚说，{work}让大家省了不少时间。",
        f"有关负责人介绍，下一步将总结首批12个试点的经验，把{work}纳入年度考核，推动成果惠及更多群众。",
    ]
    first = f"近日，云州市印发《{work}三年行动方案》，对今后一个时期全市{work}作出部署，明确了六方面二十项任务。"
    last = f"据悉，{work}三年行动将于下月启动，首批试点名单由{office}另行公布。"
    return [first, *(middle[at % len(middle)] for at in range(count - 2)), last]


def in_p(texts: list[str], *, indent: str = "　　", style: str = "") -> str:
    """Return texts as paragraphs of HTML."""
    open_tag = f'<p style="{style}">' if style else "<p>"
    return "\n".join(f"{open_tag}{indent}{text}</p>" for text in texts)
