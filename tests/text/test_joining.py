import hypothesis.strategies as st
from hypothesis import given

from editor.text.characters import PAIRS, ends_sentence, join
from editor.text.joining import Whole

LINES = st.lists(st.text(st.sampled_from([*PAIRS, *PAIRS.values(), "数", "a", "1", "。", "*"]), min_size=1), min_size=1)


@given(LINES)
def test_a_text_put_together_is_that_of_its_lines_joined_one_after_the_other(lines):
    whole, text = Whole(lines[0]), lines[0]
    for line in lines[1:]:
        whole.add(line)
        text = join(text, line)
    left_open = any(text.count(left) > text.count(right) for left, right in PAIRS.items())
    assert (str(whole), whole.length, whole.is_open) == (text, len(text), left_open)
    assert whole.ends_sentence == ends_sentence(text.replace("**", ""))
