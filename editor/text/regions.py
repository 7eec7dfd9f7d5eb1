"""The administrative names of China, see resources/regions/NOTICE.md: provinces, prefectures, and some counties."""

import functools
import re
from dataclasses import dataclass

from resources import resource

# the short name of an autonomous area leaves out its peoples: 广西壮族自治区 is 广西
_AUTONOMOUS = re.compile(
    r"(?:(?:朝鲜|土家|苗|壮|黎|藏|羌|彝|布依|侗|哈尼|傣|白|景颇|傈僳|回)族|维吾尔|哈萨克|柯尔克孜|(?<!内)蒙古族?)*自治[区州县]$"
)
_ENDING = re.compile(r"(?<=..)(?:特别行政区|地区|林区|新区|省|市|盟|区|县)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A division. code: six digits of GB/T 2260."""

    code: str
    name: str

    @property
    def province(self) -> str:
        """The code of the province it lies in, its own for a province."""
        return f"{self.code[:2]}0000"

    @property
    def is_province(self) -> bool:
        """Whether it is of the first level."""
        return self.code == self.province


@functools.cache
def regions() -> tuple[Region, ...]:
    """Return all divisions, by code."""
    lines = resource("regions/regions.txt").read_text(encoding="utf-8").splitlines()
    return tuple(Region(code=code, name=name) for code, _, name in (line.partition(" ") for line in lines))


def short_name(name: str) -> str:
    """Return a division's name without its kind: 贵阳, 延边, 广西; 忠县 stays."""
    return _ENDING.sub("", _AUTONOMOUS.sub("", name))


@functools.cache
def provinces() -> dict[str, str]:
    """Return the short name of every province by code: 贵州, 内蒙古, 香港."""
    return {one.code: short_name(one.name) for one in regions() if one.is_province}
