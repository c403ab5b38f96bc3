"""Rows in, Plotly figures out as plain dictionaries: one form of chart, and its kinds."""
