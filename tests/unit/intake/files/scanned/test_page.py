"""Words of a page are found again in the text that was made of it."""

from lsdash.intake.files.scanned import page
from lsdash.intake.files.scanned.page import Page, Word


def word(text: str, line: int) -> Word:
    return Word(text, 100, 200 * line, 900, 200 * line + 90, 90, line)


def test_each_word_has_its_place_and_one_that_was_taken_out_has_none() -> None:
    first = Page(2, (word("chi", 0), word("5", 0), word("5", 1), word("triệu", 1)))
    second = Page(3, (word("triệu", 0), word("cây", 1)))
    text = "chi 5 5 triệu đồng\n\ncây"
    seen = list(page.placed(text, [first, second]))
    assert [(text[each.start : each.end], each.page, each.line) for each in seen] == [
        ("chi", 2, 0),
        ("5", 2, 0),
        ("5", 2, 1),
        ("triệu", 2, 1),
        ("cây", 3, 1),
    ]
    assert [each.start for each in seen] == [0, 4, 6, 8, 20]


def test_a_page_is_found_behind_one_that_begins_alike_and_is_no_picture() -> None:
    head = "ỦY BAN NHÂN DÂN TỈNH"
    text = f"{head}\n\n{'Điều này là chữ. ' * 30}\n\n{head}\n\nChi 5 triệu đồng cho xã"
    words = f"{head} Chi 5 triệu đồng cho xã".split()
    seen = list(page.placed(text, [Page(2, tuple(word(each, 0) for each in words))]))
    assert [text[each.start : each.end] for each in seen] == words
    assert seen[0].start == text.rindex(head)
