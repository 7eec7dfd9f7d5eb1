"""What the program says, in another language."""

from collections.abc import Iterator

import pytest

from editor.model.language import speak, tr

_ENGLISH = {"没有存上：{reason}": "Not saved: {reason}", "取消": "Cancel"}


@pytest.fixture
def _english() -> Iterator[None]:
    speak(lambda text, count: ("1 page" if count == 1 else "{n} pages") if "页" in text else _ENGLISH.get(text, text))
    yield
    speak()


def test_chinese_is_the_source() -> None:
    assert (tr("取消"), tr("{n} 页", n=3), tr("{不动}")) == ("取消", "3 页", "{不动}")


@pytest.mark.usefixtures("_english")
def test_texts_values_and_plurals_of_another_language() -> None:
    assert (tr("取消"), tr("没有存上：{reason}", reason="{满}")) == ("Cancel", "Not saved: {满}")
    assert (tr("{n} 页", n=1), tr("{n} 页", n=2)) == ("1 page", "2 pages")
    assert tr("没有译文") == "没有译文"
