"""The parser of one command alone says and takes exactly what the parser of all commands does."""

import argparse

import pytest

from editor.cli.parser import build_parser


def commands_of(parser):
    actions = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    return next(actions).choices


ALL = commands_of(build_parser())


@pytest.mark.parametrize("name", ALL)
def test_the_help_of_a_command_is_the_same(name):
    assert commands_of(build_parser(name))[name].format_help() == ALL[name].format_help()


@pytest.mark.parametrize("words", [["--没有"], ["甲", "乙", "--没有"], ["--library"]])
@pytest.mark.parametrize("name", ALL)
def test_a_wrong_call_is_refused_in_the_same_words(name, words, capsys):
    said = []
    for parser in (build_parser(name), build_parser()):
        with pytest.raises(SystemExit) as left:
            parser.parse_args([name, *words])
        said.append((left.value.code, capsys.readouterr()))
    assert said[0] == said[1]
    assert said[0][0] == 2


def test_one_command_is_made_without_the_others():
    assert list(commands_of(build_parser("list"))) == ["list"]


@pytest.mark.parametrize("word", ["", "-h", "没有"])
def test_a_word_that_is_no_command_brings_all(word):
    assert list(commands_of(build_parser(word))) == list(ALL)
