import gc
import sys

import pytest

pytest.importorskip(
    "PySide6.QtWidgets",
    reason="Qt lacks system libraries: dev.py names the line that installs them",
    exc_type=ImportError,
)


def test_setting_a_text_keeps_no_reference_to_none(qtbot):
    """PySide6 6.12.0 loses one at every call on CPython 3.11 and aborts after some thousands."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    gc.collect()
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 100
