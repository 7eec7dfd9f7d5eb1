import sys

from editor.text import sanitise


def test_the_quick_search_finds_every_character_that_cleaning_touches():
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        quick = sanitise.clean(char)
        if not sanitise._NOTABLE.search(char):
            assert not sanitise._is_dropped(char)
            assert sanitise._ideograph(char) == char == quick.text
            assert char.translate(sanitise._BREAKS) == char
