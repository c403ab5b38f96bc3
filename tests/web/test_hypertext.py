"""What stands in one element of HTML: text stays text, whatever is in it, and links are ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markupsafe import Markup

from lsdash.contents.blocks import Listed, Look, Words
from lsdash.model import Filters
from lsdash.view import View
from lsdash.web.parts import hypertext

NASTY = ["<script>alert(1)</script>", '" onclick="x', "a & b < c > d", "&lt;b&gt;", "'", "{}", "%s"]
texts = st.sampled_from(NASTY) | st.text(
    st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=40
)
looks = st.sampled_from(["plain", *hypertext.KINDS])


def read(made: Markup) -> html.HtmlElement:
    return html.fragment_fromstring(made, create_parent="div")


def tags(made: Markup) -> set[str]:
    return {each.tag for each in read(made).iter()} - {"div"}


@given(texts, looks)
def test_words_are_read_back_as_they_were_written(text: str, look: Look) -> None:
    made = hypertext.listed(Listed(((Words(text, look),),)))
    assert read(made).text_content() == text
    assert tags(made) <= {"ul", "li", "span"}


@given(texts, texts)
def test_what_a_reader_searched_for_stays_text_in_every_part_of_a_link(
    search: str, label: str
) -> None:
    view = View("decisions", "2020w10-3f9a2c00", Filters(search=search))
    made = hypertext.card(hypertext.link(view, label, icon=":material/close:"), name=label)
    (link,) = read(made).iter("a")
    assert link.text_content() == label
    assert set(link.keys()) == {"href", "class", "data-way"}
    assert tags(made) == {"section", "a", "span"}


@pytest.mark.parametrize("text", NASTY)
def test_every_part_keeps_text_as_text(text: str) -> None:
    parts = (
        hypertext.heading(text),
        hypertext.caption(text),
        hypertext.badge(text, icon=":material/lock:"),
        hypertext.row(text),
        hypertext.card(text),
        hypertext.menu(text, []) + hypertext.element("p", text),
    )
    for made in parts:
        assert read(made).text_content() == text
        assert "script" not in tags(made)


def test_the_page_shown_is_told_to_those_who_hear_the_menu() -> None:
    here = View("covid", "2020w10-3f9a2c00")
    links = [
        hypertext.link(here.on(name), name, is_here=name == "covid") for name in ("covid", "data")
    ]
    found = read(hypertext.menu("Pages", links))
    assert [each.text for each in found.xpath("//a[@aria-current='page']")] == ["covid"]


def test_a_source_elsewhere_opens_beside_the_page() -> None:
    made = hypertext.words((Words("VNA", to="https://example.org/?a=1&b=2"),))
    (link,) = read(made).iter("a")
    assert link.get("href") == "https://example.org/?a=1&b=2"
    assert link.get("target") == "_blank"
    assert link.get("data-way") is None
