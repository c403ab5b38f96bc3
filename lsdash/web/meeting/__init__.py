"""A page in a meeting: parted into screens, shown one at a time."""
