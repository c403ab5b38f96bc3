"""Pages that are pictures: read one by one, and what stays in doubt of what they say."""
