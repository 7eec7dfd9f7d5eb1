"""Names of bodies and of people, as bulletins print them beside articles."""

import re

from editor.text.characters import is_han

BODY = re.compile(
    r"(?:局|院|会|司|室|部|中心|大学|学院|学校|[一二三四五六七八九十]中|中学|小学|幼儿园|公司|委|厅|所|社|馆|网|站|处|办|集团|联盟|基金|政府|党校|工商联|妇联|残联|侨联|文联|社科联"
    r"|(?:[^学百专本文理]|管理)科|股室?|支队|大队|总队|[中分支]行|银行|课题组|调研组|编辑组|数据组|采编组|专班|管委会|开发区|高新区|新区|园区|街道|[乡镇]|[^小校社灾战景片]区|[^知各全自]县|[日晚早时快周]报|报社|电视台|杂志|研究组|联合体|合作社|小组|智库|学报|导报|商报|学刊|导刊|本刊)"
    r"(?:[（(][^（()）]{1,20}[）)])?$"
)
DOES = re.compile(r"召开|举行|举办|印发|出台|开展|推[进动行]|发布|建[成立设]|走进|成立|设立|探索|打造|加快|做好|来自")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭"
)


def is_body(text: str) -> bool:
    """Return whether words are an organisation's name and nothing else."""
    return (
        3 <= len(text) <= 24
        and (is_han(text[0]) or text[0].isalnum())
        and bool(BODY.search(text))
        and not re.search(r"[，。；：:、！？“”\d]", text)
    )


def is_person(text: str) -> bool:
    """Return whether a word may be a Chinese person's name."""
    return 2 <= len(text) <= 3 and all(map(is_han, text)) and text[0] in _SURNAMES
