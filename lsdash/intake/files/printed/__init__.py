"""Pages of a PDF as text: letters in their places become lines, lines become paragraphs."""
