from dataclasses import replace

import pytest

from editor.intake.font_file import read_font
from editor.model.errors import UserError
from editor.model.font import FontFile
from editor.pages.fonts import check_font
from tests.font_files import font_bytes


def test_a_file_that_the_typesetter_cannot_read_is_refused():
    data = font_bytes(source="BulletinFigures-Regular.ttf")
    file = FontFile(font=read_font(data, name="fang.ttf"), data=data)
    check_font(file)
    with pytest.raises(UserError, match=r"“fang\.ttf”里的字体云州仿宋不能用来排版"):
        check_font(replace(file, data=data[:500]))
