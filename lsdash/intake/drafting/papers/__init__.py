"""A document itself, read into the draft of one document of the week of its date."""
