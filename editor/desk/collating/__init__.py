"""核红: what changed since a galley, word by word, to be ticked against the corrected paper or turned back."""
