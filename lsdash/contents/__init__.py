"""What each page holds before anyone shows it: words, tables, charts, for pages and files alike.

Nothing here sees a browser: pages arrange these parts among widgets, exports set them in files, and
so both hold the same numbers.
"""
