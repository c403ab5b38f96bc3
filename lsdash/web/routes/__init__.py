"""Answers for programs: the API and its contract, and short links."""
