"""Parts of a document's sheet: tables as rows, and what stands beside the figures."""
