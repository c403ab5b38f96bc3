"""A draft becomes a record: what the editor makes of it, beside what is on record already."""
