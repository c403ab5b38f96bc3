"""A document itself in the layout of Decree 30/2020: head, grounds, articles, tables, signature."""
