"""The parts before and behind the articles as forms: credits page, back matter, cover."""
