"""Pure Chinese text: cleaning, comparison, links, dates."""
