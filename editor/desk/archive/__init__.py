"""总库检索: every article of a library found by its words: queries, hits, facets."""
