"""From submitting to print: who takes an issue further, what the chief signs, and proof of it later."""
