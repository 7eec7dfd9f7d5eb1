"""Provinces in names of agencies and in hosts of gov.cn, to find sources that belong to another place."""

import re

from editor.text.regions import provinces, regions, short_name

# province: its capital and cities of their own planning, then its labels under gov.cn
_TABLE = {
    "北京": ("", "beijing bj"),
    "天津": ("", "tj"),
    "河北": ("石家庄 雄安", "hebei"),
    "山西": ("太原", "shanxi"),
    "内蒙古": ("呼和浩特", "nmg"),
    "辽宁": ("沈阳 大连", "ln"),
    "吉林": ("长春", "jl"),
    "黑龙江": ("哈尔滨", "hlj"),
    "上海": ("浦东", "sh shanghai"),
    "江苏": ("南京 苏州 无锡", "jiangsu js"),
    "浙江": ("杭州 宁波 温州", "zj zhejiang"),
    "安徽": ("合肥", "ah"),
    "福建": ("福州 厦门", "fujian fj"),
    "江西": ("南昌", "jiangxi"),
    "山东": ("济南 青岛", "shandong sd"),
    "河南": ("郑州", "henan"),
    "湖北": ("武汉", "hubei"),
    "湖南": ("长沙", "hunan"),
    "广东": ("广州 深圳 珠海 佛山 东莞", "gd"),
    "广西": ("南宁", "gxzf"),
    "海南": ("海口 三亚", "hainan"),
    "重庆": ("", "cq"),
    "四川": ("成都", "sc"),
    "贵州": ("贵阳 贵安", "guizhou"),
    "云南": ("昆明", "yn"),
    "西藏": ("拉萨", "xizang"),
    "陕西": ("西安", "shaanxi"),
    "甘肃": ("兰州", "gansu"),
    "青海": ("西宁", "qinghai"),
    "宁夏": ("银川", "nx"),
    "新疆": ("乌鲁木齐", "xinjiang"),
}
_SHORT = {name: province for province, (cities, _) in _TABLE.items() for name in (province, *cities.split())}
# other prefectures by their full names only: 大同, 安康 and more are words of their own
_FULL = {one.name: provinces()[one.province] for one in regions() if one.code.endswith("00")}
_PROVINCES = _SHORT | {name: place for name, place in _FULL.items() if _SHORT.get(short_name(name)) != place}
_HOSTS = {label: province for province, (_, labels) in _TABLE.items() for label in labels.split()}
_NAME = re.compile("|".join(sorted(_PROVINCES, key=len, reverse=True)))
_GOV = re.compile(r"(?:^|\.)([a-z]+)\.gov\.cn$")


def provinces_named(text: str) -> frozenset[str]:
    """Return the provinces that text names, also by their prefectures and large cities."""
    return frozenset(_PROVINCES[name] for name in _NAME.findall(text))


def first_place(text: str) -> str:
    """Return the first place of the table that text names, empty for none."""
    found = _NAME.search(text)
    return found[0] if found else ""


def host_province(host: str) -> str:
    """Return the province whose government has this host, empty where the host does not say."""
    found = _GOV.search(host)
    return _HOSTS.get(found[1], "") if found else ""
