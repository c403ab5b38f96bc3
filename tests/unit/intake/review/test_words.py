"""English may come later and is marked till then; names and values are the editor's."""

from lsdash.intake.review import gaps, to_record
from lsdash.intake.review.words import Words
from lsdash.model import Text
from tests.unit.intake.review.test_review import SHA256, TODAY, begun, finished


def test_english_that_comes_later_is_marked_in_the_record_and_asked_for_again() -> None:
    held = finished()
    for name in ("title", "summary"):
        held = held.with_value(("documents", 0, name, "en"), "")
    held = held.with_value(("documents", 0, "figures", 1, "subject"), {"vi": "Cây giống", "en": ""})
    assert {gap.lang for gap in gaps.find(held)} == {"en"}
    held = held.with_value(("english_later",), True)
    assert gaps.find(held) == []
    decision = to_record.week(held, sha256=SHA256, on=TODAY).decisions[0]
    assert decision.title.en == f"{decision.title.vi} [in Vietnamese]"
    assert decision.facts[1].subject.english_follows
    assert decision.facts[1].slug == "cay-giong"
    assert Words.of(decision.facts[1].subject) == Words(vi="Cây giống")
    assert not Text(vi="Cây", en="Tree").english_follows


def test_vietnamese_never_comes_later() -> None:
    held = finished().with_value(("english_later",), True)
    held = held.with_value(("documents", 0, "title"), {"vi": "", "en": "A title"})
    assert [(gap.key, gap.lang) for gap in gaps.find(held)] == [("title", "vi")]


def test_an_editors_own_name_of_a_figure_is_its_name_for_ever() -> None:
    held = finished().with_value(("documents", 0, "figures", 1, "slug"), "Cây giống!")
    facts = to_record.week(held, sha256=SHA256, on=TODAY).decisions[0].facts
    assert [fact.slug for fact in facts][:2] == ["figure-number-0", "cay-giong"]


def test_a_value_is_written_once_in_its_own_unit_or_another() -> None:
    figure = begun().documents[0].figures[1]
    assert figure.exactly("600.000.000").low == 600_000_000
    assert figure.exactly("0,6 tỷ đồng").high == 600_000_000
    assert figure.exactly("").low is None
