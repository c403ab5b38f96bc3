"""Tables name their columns on a phone, and what stands in them is text."""

from streamlit.testing.v1 import AppTest

from tests.app import hypertext


def shown(*heads: str, brief: tuple[str, ...] = (), cell: str = "a") -> AppTest:
    """A page with one table of one row under these heads."""

    def page(heads: tuple[str, ...], brief: tuple[str, ...], cell: str) -> None:
        from lsdash.contents.blocks import Table, line
        from lsdash.web.parts import cards

        cards.table(Table("probe", heads, ((line(cell),) * len(heads),), "a table", brief))

    app = AppTest.from_function(page, args=(heads, brief, cell)).run()
    assert not app.exception
    return app


def named(app: AppTest) -> list[str | None]:
    """What a phone shows before each cell."""
    (table,) = hypertext.shown(app)
    return [cell.get("data-head") for cell in table.xpath(".//td")]


def test_each_column_but_the_first_is_named_before_its_cell() -> None:
    assert named(shown("A", "B", "C")) == [None, "B", "C"]


def test_shorter_names_stand_where_there_are_any_and_an_empty_one_names_nothing() -> None:
    app = shown("A", "B of this and that", "C", brief=("", "B", ""))
    assert named(app) == [None, "B", None]
    (table,) = hypertext.tables(app)
    assert list(table.columns) == ["A", "B of this and that", "C"]


def test_markup_in_a_name_or_a_cell_is_text() -> None:
    odd = '"><img src=x> **Đường** 5'
    app = shown("A", odd, cell=odd)
    assert named(app) == [None, odd]
    (table,) = hypertext.tables(app)
    assert table.iloc[0, 1] == odd
    (whole,) = hypertext.shown(app)
    assert not whole.xpath(".//img")


def test_of_many_sheets_the_near_the_outermost_and_those_half_way_are_links() -> None:
    def page() -> None:
        from lsdash.contents.reading import Alone
        from lsdash.view import View
        from lsdash.web.parts import paging

        here = Alone("en", View("decisions", sheet=60), None)  # type: ignore[arg-type]
        paging.links(here, 121 * paging.A_SHEET)  # type: ignore[arg-type]

    app = AppTest.from_function(page).run()
    assert not app.exception
    said = " ".join(hypertext.said(app).split())
    assert said.endswith("1 … 30 … 58 59 60 61 62 … 90 … 121")
    assert hypertext.ways(app)["90"].sheet == 90
