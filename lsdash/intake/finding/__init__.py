"""What stands in any text: dates, names, numbers of documents, citations, figures, deadlines."""
