"""What stands beside a document's figures is entered on the page and comes back from the record."""

from pathlib import Path

from lsdash.intake.review import further, gaps, to_record
from lsdash.intake.review.further import BodyRow, Further, Remark
from lsdash.intake.review.review import Review
from lsdash.intake.review.words import Words
from lsdash.model import Locator
from lsdash.records import load, write
from lsdash.vocabulary import FlagRule
from tests.unit.intake.review.test_review import SHA256, TODAY, finished


def words(text: str) -> Words:
    return Words(vi=f"{text} (bịa)", en=f"{text} (invented)")


def filled() -> Further:
    """One of everything."""
    held = Further(
        edition=words("đợt 1"),
        bodies=(
            BodyRow(name=words("tổ"), role=words("tổ trưởng"), post=words("lãnh đạo"), head="Bịa"),
        ),
        remarks=(Remark(rule=FlagRule.MISPRINT, text=words("in sai")),),
    )
    held = held.with_dimension().with_option().with_option()
    dimension = held.dimensions[0].model_copy(update={"label": words("chi phí")})
    first, second = held.options
    answer = first.answers[0].model_copy(update={"text": words("không nêu giá")})
    return held.model_copy(
        update={
            "dimensions": (dimension,),
            "options": (
                first.model_copy(update={"label": words("một"), "answers": (answer,)}),
                second.model_copy(update={"label": words("hai")}),
            ),
        }
    )


def with_further(held: Further) -> Review:
    return finished().with_value(("documents", 0, "further"), held.model_dump())


def test_it_becomes_the_record_and_comes_back_from_it(tmp_path: Path) -> None:
    week = to_record.week(with_further(filled()), sha256=SHA256, on=TODAY)
    file = tmp_path / "2020-w11.yaml"
    file.write_text(write.text(week), encoding="utf-8")
    decision = load.load(file)[1].decisions[0]
    assert [each.number for each in decision.options] == [1, 2]
    slug = decision.dimensions[0].slug
    assert [each.answers[slug].stated for each in decision.options] == [True, False]
    assert decision.bodies[0].head == "Bịa"
    assert (decision.bodies[0].at.item, decision.bodies[0].at.paragraph) == (1, 1)
    back = further.of_record(decision)
    place = Locator(item=1, paragraph=1)
    assert further.recorded(back, decision, place) == further.recorded(filled(), None, place)


def test_what_is_not_said_in_both_languages_stands_in_the_way() -> None:
    held = filled().with_dimension()
    found = [(gap.key, gap.lang) for gap in gaps.find(with_further(held))]
    assert found == [("further", "vi"), ("further", "en")]


def test_a_dimension_goes_with_all_that_was_said_on_it() -> None:
    held = filled().without_dimension(0)
    assert held.dimensions == ()
    assert [each.answers for each in held.options] == [(), ()]


def test_names_of_dimensions_are_made_once_and_no_two_are_alike() -> None:
    held = filled()
    twice = held.model_copy(update={"dimensions": held.dimensions * 2})
    first, second = further.dimension_slugs(twice)
    assert second == f"{first}-2"


def test_a_note_and_an_option_of_a_figure_are_recorded() -> None:
    place = ("documents", 0, "figures", 1)
    held = finished().with_value((*place, "note"), words("tính cả thuế").model_dump())
    held = held.with_value((*place, "unit_class"), 2)
    fact = to_record.week(held, sha256=SHA256, on=TODAY).decisions[0].facts[1]
    assert fact.note == words("tính cả thuế").text()
    assert fact.unit_class == 2
