"""总库检索 in the window: every article ever taken in, found by its words, shown, quoted, taken up again."""
