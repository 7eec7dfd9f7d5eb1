import pytest

from editor.ui.pages.updates import pause_after


@pytest.mark.parametrize(
    ("seconds", "slowly", "quickly"),
    [
        (0.005, 15, 40),
        (0.036, 18, 40),
        (0.06, 30, 60),
        (0.2, 100, 150),
        (2.0, 150, 150),
    ],
)
def test_the_pause_before_pages_follows_what_setting_takes(seconds, slowly, quickly):
    assert pause_after(seconds, quick=False) == slowly
    assert pause_after(seconds, quick=True) == quickly
