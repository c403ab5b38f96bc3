"""From a bulletin as received to a draft record: read, find citations and figures, draft, check.

Pure: text in, values out. All offsets are character offsets into the text that a function was
given, so that `text[start:end] == printed` always holds. Nothing here is published by itself.
"""
