"""What single pages show, in the order in which it stands there."""
