"""A week's record: YAML in, model out, and what a build finds odd in it."""
