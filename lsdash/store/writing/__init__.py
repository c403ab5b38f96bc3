"""A release file as it is written: rows, roles, what it is searched by, older layouts."""
