"""`python -m lsdash`."""

from lsdash.cli import main

main()
