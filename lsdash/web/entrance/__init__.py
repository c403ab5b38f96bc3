"""The way in: by which address, in which language, to which release, and whether one may."""
