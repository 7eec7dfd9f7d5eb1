"""Where kinds of a union are told apart, each is named: a new kind is an error of the type checker, no silent else.

The trial with a planted kind: `python -m tests.benchmarks.trial_kind`.
"""

import ast
from functools import partial
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from editor.checks.rule import Rule
from editor.desk.block_ordinals import OrdinalKind
from editor.document.look import look_table
from editor.document.paper_kinds import Paper
from editor.document.parts import Part
from editor.document.table_setting import table_room
from editor.export.word.elements import Element
from editor.model.block_kinds import TextStyle
from editor.model.block_texts import TextField
from editor.model.body import Block
from editor.model.publication import Look
from editor.pages.page_data import _block as block_data
from editor.pages.reports import Report
from editor.ui.body.shapes import Kind
from editor.ui.versions.lines import Shape
from resources import resource
from tests import strategies
from tests.export import test_article_html
from tests.ui import test_body

ROOT = Path(__file__).parent.parent.parent
UNIONS = (Block, Part, Element, Paper, Report, Rule)
ENUMERATIONS = (TextField, TextStyle, Kind, Shape, OrdinalKind)
KINDS = {(kind.__module__, kind.__name__) for union in UNIONS for kind in get_args(union)}
ROOMS = {module.rpartition(".")[0] for module, _ in KINDS}
NAMED = KINDS | {(kind.__module__, kind.__name__) for kind in ENUMERATIONS}


def faults(source, module=""):
    """Yield line and fault of every place that would let a new kind through."""
    tree = ast.parse(source)
    known = names_of(tree, module)
    for node in ast.walk(tree) if known else ():
        match node:
            case ast.Call(func=ast.Name(id="isinstance"), args=[_, kinds]) if known_in(kinds, known) & KINDS:
                yield node.lineno, "isinstance"
            case ast.Dict() if any(key and known.get(ast.unparse(key)) in KINDS for key in node.keys):
                yield node.lineno, "a table by type"
            case ast.Compare(left=ast.Call(func=ast.Name(id="type"))):
                if any(known_in(one, known) & KINDS for one in node.comparators):
                    yield node.lineno, "comparing types"
            case ast.Match() if any(known_in(case.pattern, known) for case in node.cases) and not ends_surely(node):
                yield node.lineno, "a match without assert_never"


def names_of(tree, module):
    """Return what names of a module mean: (module, name) of a watched class."""
    found = {}
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=source, names=names):
                found |= {one.asname or one.name: (source, one.name) for one in names}
                inner = {f"{source}.{one.name}": one.asname or one.name for one in names} if source in ROOMS else {}
                found |= {f"{inner[of]}.{name}": (of, name) for of, name in NAMED if of in inner}
            case ast.ClassDef():
                found[node.name] = (module, node.name)
    return {name: meant for name, meant in found.items() if meant in NAMED}


def known_in(node, known):
    parts = [ast.unparse(one) for one in ast.walk(node) if isinstance(one, ast.Name | ast.Attribute)]
    return {known[part] for part in parts if part in known}


def ends_surely(node):
    match node.cases[-1]:
        case ast.match_case(pattern=ast.MatchAs(pattern=None), guard=None, body=[ast.Expr(value=ast.Call() as call)]):
            return ast.unparse(call.func) == "assert_never"
    return False


# tables of the fields that classes have gained: a new kind has gained none
BY_FIELD = ROOT / "editor" / "interchange" / "versions.py"


def test_no_kind_goes_through_unnamed():
    found = []
    for path in sorted({*ROOT.glob("editor/**/*.py"), *ROOT.glob("db/**/*.py")} - {BY_FIELD}):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found += [f"{path.relative_to(ROOT)}:{line} {fault}" for line, fault in faults(path.read_text("utf-8"), name)]
    assert found == []


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("found = isinstance(block, Figure)", "isinstance"),
        ("found = isinstance(block, (Figure, str))", "isinstance"),
        ("found = isinstance(block, Figure | Table)", "isinstance"),
        ("found = isinstance(block, body.Figure)", "isinstance"),
        ("LABELS = {Figure: 1}", "a table by type"),
        ("found = type(block) is Figure", "comparing types"),
        ("match block:\n    case Figure():\n        pass", "a match without assert_never"),
        ("match block:\n    case Figure():\n        pass\n    case _:\n        pass", "a match without assert_never"),
        ("match one, other:\n    case Figure(), _:\n        pass", "a match without assert_never"),
        ("match field:\n    case TextField.ALT:\n        pass", "a match without assert_never"),
        ("match block:\n    case Figure():\n        pass\n    case _:\n        assert_never(block)", ""),
        ("match role:\n    case Role.ONE:\n        pass\n    case _:\n        pass", ""),
        ("found = isinstance(block, str)", ""),
    ],
)
def test_a_place_that_would_let_a_kind_through_is_found(lines, fault):
    head = "from editor.model import body\nfrom editor.model.body import Figure, Table\n"
    head += "from editor.model.block_texts import TextField\n"
    assert [found for _, found in faults(head + lines)] == [fault] * bool(fault)


@pytest.mark.parametrize(
    "bodies",
    [st.lists(strategies.blocks(), max_size=3), test_article_html.blocks, test_body.bodies],
    ids=["any issue", "HTML and back", "the editor and back"],
)
def test_properties_are_tried_with_every_kind(bodies):
    for kind in get_args(Block):
        assert find(bodies, partial(has, kind), settings=settings(phases=[Phase.generate], database=None))


@given(strategies.blocks())
def test_the_page_template_sets_every_kind(block):
    template = resource("typeset/parts/blocks.typ").read_text(encoding="utf-8")
    assert f'b.type == "{block_data(block, ROOM)["type"]}"' in template


ROOM = table_room(look_table(Look(name="house")))


def has(kind, blocks):
    return any(isinstance(block, kind) for block in blocks)
