"""Which figures a document itself states, and which of them are sums."""

from tests.unit.intake.drafting.papers.conftest import PAPERS, found, pasted


def test_a_total_that_an_article_states_as_well_is_one_figure_at_the_article() -> None:
    figures = found("421-qd-ubnd.txt").figures
    total = figures.in_tables[0]
    assert total.entry and total.entry.is_total
    assert total not in figures.stated
    assert figures.stated[figures.positions[total.figure.start]].place == "article-1"


def test_sums_of_tables_point_to_figures_of_the_document() -> None:
    figures = found("63-kh-ubnd.txt").figures
    assert figures.sums
    for each in figures.sums:
        whole, *parts = [figures.quantities[at].low for at in (each.whole, *each.parts)]
        assert whole is not None
        assert whole - sum(filter(None, parts)) == each.difference


def test_days_until_it_holds_are_no_figure_and_still_accounted_for() -> None:
    text = (PAPERS / "421-qd-ubnd.txt").read_text(encoding="utf-8")
    decision = pasted(text.replace("kể từ ngày ký", "sau 10 ngày kể từ ngày ký"))
    assert not [each for each in decision.facts if "10 ngày" in each.printed]
    assert decision.unread == ()


def test_rows_without_a_total_are_parts_of_the_sum_that_an_article_states() -> None:
    text = (PAPERS / "421-qd-ubnd.txt").read_text(encoding="utf-8")
    text = text.replace(" | Tổng cộng | 6.500 | 4.100 | 2.400\n", "")
    text = text.replace("Tổng số | Cát, đá | Thi công", "Đợt này | Năm trước | Đã cấp")
    facts = pasted(text.replace("A | B | 1=2+3 | 2 | 3\n", "")).facts
    whole = next(at for at, each in enumerate(facts) if each.printed == "6.500 triệu đồng")
    parts = [each.row for each in facts if each.part_of == whole]
    assert len(parts) == 4
    assert all(each.endswith(": Đợt này") for each in parts)
