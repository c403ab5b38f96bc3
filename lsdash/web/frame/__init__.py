"""What stands around every page: menu, weeks, filters, share, meeting, and refusals."""
