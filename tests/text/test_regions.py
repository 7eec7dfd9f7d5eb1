import pytest

from editor.text.places import first_place, provinces_named
from editor.text.regions import provinces, regions, short_name


def ending(*endings):
    return sum(one.name.endswith(endings) for one in regions() if one.code.endswith("00") and not one.is_province)


def test_every_division_down_to_the_prefectures_is_there():
    assert len(provinces()) == 34
    assert (ending("市"), ending("地区"), ending("自治州"), ending("盟")) == (293, 7, 30, 3)
    codes = [one.code for one in regions()]
    assert codes == sorted(set(codes))
    assert {one.province for one in regions()} == set(provinces())


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("贵州省", "贵州"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("西藏自治区", "西藏"),
        ("新疆维吾尔自治区", "新疆"),
        ("香港特别行政区", "香港"),
        ("黔东南苗族侗族自治州", "黔东南"),
        ("海西蒙古族藏族自治州", "海西"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("浦东新区", "浦东"),
        ("忠县", "忠县"),
    ],
)
def test_names_have_a_short_form(name, short):
    assert short in {short_name(one.name) for one in regions()}
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("遵义市人民政府", {"贵州"}),
        ("海南藏族自治州人民政府", {"青海"}),
        ("海南省", {"海南"}),
        ("吉林市", {"吉林"}),
        ("世界大同，人民安康", set()),
    ],
)
def test_prefectures_tell_their_province(text, named):
    assert provinces_named(text) == named


def test_the_large_cities_go_by_their_short_names():
    assert first_place("杭州市发布") == "杭州"
