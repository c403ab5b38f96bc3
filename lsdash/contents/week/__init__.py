"""A week is its documents: cards, the figure that tells each, money decided, the overview."""
