"""Tables name their columns on a phone, whatever the names hold."""

import re

from streamlit.testing.v1 import AppTest


def sheet(*heads: str, brief: tuple[str, ...] = ()) -> str:
    """The style sheet that a table with these heads brings along."""

    def page(heads: tuple[str, ...], brief: tuple[str, ...]) -> None:
        from lsdash.contents.blocks import Table, line
        from lsdash.web.parts import cards

        cards.table(Table("probe", heads, ((line("a"),) * len(heads),), "a table", brief))

    app = AppTest.from_function(page, args=(heads, brief)).run()
    assert not app.exception
    (style,) = [each.proto.body for each in app.get("html")]
    return str(style)


def test_each_column_but_the_first_is_named_before_its_cell() -> None:
    style = sheet("A", "B", "C")
    named = re.findall(r"nth-child\((\d)\)::before \{ content: \"(.*?)\" \}", style)
    assert named == [("2", r"B\3a  "), ("3", r"C\3a  ")]  # 3a is the colon


def test_shorter_names_stand_where_there_are_any_and_an_empty_one_names_nothing() -> None:
    style = sheet("A", "B of this and that", "C", brief=("", "B", ""))
    named = re.findall(r"nth-child\((\d)\)::before \{ content: \"(.*?)\" \}", style)
    assert named == [("2", r"B\3a  ")]


def test_a_name_cannot_leave_its_string() -> None:
    style = sheet("A", 'x" } </style> body { display: none } \\')
    assert style.count("</style>") == 1
    assert "body {" not in style
    assert "Đường 5" in sheet("A", "Đường 5")
