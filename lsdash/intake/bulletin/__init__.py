"""How a bulletin is built: its head, the days it covers, its list, items, what they cite."""
