"""Rows as tables for programs: columns, sheets of a view, XLSX, Parquet."""
