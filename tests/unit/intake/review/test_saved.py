"""What was done is taken back step by step."""

from pathlib import Path

from lsdash.intake.review import saved
from tests.unit.intake.review.test_review import LATER, begun


def test_steps_are_undone_one_by_one_and_only_so_many_are_kept(tmp_path: Path) -> None:
    held = begun()
    saved.put(tmp_path, held)
    assert not saved.undo(tmp_path, held.id)
    for step in range(saved.MOST_STEPS + 5):
        title = f"Tên {step}"
        saved.change(
            tmp_path, held.id, lambda each, t=title: each.with_value(("title",), t), now=LATER
        )
    assert saved.can_undo(tmp_path, held.id)
    undone = 0
    while saved.undo(tmp_path, held.id):
        undone += 1
    opened = saved.open_review(tmp_path, held.id)
    assert opened is not None
    assert (undone, opened.title) == (saved.MOST_STEPS, "Tên 4")
    saved.drop(tmp_path, held.id)
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(held.id)]
