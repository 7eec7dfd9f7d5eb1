"""摘编: an article made shorter by keeping and striking the sentences of its original."""

from editor.desk.abridging.abridgement import Abridgement, Place
from editor.desk.abridging.merging import abridgement_of
from editor.desk.abridging.unit import SentenceSource, SentenceState, Unit

__all__ = ["Abridgement", "Place", "SentenceSource", "SentenceState", "Unit", "abridgement_of"]
