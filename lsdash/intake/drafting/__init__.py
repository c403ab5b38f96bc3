"""A bulletin's text becomes a draft of its week's record: documents, figures, silences."""
