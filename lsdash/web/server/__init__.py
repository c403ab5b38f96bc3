"""The process that serves: the door that all requests pass, its start, its log, its garbage."""
