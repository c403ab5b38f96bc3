"""A text made ready for matching, each place with the way back to the text as received."""
