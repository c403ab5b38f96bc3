"""The data page's parts: how fresh the release is, how the data come about, how to cite it."""

from lsdash import sentences
from lsdash.contents.blocks import Listed, line
from lsdash.contents.reading import Reading
from lsdash.contents.week import partly, weeks
from lsdash.text import count, figures, say

METHODS = ("source", "record", "stated", "interval", "request", "partly", "press", "release")
"""What is said of how the data come about, in this order."""

OLDEST_DUCKDB = "1.1"
"""Opens a release's file; 1.0 does not, although the form of the file is its own."""


def sentence(here: Reading) -> str:
    """How much this release holds, and up to when."""
    manifest = here.release.manifest
    whole = say(
        here.lang,
        "data.sentence",
        documents=count(here.lang, "data.documents_n", manifest.rows("decisions")),
        facts=count(here.lang, "data.facts_n", manifest.rows("facts")),
        to=figures.day(manifest.documents_to, here.lang),
    )
    return ". ".join(filter(None, (whole, partly.in_release(here))))


def stamps(here: Reading) -> dict[str, str]:
    """What the stamp is of → its day or moment: two that the release carries."""
    lang, manifest = here.lang, here.release.manifest
    return {
        say(lang, "data.documents_to"): figures.day(manifest.documents_to, lang),
        say(lang, "data.built"): figures.moment(manifest.built_at, lang),
    }


def methods(here: Reading) -> Listed:
    """How the data come about."""
    return Listed(tuple(line(say(here.lang, f"method.{each}")) for each in METHODS))


def openings(release: str) -> dict[str, str]:
    """Program → the line by which it opens this release's file and reads a table."""
    file = f"lang-son-{release}.duckdb"
    return {
        "DuckDB": f"ATTACH '{file}' AS lang_son (READ_ONLY); FROM lang_son.facts;",
        "Python": f'import duckdb; duckdb.connect("{file}", read_only=True).table("facts").df()',
        "R": f'duckdb::sql("FROM facts", DBI::dbConnect(duckdb::duckdb(), "{file}"))',
    }


def citation(here: Reading, link: str) -> str:
    """The words to put under a table or a chart that was made from this release."""
    return say(
        here.lang,
        "data.citation",
        title=say(here.lang, "app.full_name"),
        week=sentences.week_span(weeks.shown(here), here.lang),
        release=here.release.name,
        link=link,
    )
