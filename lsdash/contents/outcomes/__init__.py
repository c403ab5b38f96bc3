"""What came of it: promises with what was reported of each, and the days that fall due."""
