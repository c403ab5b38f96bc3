"""Published over a week that is on record, a draft loses nothing that the page does not show."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lsdash.errors import UnfinishedReviewError
from lsdash.intake.drafting import draft
from lsdash.intake.files import received
from lsdash.intake.review import earlier_record, review, to_record
from lsdash.intake.review.amended_documents import Known, KnownFact, OnRecord
from lsdash.intake.review.earlier_record import Former
from lsdash.intake.review.review import NOT_PUBLISHED, Brought, Gap, Review, Seen
from lsdash.model import Decision, Fact, Text, Week
from lsdash.records import load, write
from lsdash.settings import ROOT
from lsdash.vocabulary import Basis, Bound, Measure, RelationKind, Role, Sector, Unit
from tests.unit.intake.review.test_review import BULLETIN, LATER, NOW, SHA256, TODAY, finished

SHIPPED = ROOT / "data" / "bulletins" / "2020-w10.yaml"
WEEK_10 = ROOT.parent / "shared" / "bulletins" / "2020-w10.txt"
TREES = "431-qd-ubnd-2020"


def words(text: str) -> dict[str, str]:
    return {"vi": f"{text} (bịa)", "en": f"{text} (invented)"}


BY_HAND: dict[str, Any] = {
    "edition": {"label": words("đợt 1")},
    "dimensions": [{"slug": "cost", "label": words("chi phí")}],
    "options": [
        {
            "number": 1,
            "label": words("phương án"),
            "answers": {"cost": {"stated": False}},
            "courses": [
                {"label": words("cách"), "steps": [{"place": "gate", "label": words("bước")}]}
            ],
        }
    ],
    "provisions": [{"text": words("nội dung"), "at": {"item": 1, "paragraph": 2}}],
    "bodies": [
        {
            "name": words("tổ"),
            "role": words("tổ trưởng"),
            "post": words("lãnh đạo"),
            "at": {"item": 1, "paragraph": 2},
        }
    ],
    "silences": [{"text": words("điều không nêu")}],
    "flags": [
        {"rule": "doubt", "text": words("chưa rõ"), "fact": "figure-number-3"},
        {"rule": "misprint", "text": words("in sai")},
    ],
    "relations": [
        {"kind": "cites", "target": words("chương trình"), "at": {"item": 1, "paragraph": 1}}
    ],
    "changes": [{"kind": "update", "made_on": date(2020, 3, 15), "reason": words("thêm")}],
    "labels": ["nhãn bịa"],
}
"""What a person adds to a record: none of it is on the review page, but for the silence."""

OF_A_FIGURE: dict[str, Any] = {
    "option": 1,
    "unit_class": 2,
    "unit_kinds": ["ward"],
    "condition": "no_farmers",
    "note": words("ghi chú"),
    "baseline": words("so với"),
    "period": {"from": date(2020, 1, 1), "to": date(2020, 12, 31), "basis": "inherited"},
    "changes": [
        {
            "kind": "correction",
            "made_on": date(2020, 3, 15),
            "reason": words("đảo số"),
            "was": {"printed": "tối đa 32 cây", "high": Decimal(32)},
        }
    ],
}
TOTAL: dict[str, Any] = {
    "slug": "both-parts",
    "measure": "other",
    "subject": words("cộng hai phần"),
    "kind": "money",
    "unit": "vnd",
    "bound": "exact",
    "basis": "derived",
    "formula": "figure-number-1 + figure-number-2",
}


def on_record() -> Former:
    """The invented week as it was published, with what a person added to its file since."""
    held = finished()
    week = to_record.week(held, sha256=SHA256, on=TODAY)
    first = week.decisions[0]
    facts = [*map(dict, first.facts), TOTAL]
    facts[3] |= OF_A_FIGURE
    grown = Decision.model_validate({**dict(first), **BY_HAND, "facts": facts})
    week = Week(bulletin=week.bulletin, decisions=(grown, *week.decisions[1:]))
    return Former(week, write.text(week))


def begun(text: str, week: Former) -> Review:
    """A fresh draft of a text that has taken over what is on record, each figure found right."""
    brought = Brought(name="", text=text, publisher=Text(vi="a", en="b"), province="lang-son")
    held = review.begin(draft.read(received.pasted(text)), brought, name="0123abcd", now=NOW)
    return accepted(earlier_record.recalled(held, week))


def accepted(held: Review) -> Review:
    for at, document in enumerate(held.documents):
        for where, figure in enumerate(document.figures):
            if figure.seen is Seen.OPEN:
                place = ("documents", at, "figures", where, "seen")
                held = held.with_value(place, Seen.ACCEPTED)
    return held


def published(held: Review, week: Former) -> Week:
    return to_record.week(held, sha256=SHA256, on=TODAY, former=week)


def facts_of(week: Week) -> dict[str, Fact]:
    return {fact.slug: fact for fact in week.decisions[0].facts}


def test_what_a_person_added_reads_back_and_loads(tmp_path: Path) -> None:
    week = on_record()
    file = tmp_path / "2020-w11.yaml"
    file.write_text(week.text, encoding="utf-8")
    assert earlier_record.read(file) == week
    assert earlier_record.read(tmp_path / "2020-w12.yaml") is None


def test_a_fresh_draft_of_a_week_on_record_publishes_the_same_record() -> None:
    week = on_record()
    held = begun(BULLETIN, week)
    assert to_record.left(held, week) == []
    assert published(held, week) == week.week
    assert write.text(published(held, week), over=week.text) == week.text


@pytest.mark.skipif(not WEEK_10.exists(), reason="the bulletin is not in the repository")
def test_the_real_week_read_again_publishes_the_same_record() -> None:
    week = earlier_record.read(SHIPPED)
    assert week
    text = received.read(WEEK_10.read_bytes(), WEEK_10.name).text
    held = begun(text, week)
    assert held.looked_at == (24, 24)
    assert to_record.left(held, week) == []
    sha256 = week.week.bulletin.origin.sha256
    assert to_record.week(held, sha256=sha256, on=TODAY, former=week) == week.week


def test_a_draft_older_than_the_record_must_choose_and_loses_nothing_either_way() -> None:
    week = on_record()
    held = finished()
    assert to_record.left(held, week) == [Gap("record")]
    with pytest.raises(UnfinishedReviewError):
        published(held, week)
    kept = held.with_value(("on_record",), week.digest)
    fresh = published(kept, week).decisions[0]
    was = week.week.decisions[0]
    for name in (*BY_HAND.keys() - {"silences"}, "silences"):
        assert getattr(fresh, name) == getattr(was, name), name
    assert facts_of(published(kept, week))["both-parts"].basis is Basis.DERIVED
    assert facts_of(published(kept, week))["figure-number-3"].changes == was.facts[3].changes
    assert published(earlier_record.recalled(held, week), week) == week.week


def test_a_figure_that_changes_asks_for_its_reason_and_tells_its_history() -> None:
    week = on_record()
    held = begun(BULLETIN, week)
    place = ("documents", 0, "figures", 3)
    mended = held.documents[0].figures[3].read_from("tối thiểu 25 cây")
    held = held.with_value(place, mended.model_dump())
    assert to_record.left(held, week) == [Gap("reason", 0, 3, lang) for lang in ("vi", "en")]
    held = held.with_value((*place, "reason"), words("đính chính"))
    fact = facts_of(published(held, week))["figure-number-3"]
    assert (fact.printed, fact.low, fact.bound) == ("tối thiểu 25 cây", 25, Bound.AT_LEAST)
    first, last = fact.changes
    assert first.was and (first.was.bound, first.was.high) == (Bound.AT_MOST, 32)
    assert (last.kind, last.made_on) == ("correction", TODAY)
    assert last.was and (last.was.printed, last.was.high) == ("tối đa 23 cây", 23)
    assert (last.was.bound, last.was.unit) == (Bound.AT_MOST, None)
    assert last.reason == Text(**words("đính chính"))
    assert (fact.note, fact.option, fact.period) == (
        Text(**words("ghi chú")),
        1,
        week.week.decisions[0].facts[3].period,
    )


def test_published_again_a_change_is_told_once_and_its_reason_is_spent(tmp_path: Path) -> None:
    week = on_record()
    held = begun(BULLETIN, week)
    place = ("documents", 0, "figures", 0)
    mended = held.documents[0].figures[0].read_from("950 triệu đồng")
    held = held.with_value(place, mended.model_dump())
    held = held.with_value((*place, "reason"), words("đính chính"))
    after = published(held, week)
    file = tmp_path / "2020-w11.yaml"
    file.write_text(write.text(after, over=week.text), encoding="utf-8")
    assert load.load(file)[1] == after
    again = earlier_record.read(file)
    assert again
    held = to_record.named(held, week, again.digest)
    assert held.documents[0].figures[0].reason == review.Words()
    assert to_record.left(held, again) == []
    assert published(held, again) == after
    assert facts_of(after)["figure-number-0"].part_of is None
    assert facts_of(after)["figure-number-1"].part_of == "figure-number-0"


def test_a_text_with_another_figure_at_the_same_place_asks_why() -> None:
    week = on_record()
    held = begun(BULLETIN.replace("tối đa 23 cây", "tối đa 32 cây"), week)
    assert held.documents[0].figures[3].fact == "figure-number-3"
    assert {gap.key for gap in to_record.left(held, week)} == {"reason"}
    fresh = held.with_value(("documents", 0, "figures", 3, "fact"), NOT_PUBLISHED)
    assert to_record.left(fresh, week) == []
    facts = facts_of(published(fresh, week))
    assert facts["figure-number-3"].high == 23
    assert facts["figure-number-3-2"].high == 32


def test_a_figure_told_to_be_a_fact_takes_over_its_words_and_not_its_value() -> None:
    week = on_record()
    held = begun(BULLETIN.replace("tối đa 23 cây", "tối đa 32 cây"), week)
    for name, value in (("fact", NOT_PUBLISHED), ("subject", {})):
        held = held.with_value(("documents", 0, "figures", 3, name), value)
    figure = earlier_record.taken_for(held, week, (0, 3), "figure-number-3").documents[0].figures[3]
    assert (figure.fact, figure.subject.vi, figure.high) == ("figure-number-3", "Số 3", 32)
    fresh = earlier_record.taken_for(held, week, (0, 3), NOT_PUBLISHED)
    assert fresh == held


def test_figures_printed_alike_keep_their_names_in_their_order() -> None:
    text = BULLETIN.replace("tiền công trồng 300", "tiền công trồng 600")
    week = on_record()
    first = week.week.decisions[0]
    facts = [*first.facts]
    facts[2] = facts[2].model_copy(
        update={
            "printed": "600 triệu đồng",
            "low": Decimal(600_000_000),
            "high": Decimal(600_000_000),
        }
    )
    decision = first.model_copy(update={"facts": tuple(facts)})
    week = Former(
        Week(bulletin=week.week.bulletin, decisions=(decision, week.week.decisions[1])), ""
    )
    held = begun(text, week)
    assert [figure.fact for figure in held.documents[0].figures] == [
        f"figure-number-{n}" for n in range(4)
    ]
    assert published(held, week) == week.week


def test_documents_and_facts_that_the_text_lacks_stay_unless_struck() -> None:
    week = on_record()
    short = BULLETIN.replace(" Mỗi xã được tối đa 23 cây bóng mát.", "")
    short = short[: short.index("\nMở lớp dạy nghề trồng nấm\n")]
    held = begun(short, week)
    assert [each.number for each in earlier_record.documents_left(held, week.week)] == [
        "52/KH-UBND"
    ]
    own = earlier_record.beside(held, held.documents[0], week)
    assert [fact.slug for fact in own.left] == ["figure-number-3", "both-parts"]
    assert to_record.left(held, week) == []
    after = published(held, week)
    assert after.decisions == week.week.decisions
    assert after.bulletin.headlines == ("431/QĐ-UBND", "52/KH-UBND")
    for name in ("52-kh-ubnd-2020", f"{TREES}/figure-number-3", f"{TREES}/both-parts"):
        held = held.with_struck(name, True)
    (only,) = published(held, week).decisions
    assert [fact.slug for fact in only.facts] == [f"figure-number-{n}" for n in range(3)]
    assert [flag.fact for flag in only.flags] == [None]
    assert (
        published(held.with_struck("52-kh-ubnd-2020", False), week).decisions[1:]
        == (week.week.decisions[1:])
    )


def test_a_figure_that_the_record_adds_up_cannot_be_struck_alone() -> None:
    week = on_record()
    held = begun(BULLETIN, week)
    held = held.with_value(("documents", 0, "figures", 1, "seen"), Seen.STRUCK)
    assert to_record.left(held, week) == [Gap("needed", 0, 1)]
    held = held.with_struck(f"{TREES}/both-parts", True)
    assert to_record.left(held, week) == []
    after = published(held, week).decisions[0]
    assert [fact.slug for fact in after.facts] == [f"figure-number-{n}" for n in (0, 2, 3)]
    assert after.labels == ("nhãn bịa", "600 triệu đồng")


def test_a_silence_on_record_goes_only_when_the_editor_unticks_it() -> None:
    week = on_record()
    held = begun(BULLETIN, week)
    assert [question.kept for question in held.documents[0].questions][:2] == [True, False]
    held = held.with_value(("documents", 0, "questions", 0, "kept"), False)
    assert published(held, week).decisions[0].silences == ()


def test_what_the_editor_mended_stays_when_the_record_is_taken_over_anew() -> None:
    week = on_record()
    held = begun(BULLETIN, week)
    mended = held.documents[0].figures[3].read_from("tối đa 25 cây")
    held = held.with_value(("documents", 0, "figures", 3), mended.model_dump())
    figure = earlier_record.recalled(held, week).documents[0].figures[3]
    assert (figure.seen, figure.high) == (Seen.MENDED, 25)


def test_a_document_beside_the_record_comes_in_its_place() -> None:
    week = on_record()
    text = BULLETIN.replace(
        "\nMở lớp dạy nghề trồng nấm\n",
        "\nLập tổ chăm cây\n\nUBND tỉnh vừa ban hành Quyết định (số 433/QĐ-UBND ngày 11/3/2020) "
        "lập tổ chăm cây.\n\nMở lớp dạy nghề trồng nấm\n",
        1,
    ).replace("tỉnh; Mở lớp", "tỉnh; Lập tổ chăm cây; Mở lớp")
    held = begun(text, week)
    for name in ("title", "short_title", "summary"):
        held = held.with_value(("documents", 1, name), words(name))
    after = published(held, week)
    numbers = ["431/QĐ-UBND", "433/QĐ-UBND", "52/KH-UBND"]
    assert [decision.number for decision in after.decisions] == numbers
    assert [*after.bulletin.headlines] == numbers
    assert after.decisions[1].options == ()


def test_a_draft_kept_by_an_earlier_version_still_opens() -> None:
    held = finished().model_copy(update={"saved_at": LATER})
    old = held.model_dump(mode="json", exclude={"on_record", "struck"})
    for document in old["documents"]:
        for figure in document["figures"]:
            del figure["fact"], figure["reason"]
    assert Review.model_validate(old) == held
    assert old["documents"][0]["figures"][0]["unit"] == Unit.VND


AMENDING = (ROOT / "tests" / "fixtures" / "bulletins" / "amending.txt").read_text(encoding="utf-8")


def amending() -> Review:
    """The invented week that amends and corrects the shipped one, every text written."""
    shipped = load.load(SHIPPED)[1]
    held = review.begin(
        draft.read(received.pasted(AMENDING)),
        Brought(
            name="",
            text=AMENDING,
            publisher=Text(vi="a", en="b"),
            province="lang-son",
            on_record=OnRecord([known(decision) for decision in shipped.decisions]),
        ),
        name="0123abcd",
        now=NOW,
    )
    for at, document in enumerate(held.documents):
        for name in ("title", "short_title", "summary"):
            held = held.with_value(("documents", at, name), words(f"{name} {at}"))
        for where, task in enumerate(document.tasks):
            assert task.words == review.Words()
            place = ("documents", at, "tasks", where, "words")
            held = held.with_value(place, words(f"việc {where}"))
        for where, figure in enumerate(document.figures):
            place = ("documents", at, "figures", where)
            if figure.unit_called.vi:
                held = held.with_value((*place, "unit_called", "en"), "invented things")
            if not figure.subject.vi:
                held = held.with_value((*place, "subject"), words(f"Số {where}"))
    return accepted(with_english(held))


def with_english(held: Review) -> Review:
    """Agencies whose usual English name is not known get one."""
    for at, document in enumerate(held.documents):
        for where, task in enumerate(document.tasks):
            if task.lead.vi and not task.lead.en:
                held = held.with_value(("documents", at, "tasks", where, "lead", "en"), "Company")
    return held


def known(decision: Decision) -> Known:
    facts = [
        KnownFact(
            slug=fact.slug,
            subject_vi=fact.subject.vi,
            subject_en=fact.subject.en,
            measure=fact.measure,
            unit=fact.unit,
            unit_called=fact.unit_called.vi if fact.unit_called else "",
            low=fact.low,
            high=fact.high,
            bound=fact.bound,
            printed=fact.printed or "",
        )
        for fact in decision.facts
        if fact.basis is Basis.STATED
    ]
    title = decision.short_title
    return Known(
        slug=decision.slug,
        number=decision.number,
        signed_on=decision.signed_on,
        title_vi=title.vi,
        title_en=title.en,
        facts=facts,
        sector=decision.sector,
    )


def test_a_week_that_amends_another_is_recorded_and_loads_beside_it(tmp_path: Path) -> None:
    week = to_record.week(amending(), sha256=SHA256, on=TODAY)
    for file, text in (("2020-w10", SHIPPED.read_text("utf-8")), ("2020-w11", write.text(week))):
        (tmp_path / f"{file}.yaml").write_text(text, encoding="utf-8")
    assert load.load_all(tmp_path)[1] == week
    quotas, request, energy, notice, money = week.decisions
    told = [(fact.printed, fact.amends, fact.before and fact.before.low) for fact in quotas.facts]
    assert told[1] == ("560 chỉ tiêu", "380-qd-ubnd-2020/quota-vocational", 510)
    assert [amends for _, amends, _ in told[2:]] == [
        *("380-qd-ubnd-2020/quota-medical", "380-qd-ubnd-2020/quota-medical"),
        "380-qd-ubnd-2020/quota-teacher",
    ]
    assert {fact.measure for fact in quotas.facts[1:]} == {Measure.COLLEGE_QUOTA}
    assert (quotas.lead and quotas.lead.en, quotas.deadline) == (
        "Department of Education and Training",
        date(2020, 6, 30),
    )
    assert (request.addressed_to and request.addressed_to.en, request.deadline) == (
        "Ministry of Health",
        date(2020, 3, 20),
    )
    assert request.facts[3].unit_called == Text(vi="trạm", en="invented things")
    assert [fact.deadline for fact in energy.facts] == [date(2025, 12, 31)] * 3 + [None]
    assert energy.facts[3].role is Role.CONTENTS
    assert [(each.lead and each.lead.vi, each.deadline) for each in energy.provisions] == [
        ("Sở Công Thương", None),
        ("Công ty Điện lực Lạng Sơn", date(2020, 9, 30)),
    ]
    (cement,) = notice.facts
    assert cement.amends == "381-qd-ubnd-2020/road-cement"
    assert cement.before and cement.before.low == 8_300_000_000
    kinds = {relation.number: relation.kind for relation in notice.relations}
    assert kinds == {"381/QĐ-UBND": RelationKind.CORRECTS}
    assert notice.sector is Sector.TRANSPORT
    assert [fact.part_of for fact in money.facts[1:4]] == [money.facts[0].slug] * 3


def test_what_was_published_of_it_comes_back_into_a_fresh_draft(tmp_path: Path) -> None:
    held = amending()
    week = to_record.week(held, sha256=SHA256, on=TODAY)
    file = tmp_path / "2020-w11.yaml"
    file.write_text(write.text(week), encoding="utf-8")
    former_week = earlier_record.read(file)
    assert former_week
    fresh = begun(AMENDING, former_week)
    assert to_record.left(fresh, former_week) == []
    assert to_record.week(fresh, sha256=SHA256, on=TODAY, former=former_week) == week
    named = to_record.named(held, None, former_week.digest)
    assert to_record.left(named, former_week) == []
    assert to_record.week(named, sha256=SHA256, on=TODAY, former=former_week) == week


def test_a_content_on_record_is_reworded_in_its_place_or_left_out() -> None:
    week = on_record()
    held = begun(BULLETIN, week)
    (task,) = held.documents[0].tasks
    assert (task.words.vi, task.was) == ("nội dung (bịa)", "nội dung (bịa)")
    place = ("documents", 0, "tasks", 0)
    mended = held.with_value((*place, "words", "vi"), "nội dung khác")
    mended = mended.with_value((*place, "deadline"), date(2020, 6, 30))
    (provision,) = published(mended, week).decisions[0].provisions
    assert (provision.text.vi, provision.deadline) == ("nội dung khác", date(2020, 6, 30))
    assert provision.at == week.week.decisions[0].provisions[0].at
    left_out = held.with_value((*place, "kept"), False)
    assert published(left_out, week).decisions[0].provisions == ()
    more = held.with_task(0)
    assert {gap.key for gap in to_record.left(more, week)} == {"task"}


def test_a_correction_names_the_document_that_makes_it_and_takes_its_day() -> None:
    week = on_record()
    held = begun(BULLETIN, week)
    place = ("documents", 0, "figures", 0)
    mended = held.documents[0].figures[0].read_from("950 triệu đồng")
    held = held.with_value(place, mended.model_dump())
    held = held.with_value((*place, "reason"), words("đính chính"))
    held = held.with_value((*place, "corrected_by"), "61/TB-UBND")
    assert to_record.left(held, week) == [Gap("corrected_on", 0, 0)]
    held = held.with_value((*place, "corrected_on"), date(2020, 3, 13))
    (change,) = facts_of(published(held, week))["figure-number-0"].changes
    assert (change.by, change.made_on) == ("61/TB-UBND", date(2020, 3, 13))
    spent = to_record.named(held, week, "").documents[0].figures[0]
    assert (spent.corrected_by, spent.corrected_on) == ("", None)


def test_a_correction_cannot_be_older_than_the_last_one_on_record() -> None:
    week = on_record()
    held = begun(BULLETIN, week)
    place = ("documents", 0, "figures", 3)
    mended = (
        held.documents[0]
        .figures[3]
        .read_from("tối đa 25 cây")
        .model_copy(update={"corrected_by": "61/TB-UBND", "corrected_on": date(2020, 3, 14)})
    )
    held = held.with_value(place, mended.model_dump())
    held = held.with_value((*place, "reason"), words("đính chính"))
    assert to_record.left(held, week) == [Gap("corrected_order", 0, 3)]


def test_new_fields_are_written_in_the_models_order() -> None:
    text = write.text(to_record.week(amending(), sha256=SHA256, on=TODAY))
    fact = text[text.index("printed: 560 chỉ tiêu") :]
    order = [fact.index(f"{name}:") for name in ("part_of", "amends", "before", "at")]
    assert order == sorted(order)
    assert "before: {printed: '510', low: 510, high: 510}" in fact or 'printed: "510"' in fact
