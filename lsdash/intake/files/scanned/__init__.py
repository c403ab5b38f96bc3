"""A page that is a picture: its words, each with its place on the page and how sure it is."""
