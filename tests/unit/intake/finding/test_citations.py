"""Citations as documents print them: (text, what is found), each pair with its reason."""

from datetime import date

import pytest

from lsdash.intake.finding import citations
from lsdash.vocabulary import Kind


def found(text: str) -> list[tuple[str, date | None]]:
    return [(each.reference, each.signed_on) for each in citations.find(text)]


D = date(2020, 3, 5)


@pytest.mark.parametrize(
    ("printed", "reference", "kind", "type_symbol", "authority"),
    [
        # the provincial forms
        ("Quyết định số 381/QĐ-UBND", "381/QĐ-UBND", "QD", "QĐ", "UBND"),
        ("số 4/2020/QĐ-UBND", "4/2020/QĐ-UBND", "QD", "QĐ", "UBND"),
        ("Quyết định số 1605a/QĐ-UBND", "1605a/QĐ-UBND", "QD", "QĐ", "UBND"),
        ("Kế hoạch số 07/KH-UBND", "07/KH-UBND", "KH", "KH", "UBND"),
        ("Thông báo số 114/TB-VPCP", "114/TB-VPCP", "TB", "TB", "VPCP"),
        ("Thông báo kết luận số 114/TB-VPCP", "114/TB-VPCP", "TB", "TB", "VPCP"),
        ("Báo cáo số 12/BC-STC", "12/BC-STC", "BC", "BC", "STC"),
        ("Tờ trình số 33/TTr-SNV", "33/TTr-SNV", "TTr", "TTr", "SNV"),
        ("Nghị quyết số 44/2025/NQ-HĐND", "44/2025/NQ-HĐND", "NQ", "NQ", "HĐND"),
        ("Công điện số 05/CĐ-TTg", "05/CĐ-TTg", "CDI", "CĐ", "TTg"),
        ("Giấy mời số 15/GM-UBND", "15/GM-UBND", "GM", "GM", "UBND"),
        ("Báo cáo số 18/BC-HĐND-KTNS", "18/BC-HĐND-KTNS", "BC", "BC", "HĐND-KTNS"),
        ("Quyết định số 12/QĐ-BCĐ389", "12/QĐ-BCĐ389", "QD", "QĐ", "BCĐ389"),
        # letters name issuer and unit
        ("Công văn số 1270/UBND-KTTH", "1270/UBND-KTTH", "CV", None, "UBND-KTTH"),
        ("văn bản số 6296/VPCP-KSTT", "6296/VPCP-KSTT", "CV", None, "VPCP-KSTT"),
        ("Công văn số 800/VPCP-V.III", "800/VPCP-V.III", "CV", None, "VPCP-V.III"),
        ("Công văn số 1074/VP-KGVX", "1074/VP-KGVX", "CV", None, "VP-KGVX"),
        ("Công văn số 1386/BCĐQG", "1386/BCĐQG", "CV", None, "BCĐQG"),
        ("Công văn số 901/BGDĐT-GDTrH", "901/BGDĐT-GDTrH", "CV", None, "BGDĐT-GDTrH"),
        ("Công văn số 1440/CV-BCĐ", "1440/CV-BCĐ", "CV", "CV", "BCĐ"),
        ("Công văn số 55/SNN-KL1", "55/SNN-KL1", "CV", None, "SNN-KL1"),
        ("công văn hướng dẫn số 901/BGDĐT-GDTrH", "901/BGDĐT-GDTrH", "CV", None, "BGDĐT-GDTrH"),
        ("Báo cáo thẩm định số 77/BC-SKHĐT", "77/BC-SKHĐT", "BC", "BC", "SKHĐT"),
        ("Kế hoạch số 39/KH-UBND", "39/KH-UBND", "KH", "KH", "UBND"),
        # the Party puts the kind before the slash
        ("Nghị quyết số 22-NQ/TW", "22-NQ/TW", "NQ", "NQ", "TW"),
        ("Kế hoạch số 119-KH/TU", "119-KH/TU", "KH", "KH", "TU"),
        ("Chỉ thị số 15-CT/TW", "15-CT/TW", "CT", "CT", "TW"),
        ("Hướng dẫn số 03-HD/BTCTW", "03-HD/BTCTW", "HD", "HD", "BTCTW"),
        ("Kết luận số 50-KL/TW", "50-KL/TW", "KL", "KL", "TW"),
        ("Công văn số 3261-CV/TU", "3261-CV/TU", "CV", "CV", "TU"),
        ("Thông báo số 2325-TB/VPTU", "2325-TB/VPTU", "TB", "TB", "VPTU"),
        ("Chương trình hành động số 35-CTr/TU", "35-CTr/TU", "CTr", "CTr", "TU"),
        ("Quy định số 08-QĐi/TW", "08-QĐi/TW", "QyD", "QĐi", "TW"),
        ("Nghị quyết 06/TU", "06/TU", "NQ", None, "TU"),
        # the centre
        ("Nghị định 34/2019/NĐ-CP", "34/2019/NĐ-CP", "ND", "NĐ", "CP"),
        ("Nghị quyết số 30c/NQ-CP", "30c/NQ-CP", "NQ", "NQ", "CP"),
        ("Thông tư 57/2020/TT-BCT", "57/2020/TT-BCT", "TT", "TT", "BCT"),
        ("Thông tư liên tịch số 11/2004/TTLT-BNN-BNV", "11/2004/TTLT-BNN-BNV", "TTLT", "TTLT",
         "BNN-BNV"),
        ("Thông tư liên tịch số 01/2013/TTLT/BTC-BNV", "01/2013/TTLT/BTC-BNV", "TTLT", "TTLT",
         "BTC-BNV"),
        ("Thông tư liên tịch 07/2015/TTLT-BNN&PTNT-BTC", "07/2015/TTLT-BNN&PTNT-BTC", "TTLT",
         "TTLT", "BNN&PTNT-BTC"),
        ("Văn bản hợp nhất số 12/VBHN-BTC", "12/VBHN-BTC", "VBHN", "VBHN", "BTC"),
        ("Nghị quyết liên tịch số 02/2019/NQLT-HĐND-MTTQ", "02/2019/NQLT-HĐND-MTTQ", "NQ", "NQLT",
         "HĐND-MTTQ"),
        # the National Assembly: only words tell a law from a resolution
        ("Luật số 39/2024/QH15", "39/2024/QH15", "LUAT", None, "QH15"),
        ("Bộ luật Lao động số 45/2019/QH14", "45/2019/QH14", "LUAT", None, "QH14"),
        ("Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13", "80/2015/QH13", "LUAT", None,
         "QH13"),
        ("Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền "
         "địa phương số 47/2019/QH14", "47/2019/QH14", "LUAT", None, "QH14"),
        ("Nghị quyết số 120/2020/QH14", "120/2020/QH14", "NQ", None, "QH14"),
        ("Nghị quyết số 1211/2016/UBTVQH13", "1211/2016/UBTVQH13", "NQ", None, "UBTVQH13"),
        ("Pháp lệnh Ưu đãi người có công số 26/2005/PL-UBTVQH11", "26/2005/PL-UBTVQH11", "PL",
         "PL", "UBTVQH11"),
        # older and loose forms
        ("Quyết định số 01/1999/QĐ.UB", "01/1999/QĐ.UB", "QD", "QĐ", "UB"),
        ("Quyết định số 12/98/QĐ-UB", "12/1998/QĐ-UB", "QD", "QĐ", "UB"),
        ("Nghị định số 64-CP", "64-CP", "ND", None, "CP"),
        ("Quyết định số 38-TCTK/FFCĐ", "38-TCTK/FFCĐ", "QD", None, "TCTK/FFCĐ"),
        ("Quyết định số 327-CT", "327-CT", "QD", None, "CT"),
        ("Nghị định số 222/HĐBT", "222/HĐBT", "ND", None, "HĐBT"),
        ("Thông tư số 48-TC/TCT", "48-TC/TCT", "TT", None, "TC/TCT"),
        ("Công văn số 235/Pg-KTTH", "235/Pg-KTTH", "CV", None, "Pg-KTTH"),
        ("Quyết định số 2468/QĐUBND", "2468/QĐUBND", "QD", "QĐ", "UBND"),
        ("Nghị quyết số 15 /NQ - CP", "15/NQ-CP", "NQ", "NQ", "CP"),
        ("Quyết định số 381/ QĐ- UBND", "381/QĐ-UBND", "QD", "QĐ", "UBND"),
        ("Quyết định số 381/QĐ UBND", "381/QĐ UBND", "QD", "QĐ", "UBND"),
        ("quyết định số 381/qđ-ubnd", "381/qđ-ubnd", "QD", "QĐ", "UBND"),
        ("Quyết định số 381/QD-UBND", "381/QD-UBND", "QD", "QĐ", "UBND"),
        ("Quyết định số 381/Q\u00d0-UBND", "381/QĐ-UBND", "QD", "QĐ", "UBND"),
        ("Quyết định số 381/QĐ–UBND", "381/QĐ-UBND", "QD", "QĐ", "UBND"),
        ("Nghị định 100/2019/NĐ/CP", "100/2019/NĐ/CP", "ND", "NĐ", "CP"),
        ("QUYẾT ĐỊNH SỐ 381/QĐ-UBND", "381/QĐ-UBND", "QD", "QĐ", "UBND"),
        ("Quyết định của Chủ tịch UBND tỉnh số 381/QĐ-UBND", "381/QĐ-UBND", "QD", "QĐ", "UBND"),
        ("Quyết định số 1.605/QĐ-UBND", "1.605/QĐ-UBND", "QD", "QĐ", "UBND"),
        # only a name makes it a citation
        ("Nghị quyết 36a", "36a", "NQ", None, None),
        ("Kế hoạch số 39", "39", "KH", None, None),
        ("Thông tư 22/2016", "22/2016", "TT", None, None),
        # English pages of the portals
        ("Decision No. 381/QD-UBND", "381/QD-UBND", "QD", "QĐ", "UBND"),
        ("Official Letter No. 1270/UBND-KTTH", "1270/UBND-KTTH", "CV", None, "UBND-KTTH"),
    ],
)  # fmt: skip
def test_a_document_number_is_taken_apart(
    printed: str, reference: str, kind: str, type_symbol: str | None, authority: str | None
) -> None:
    (citation,) = citations.find(f"theo {printed} và các văn bản khác.")
    assert citation.reference == reference
    assert (citation.kind, citation.type_symbol, citation.authority_symbol) == (
        kind,
        type_symbol,
        authority,
    )
    assert citation.printed == printed


@pytest.mark.parametrize(
    ("printed", "signed_on"),
    [
        (" ngày 5/3/2020", D),
        (" ngày 05-3-2020", D),
        (" ngày 05.3.2020", D),
        (", ngày 05/3/2020", D),
        (" (ngày 05/3/2020)", D),
        (" ngày 05 tháng 3 năm 2020", D),
        (" ngày 05 tháng ba năm 2020", D),
        (" ngày 05 tháng 03/2020", D),
        (" ngày\n05/3/2020", D),
        (" ngày\u00a005/3/2020", D),
        (" ngày 05/3//2020", D),
        (" ngày 05 / 3 / 2020", D),
        (" ngày 5/3/20", D),
        (" ngày 05/3-2020", D),
        (" ngày 05/3 năm 2020", D),
        (" ký ngày 05/3/2020", D),
        (" được ban hành ngày 05/3/2020", D),
        (" tỉnh ngày 05/3/2020", D),
        (" của Ủy ban nhân dân tỉnh ngày 05/3/2020", D),
        (" tỉnh Lạng Sơn ngày 05/3/2020", D),
        (" được UBND tỉnh ban hành ngày 05/3/2020", D),
        (" do Chủ tịch UBND tỉnh ký ngày 05/3/2020", D),
        (" của Bộ Văn hóa, Thể thao và Du lịch ngày 05/3/2020", D),
        (", 05/3/2020", D),
        (" dated March 5, 2020", D),
        (" dated 5 March 2020", D),
        (" ngày 05/3", None),
        (" năm 2020", None),
        (" 2020", None),
        (" tháng 3/2020", None),
        (" ngày 31/02/2020", None),
        ("", None),
    ],
)
def test_the_day_belongs_to_the_number_before_it(printed: str, signed_on: date | None) -> None:
    text = f"thực hiện Quyết định số 381/QĐ-UBND{printed}; các sở, ngành"
    (citation,) = citations.find(text)
    assert citation.signed_on == signed_on
    assert citation.printed == f"Quyết định số 381/QĐ-UBND{printed}"


@pytest.mark.parametrize(
    ("printed", "signed_on"),
    [
        (" ngày 05/3", D),
        (" (05/3)", D),
        (" (ngày 28/12)", None),  # far from the text's own time
        (" ngày 31/02", None),
    ],
)
def test_a_day_without_its_year_is_of_the_texts_own_time(
    printed: str, signed_on: date | None
) -> None:
    (citation,) = citations.find(f"QĐ số 381/QĐ-UBND{printed}: giao vốn", date(2020, 3, 8))
    assert citation.signed_on == signed_on


@pytest.mark.parametrize("kind", ["TB", "TTr", "BC", "QĐ", "CV"])
def test_kinds_are_read_in_short_before_a_number(kind: str) -> None:
    (citation,) = citations.find(f"2. {kind} số 66/{kind}-UBND ngày 05/3/2020: giao vốn")
    assert (citation.printed[: len(kind)], citation.signed_on) == (kind, D)


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 381/QĐ-UBND có hiệu lực từ ngày 05/3/2020",
        "Quyết định số 381/QĐ-UBND về thu phí đến ngày 05/3/2020",
        "Nghị quyết 06/TU - ngày 05/3 hằng năm",
        "họp ngày 05/3/2020. Quyết định số 381/QĐ-UBND quy định",
        "Sau cuộc họp ngày 05/3/2020, UBND tỉnh ban hành Quyết định số 381/QĐ-UBND về thu phí",
        "Ngày 05/3/2020, UBND tỉnh họp bàn về Quyết định số 381/QĐ-UBND",
    ],
)
def test_another_day_nearby_is_not_the_day_of_signing(text: str) -> None:
    (citation,) = citations.find(text)
    assert citation.signed_on is None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        # the sentence says when it was issued
        (
            "Ngày 05/3/2020, UBND tỉnh đã ban hành Quyết định số 381/QĐ-UBND về thu phí",
            "Quyết định số 381/QĐ-UBND",
        ),
        (
            "Ngày 05/3/2020, Thủ tướng Chính phủ ký Chỉ thị số 11/CT-TTg về vay vốn",
            "Chỉ thị số 11/CT-TTg",
        ),
        (
            "Ngày 05/3/2020, thừa lệnh Chủ tịch UBND tỉnh, Chánh Văn phòng đã ký văn bản số "
            "1300/UBND-NC về thu phí",
            "văn bản số 1300/UBND-NC",
        ),
        # between name and number
        (
            "Tại Công văn ngày 05/3/2020 của UBND tỉnh số 1300/UBND-NC",
            "Công văn ngày 05/3/2020 của UBND tỉnh số 1300/UBND-NC",
        ),
        # the head of a document: number, then place and day
        (
            "TỈNH LẠNG SƠN | Số: 381/QĐ-UBND | Lạng Sơn, ngày 05 tháng 3 năm 2020",
            "Số: 381/QĐ-UBND",
        ),
        (
            "UBND TỈNH LẠNG SƠN\nSố: 1300/UBND-NC\nV/v thu phí\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
            "NAM\nĐộc lập - Tự do - Hạnh phúc\n\nLạng Sơn, ngày 05 tháng 3 năm 2020",
            "Số: 1300/UBND-NC",
        ),
    ],
)
def test_the_day_may_be_printed_elsewhere(text: str, printed: str) -> None:
    (citation,) = citations.find(text)
    assert (citation.signed_on, citation.printed) == (D, printed)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Quyết định số 2165, 2166/QĐ-UBND, ngày 05/3/2020",
         [("2165/QĐ-UBND", D), ("2166/QĐ-UBND", D)]),
        ("các Quyết định số: 99/QĐ-UBND, 103/QĐ-UBND và 105/QĐ-UBND, ngày 05/3/2020",
         [("99/QĐ-UBND", D), ("103/QĐ-UBND", D), ("105/QĐ-UBND", D)]),
        ("các Nghị quyết số 18, 19-NQ/TW", [("18-NQ/TW", None), ("19-NQ/TW", None)]),
        ("Nghị quyết số 18-NQ/TW và số 19-NQ/TW ngày 05/3/2020",
         [("18-NQ/TW", D), ("19-NQ/TW", D)]),
        ("Nghị định số 34, 35/2019/NĐ-CP", [("34/2019/NĐ-CP", None), ("35/2019/NĐ-CP", None)]),
        ("các văn bản: số 381/QĐ-UBND ngày 04/3/2020, số 39/KH-UBND ngày 05/3/2020",
         [("381/QĐ-UBND", date(2020, 3, 4)), ("39/KH-UBND", D)]),
        # each document has its own name: the day is the last one's alone
        ("Quyết định số 10/QĐ-UBND và Quyết định số 11/QĐ-UBND ngày 05/3/2020",
         [("10/QĐ-UBND", None), ("11/QĐ-UBND", D)]),
        ("Luật Ngân sách nhà nước số 83/2015/QH13 ngày 05/3/2020; số 01/2002/QH11",
         [("83/2015/QH13", D), ("01/2002/QH11", None)]),
        ("Nghị định 34 và Thông tư 13", [("34", None), ("13", None)]),
        ("Nghị quyết số 18, 19 của Trung ương", [("18", None), ("19", None)]),
        ("Nghị quyết số 18, 19 huyện", [("18", None)]),
        # ranges: both ends are named
        ("các Quyết định số 520 - 524/QĐ-UBND ngày 05/3/2020",
         [("520/QĐ-UBND", D), ("524/QĐ-UBND", D)]),
        ("các Quyết định số 520-524/QĐ-UBND ngày 05/3/2020",
         [("520/QĐ-UBND", D), ("524/QĐ-UBND", D)]),
        ("Quyết định từ số 520 đến số 524/QĐ-UBND ngày 05/3/2020",
         [("520/QĐ-UBND", D), ("524/QĐ-UBND", D)]),
        ("các Quyết định số 520/QĐ-UBND đến 524/QĐ-UBND ngày 05/3/2020",
         [("520/QĐ-UBND", D), ("524/QĐ-UBND", D)]),
        ("theo mã 12-524/QĐ-UBND", []),
        # a symbol that only the first prints
        ("các Quyết định số 61/QĐ-UBND, 67 và 68 ngày 05/3/2020",
         [("61/QĐ-UBND", D), ("67/QĐ-UBND", D), ("68/QĐ-UBND", D)]),
        ("Quyết định số 61/QĐ-UBND ngày 04/3/2020, 67 ngày 05/3/2020",
         [("61/QĐ-UBND", date(2020, 3, 4)), ("67/QĐ-UBND", D)]),
        ("Nghị định số 61/2019/NĐ-CP, 67/2020.",
         [("61/2019/NĐ-CP", None), ("67/2020/NĐ-CP", None)]),
        ("theo Quyết định số 61/QĐ-UBND, 67 hộ được hỗ trợ", [("61/QĐ-UBND", None)]),
        ("theo Quyết định số 61/QĐ-UBND, 2020.", [("61/QĐ-UBND", None)]),
        # the same day
        ("Quyết định số 61/QĐ-UBND ngày 05/3/2020 và Kế hoạch số 12/KH-UBND cùng ngày",
         [("61/QĐ-UBND", D), ("12/KH-UBND", D)]),
        ("Quyết định số 61/QĐ-UBND và Kế hoạch số 12/KH-UBND cùng ngày 05/3/2020",
         [("61/QĐ-UBND", D), ("12/KH-UBND", D)]),
        ("Ngày 05/3/2020, UBND tỉnh ban hành Quyết định số 61/QĐ-UBND. Cùng ngày, UBND tỉnh ban "
         "hành Kế hoạch số 12/KH-UBND", [("61/QĐ-UBND", D), ("12/KH-UBND", D)]),
        ("Ngày 05/3/2020, UBND tỉnh ban hành Quyết định số 61/QĐ-UBND thay thế Quyết định số "
         "9/QĐ-UBND ngày 04/3/2020; cùng ngày, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND",
         [("61/QĐ-UBND", D), ("9/QĐ-UBND", date(2020, 3, 4)), ("12/KH-UBND", D)]),
        ("Cùng ngày, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND", [("12/KH-UBND", None)]),
        # numbers beside the list are not in it
        ("giai đoạn 2018, 2019, 381/QĐ-UBND", [("381/QĐ-UBND", None)]),
    ],
)  # fmt: skip
def test_a_list_gives_one_citation_a_document(
    text: str, documents: list[tuple[str, date | None]]
) -> None:
    assert found(text) == documents


def test_members_of_a_list_have_a_span_each() -> None:
    text = "lần lượt tại các Quyết định số: 99/QĐ-UBND, 103/QĐ-UBND, ngày 26/01/2023;"
    assert [each.printed for each in citations.find(text)] == [
        "99/QĐ-UBND",
        "103/QĐ-UBND, ngày 26/01/2023",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "called", "is_doubtful"),
    [
        ("Nghị quyết 42/NĐ-CP", Kind.DECREE, Kind.RESOLUTION, True),
        ("Quyết định số 55/2007/CT-UBND", Kind.DIRECTIVE, Kind.DECISION, True),
        ("Quyết định số 381/QĐ-UBND", Kind.DECISION, Kind.DECISION, False),
        ("số 381/QĐ-UBND", Kind.DECISION, None, False),
        ("hướng dẫn Luật số 39/2024/QH15", Kind.LAW, Kind.LAW, False),
        ("báo cáo kế hoạch số 39/KH-UBND", Kind.PLAN, Kind.PLAN, False),
        # the Party numbers its regulations so
        ("Quy định số 102-QĐ/TW", Kind.DECISION, Kind.REGULATION, False),
        # verbs before a bracket name no kind
        ("vừa ban hành Kế hoạch (số 389/QĐ-UBND)", Kind.DECISION, Kind.PLAN, True),
        ("vừa quy định (số 1270/UBND-KTTH)", Kind.OFFICIAL_LETTER, None, False),
    ],
)
def test_words_against_symbol_are_a_doubt_and_nothing_is_mended(
    text: str, kind: Kind, called: Kind | None, is_doubtful: bool
) -> None:
    (citation,) = citations.find(text)
    assert (citation.kind, citation.called, citation.is_doubtful) == (kind, called, is_doubtful)


@pytest.mark.parametrize(
    "text",
    [
        "ngày 05/3/2020, khoảng 1/3 số hộ, 24/7, tỷ lệ 3/4, 100.000 đồng/kg, 5 xe/ngày",
        "điện thoại 0205.3812.345 hoặc 0912-345-678, tài khoản 3511.0.1012345",
        "đoạn km 12/QL1A, quốc lộ QL.1B, K55+300, đường tỉnh ĐT.241, số 12/QL1",
        "số 15/2 đường Trần Đăng Ninh, số nhà 12A, thửa đất số 381, tờ bản đồ số 39",
        "quy chuẩn QCVN 01:2009/BYT, TCVN 5687:2010, ISO 9001:2015",
        "Phương án 1: đưa lao động qua biên giới; Phương án số 2; Dự án 4; Tiểu dự án 2",
        "Kế hoạch 5 năm 2021-2025, Kế hoạch năm 2020, Báo cáo 6 tháng đầu năm",
        "Quyết định 3 vấn đề, Thông báo 02 trường hợp, Chỉ thị 10 điểm, kế hoạch 2020",
        "Nghị quyết Trung ương 4 khóa XII, Nghị quyết Đại hội lần thứ XVI, Hiến pháp năm 2013",
        "theo Mẫu số 01/BC-UBND, Biểu số 02/KH-UBND-NC",
        "Bộ luật Lao động năm 2019, Luật Đất đai 2013, Chương trình 135",
        "CT 135, KH 5, TT 12 của huyện",
        "biển số 12A-123.45, Covid-19/SARS-CoV-2, cúm A/H5N1, 22/226 UBND cấp xã",
        "Trường Tiểu học số 2/Trường Mầm non, tổ 3/khối 5, 40/tháng, 10/HA, 500/UBND xã",
        "",
        "số /QĐ-UBND ngày tháng năm",
    ],
)
def test_other_numbers_are_no_citations(text: str) -> None:
    assert found(text) == []


def test_sentences_end_where_they_end() -> None:
    text = "theo Quyết định số 381/QĐ-UBND. Lạng Sơn có 12 huyện. Số 39/KH-UBND-Lạng Sơn"
    assert [each.printed for each in citations.find(text)] == [
        "Quyết định số 381/QĐ-UBND",
        "Số 39/KH-UBND",
    ]


def test_leading_noughts_and_capitals_make_no_other_document() -> None:
    one, other = citations.find("Quyết định số 04/2020/QĐ-UBND; Quyết định 4/2020/qđ-ubnd")
    assert one.key == other.key
    another, *_ = citations.find("Quyết định số 4/2021/QĐ-UBND")
    assert another.key != one.key


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # a day said once, before a list
        ("Ngày 05/3/2020, UBND tỉnh ban hành các Quyết định số 10, 11, 12/QĐ-UBND.", [D, D, D]),
        (
            "Ngày 05/3/2020, UBND tỉnh ban hành các Quyết định từ số 10/QĐ-UBND"
            " đến số 14/QĐ-UBND công nhận sản phẩm.",
            [D, D],
        ),
        # behind what is carried out, in the middle of a sentence
        (
            "Thực hiện Nghị quyết số 68/NQ-CP ngày 01/02/2020 của Chính phủ, ngày 05/3/2020"
            " UBND tỉnh ban hành Quyết định số 10/QĐ-UBND và Quyết định số 11/QĐ-UBND.",
            [date(2020, 2, 1), D, D],
        ),
        # in words that go on from the day before, and without its year
        (
            "Ngày 04/3/2020, UBND tỉnh ban hành Kế hoạch số 1/KH-UBND. Cũng trong ngày 05/3, UBND"
            " tỉnh có Quyết định số 2/QĐ-UBND. Đến ngày 05/3/2020, UBND tỉnh ban hành Công văn"
            " số 3/UBND-KT.",
            [date(2020, 3, 4), D, D],
        ),
        # with its hour
        ("Công điện số 02/CĐ-UBND hồi 17 giờ 30 phút ngày 05/3/2020", [D]),
        ("Công điện số 02/CĐ-UBND lúc 8h00 ngày 05/3/2020", [D]),
        # the same day is that of the last document, never that of a deadline or of an old one
        (
            "Công văn số 8/UBND-KT ngày 05/3/2020 sửa Quyết định số 7/QĐ-UBND ngày 02/01/2019,"
            " xong trước ngày 30/9/2020.\nCùng ngày, UBND tỉnh ký Quyết định số 9/QĐ-UBND.",
            [D, date(2019, 1, 2), D],
        ),
    ],
)
def test_a_day_is_that_of_every_document_it_is_said_of(text: str, days: list[date]) -> None:
    assert [day for _, day in found(text)] == days


@pytest.mark.parametrize(
    ("text", "reference", "signed_on"),
    [
        ("Chỉ thị số 14 CT/TW ngày 22/10/2019", "14-CT/TW", date(2019, 10, 22)),
        ("đã có công điện khẩn số 07 gửi các huyện", "07", None),
        ("Thông tư số 6/2019/TT-BТС ngày 02/3/2019", "6/2019/TT-BTC", date(2019, 3, 2)),
        (
            "Ngày 04/3/2020, thừa lệnh Chủ tịch UBND tỉnh Lạng Sơn, Chánh Văn phòng UBND tỉnh "
            "Trần Văn Nam đã ký ban hành văn bản số 365/UBND-KT",
            "365/UBND-KT",
            date(2020, 3, 4),
        ),
    ],
)
def test_lost_hyphens_letters_that_look_alike_and_a_long_name_of_who_signs(
    text: str, reference: str, signed_on: date | None
) -> None:
    [found] = citations.find(text)
    assert (found.reference, found.signed_on) == (reference, signed_on)
