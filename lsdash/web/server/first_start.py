"""What is done before the first reader comes: a release built, pages loaded, one run once."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from streamlit import runtime

from lsdash import settings
from lsdash.errors import LsdashError
from lsdash.intake.files.scanned import tesseract
from lsdash.store import follow
from lsdash.web.entrance import opening
from lsdash.web.server import garbage, theme

log = logging.getLogger("lsdash")


@asynccontextmanager
async def ready(_app: object) -> AsyncIterator[None]:
    """Do before the first reader comes what he would wait for: build a release where none is there,
    load the code of all pages, look for the program that reads scans, and run the first page once.

    What stands in the way is logged here and shown to every reader until it is mended.
    """
    place = settings.read()
    try:
        follow.step(place)
        opening.ensure(place)
    except LsdashError as error:
        log.error("%s", error)
    tesseract.found()
    garbage.share_heaps()
    garbage.load()
    theme.remember()
    runs, problem = await runtime.get_instance().does_script_run_without_error()
    if not runs:
        log.error("the first page does not run: %s", problem)
    with follow.following(place):
        async with garbage.kept():
            yield
