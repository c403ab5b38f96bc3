"""Rows and charts as files that leave the room: bytes out, no browser, no clock."""
