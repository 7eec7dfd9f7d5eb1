"""摘编 in the window: the original's sentences kept or struck by key, beside what is left of them."""
