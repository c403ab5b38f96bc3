"""What pages are made of: cards, tables, charts, inputs, lists by sheets, text kept as text."""
