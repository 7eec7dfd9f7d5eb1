"""The reader on past issues of many shapes: what its maker wrote down comes out, and doubts are told."""

import pytest

from tests.benchmarks.bench_past_issues import outcomes
from tests.intake.past_shapes import SHAPES


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_an_issue_of_this_shape_is_read_as_it_was_written_down(shape):
    assert [(one.part, one.wanted, one.got) for one in outcomes(shape) if one.got] == []


def test_the_shapes_differ():
    assert len({shape.name for shape in SHAPES}) == len(SHAPES) >= 12
