import getpass

import pytest

from editor.desk.starting.author import checked_author, suggested_author
from editor.model.errors import UserError


def test_a_name_is_kept_without_needless_blanks():
    assert checked_author("  杨\u3000婷 ") == "杨 婷"


@pytest.mark.parametrize(
    ("text", "said"), [("  ", "请写下你的名字"), ("一" * 21, "最多 20 个"), ("杨\u200b婷", "看不见")]
)
def test_what_is_no_name_is_said(text, said):
    with pytest.raises(UserError, match=said):
        checked_author(text)


@pytest.mark.parametrize(("user", "name"), [("yangting", "yangting"), ("Administrator", ""), ("root", "")])
def test_the_systems_name_is_suggested_unless_it_means_nobody(monkeypatch, user, name):
    monkeypatch.setattr(getpass, "getuser", lambda: user)
    assert suggested_author() == name
