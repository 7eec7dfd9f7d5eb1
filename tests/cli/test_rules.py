"""rules [--json] [--level L]: every rule of the checks with its level and reason."""

import json

from db.library import open_library
from editor.checks.registry import RULES
from editor.cli.main import run


def listed(capsys, *words):
    assert run(["rules", *words], open_library=open_library) == 0
    return capsys.readouterr().out


def test_all_rules_are_listed_by_group_with_level_and_reason(capsys):
    out = listed(capsys)
    assert all(rule.id in out for rule in RULES)
    assert "标点与字符（" in out
    assert "GB/T 15834" in out


def test_rules_as_json_have_what_a_manual_needs(capsys):
    rows = json.loads(listed(capsys, "--json"))
    assert len(rows) == len(RULES) >= 120
    assert set(rows[0]) == {"id", "group", "level", "title", "why"}


def test_one_level_can_be_chosen(capsys):
    assert {row["level"] for row in json.loads(listed(capsys, "--json", "--level", "error"))} == {"error"}
