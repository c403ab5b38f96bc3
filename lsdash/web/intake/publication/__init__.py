"""A week before readers see it, and after: preview, history, withdrawal."""
