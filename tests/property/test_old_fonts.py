"""Whatever text is brought in whatever font, what was converted stands where it says."""

from hypothesis import given
from hypothesis import strategies as st

from lsdash.errors import OldFontError
from lsdash.intake.files.old_fonts import converted, marked
from lsdash.intake.files.old_fonts.letters import TCVN3, VNI

WORDS = (
    "Quyết định của Ủy ban nhân dân tỉnh về mức thu phí được ưu tiên; 52/KH-UBND (6,00 ÷ 6,50) %"
)
PLACES = {letter: place for place, letter in TCVN3.items() if ord(place) < 0x100}
PAIRS = {letter: places for places, letter in VNI.items() if not places[1:].isupper()}
FONTS = {".VnTime": PLACES, ".VnTimeH": PLACES, "VNI-Times": PAIRS, "Arial": {}}
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="".join(sorted({*TCVN3, *"".join(VNI)})) + "aàtế \n-", max_size=60),
    st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join),
)


def stored(text: str, font: str) -> str:
    """What a file holds where this font shows the text."""
    places = FONTS[font]
    return marked.marked("".join(places.get(letter, letter) for letter in text), font)


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12), st.sampled_from([*FONTS]))
def test_a_text_comes_back_from_the_font_that_it_was_set_in(words: list[str], font: str) -> None:
    text, found = converted.read(stored(" ".join(words), font), "tin")
    assert text.casefold() == " ".join(words).casefold()
    assert all(text[it.start : it.end].strip() for it in found)


@given(st.lists(st.tuples(TEXTS, st.sampled_from([*FONTS])), max_size=5))
def test_the_account_of_what_was_converted_closes(runs: list[tuple[str, str]]) -> None:
    """With each stretch put back, the text is the one that is stored."""
    brought = "".join(marked.marked(text, font) for text, font in runs)
    try:
        text, found = converted.read(brought, "tin")
    except OldFontError as error:
        assert error.paragraph > 0
        return
    for it in reversed(found):
        text = f"{text[: it.start]}{it.stored}{text[it.end :]}"
    assert text == marked.plain(brought)
    ends = [end for it in found for end in (it.start, it.end)]
    assert ends == sorted(ends)
