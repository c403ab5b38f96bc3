"""What differs between two releases or weeks, or since a release was built."""
