"""Tesseract is used where it is there and reads Vietnamese, and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lsdash.intake.files.scanned import tesseract


@pytest.fixture(autouse=True)
def _looked_for_anew() -> Iterator[None]:
    tesseract.found.cache_clear()
    yield
    tesseract.found.cache_clear()


def installed(folder: Path, says: str) -> None:
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{says}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("says", "version"),
    [
        ("echo 'tesseract 5.3.0'; echo vie", "5.3.0"),
        ("echo 'tesseract 5.3.0'; echo eng", None),
        ("exit 1", None),
    ],
)
def test_without_its_vietnamese_data_it_is_not_found(
    says: str, version: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, says)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = tesseract.found()
    assert (found and found.version) == version


def test_a_machine_without_it_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tesseract.found() is None
