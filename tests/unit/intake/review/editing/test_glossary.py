"""What was called so once in English is called so again."""

from lsdash.intake.review.editing import glossary
from lsdash.intake.review.words import Words
from tests.unit.intake.review.test_review import begun


def test_english_is_written_once_for_all_figures_of_a_name() -> None:
    held = begun()
    for where in (1, 2):
        place = ("documents", 0, "figures", where, "subject")
        held = held.with_value(place, {"vi": "Cây giống", "en": ""})
    place = ("documents", 0, "figures", 1, "subject")
    held = glossary.written(held, place, "en", "Saplings", {})
    assert held.documents[0].figures[2].subject == Words(vi="Cây giống", en="Saplings")
    other = ("documents", 1, "figures", 0, "subject")
    held = glossary.written(held, other, "vi", "cây  giống", {})
    assert held.documents[1].figures[0].subject.en == "Saplings"


def test_english_of_what_was_published_comes_with_the_vietnamese() -> None:
    place = ("documents", 1, "figures", 0, "subject")
    held = glossary.written(begun(), place, "vi", "Học viên", {"học viên": "Learners"})
    assert held.documents[1].figures[0].subject.en == "Learners"
