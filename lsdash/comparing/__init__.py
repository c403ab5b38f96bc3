"""What two releases or two weeks tell differently: pairs of the same thing, and that in words."""
