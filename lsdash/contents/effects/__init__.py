"""What documents do to one another and ask for: in force, amended, related, to be followed up."""
