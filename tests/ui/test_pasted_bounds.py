"""What a paste may not bring is left out, and said."""

import pytest
from PySide6.QtCore import QMimeData

from editor.intake.pictures import take_picture
from editor.interchange.codec import encode
from editor.model.body import Figure, Paragraph, Run
from editor.ui.body.clipboard import BLOCKS_FORMAT, Clip, pasted


def take(data, name):
    return take_picture(data, name=name)


@pytest.mark.usefixtures("qapp")
def test_a_link_of_another_window_leads_to_no_program():
    clip = Clip(blocks=(Paragraph(runs=(Run(text="点此", link="javascript:alert(1)"),)),))
    data = QMimeData()
    data.setData(BLOCKS_FORMAT, encode(clip))
    pasting = pasted(data, frozenset(), take)
    assert pasting.blocks[0].runs == (Run(text="点此"),)
    assert "1 个链接" in pasting.messages[0]


@pytest.mark.usefixtures("qapp")
def test_a_pasted_picture_that_cannot_be_used_leaves_its_place_and_is_said():
    data = QMimeData()
    # base64 of an EPS file's beginning, long enough to be no spacer
    address = "data:image/png;base64," + "JSFQUy1BZG9iZS0zLjAgRVBTRi0zLjAK" * 8
    data.setHtml(f'<p>前</p><p><img alt="图" src="{address}"></p><p>后</p>')
    pasting = pasted(data, frozenset(), take)
    assert [type(block) for block in pasting.blocks] == [Paragraph, Figure, Paragraph]
    assert any("不是能用的图片" in line for line in pasting.messages)
