"""A draft keeps the parts of a document: grounds, annexes, tables, signature, effect."""

import json

from click.testing import CliRunner

from lsdash import cli
from tests.unit.intake.drafting.papers.conftest import PAPERS


def test_the_command_line_prints_its_parts() -> None:
    told = CliRunner().invoke(
        cli.commands, ["intake", str(PAPERS / "421-qd-ubnd.txt"), "--format", "json"]
    )
    assert told.exit_code == 0, told.output
    paper = json.loads(told.output)["paper"]
    assert paper["signature"]["capacity"] == "kt"
    assert paper["effect"]["day"] == "2020-03-10"
    assert [annex["place"] for annex in paper["annexes"]] == ["annex-1"]
    assert [len(each["numbers"]) for each in paper["grounds"]] == [0, 1, 1]
    assert paper["tables"][0]["rows"] == 5
