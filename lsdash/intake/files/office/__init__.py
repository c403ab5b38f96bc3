"""What the parts of a Word file say: its styles, its own numbers, its formulas."""
