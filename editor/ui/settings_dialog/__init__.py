"""The settings: how the window looks, which keys it has, what it remembers. All take effect at once and are kept."""
