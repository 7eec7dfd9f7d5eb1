"""Rare characters in Word: faces of Windows that have them."""

import pytest

from editor.export.word.markup import text_run
from editor.export.word.rare_faces import by_face, rare_face


@pytest.mark.parametrize(
    ("char", "face"),
    [
        ("云", ""),
        ("，", ""),
        ("a", ""),
        ("α", ""),
        ("№", ""),
        ("𠮷", "SimSun-ExtB"),
        ("𠅤", "SimSun-ExtB"),
        ("₂", "Cambria Math"),
        ("−", "Cambria Math"),
        ("ɪ", "Times New Roman"),
        ("윤", "Malgun Gothic"),
        ("བ", "Microsoft Himalaya"),
        ("ꆈ", "Microsoft Yi Baiti"),
        ("☑", "Segoe UI Symbol"),
    ],
)
def test_a_rare_character_has_a_face_that_windows_has(char, face):
    assert rare_face(char) == face


def test_a_run_is_parted_where_the_face_changes():
    assert by_face("在𠮷𡈽野H₂O") == (
        ("", "在"),
        ("SimSun-ExtB", "𠮷𡈽"),
        ("", "野H"),
        ("Cambria Math", "₂"),
        ("", "O"),
    )
    assert text_run("在𠮷野", "<w:b/>").count("<w:b/>") == 3
    assert text_run("在吉野").count("<w:r>") == 1
