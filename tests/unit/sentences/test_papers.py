"""What a document itself leaves unsaid is said to be."""

from datetime import date

import pytest

from lsdash import sentences


@pytest.mark.parametrize(
    ("signer", "signed_as", "told"),
    [
        ("Lê Văn Thử", "KT. CHỦ TỊCH", "Ký: KT. CHỦ TỊCH, Lê Văn Thử"),
        (None, "KT. CHỦ TỊCH", "Ký: KT. CHỦ TỊCH, không nêu tên"),
        (None, None, "Người ký: không nêu"),
    ],
)
def test_who_signs_is_told_or_said_not_to_be_stated(
    signer: str | None, signed_as: str | None, told: str
) -> None:
    said = sentences.itself(
        "vi",
        signer=signer,
        signed_as=signed_as,
        place=None,
        effective_on=date(2020, 3, 10) if signer else None,
        recipients=(),
    )
    assert said == [told, "Có hiệu lực từ 10/03/2020" if signer else "Ngày có hiệu lực: không nêu"]
