"""How well citations and figures are read from samples whose right reading is known, and how fast.

`python benchmarks/reading.py [SAMPLE.jsonl …]` prints, for each sample, recall, precision, the
share of found ones that are right in each field, and every miss. Without arguments it reads the
samples of `../shared/examples` where they are, and our own of `tests/fixtures`.

A sample has a line of JSON for each citation or figure (`context`, `start`, `end` and its fields),
or for each text with all its `figures`. Precision counts what is found in places that the sample
speaks of: a row about one figure says nothing about its neighbours.

Files in old fonts (TCVN3, VNI) are read whole, and their letters held against the text in Unicode
that stands beside them: without spaces, and without regard to capitals, because those texts were
typed without the fonts that draw them. `.doc` needs LibreOffice.

Speed is characters a second, beside a floor of the same run: one pass of a plain `\\d+`.
"""

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from lsdash.errors import NeedsLibreOfficeError
from lsdash.intake.drafting import draft, sandboxed
from lsdash.intake.files import received
from lsdash.intake.finding import citations, quantities
from lsdash.vocabulary import Unit

SAMPLES = (
    ROOT.parent / "shared" / "examples" / "citations.jsonl",
    ROOT.parent / "shared" / "examples" / "figures.jsonl",
    ROOT / "tests" / "fixtures" / "figures.jsonl",
)
IN_OLD_FONTS = {
    ROOT.parent / "shared" / "files": {
        "tcvn3_02144.doc": "truth_02144.txt",
        "vni_qd991.doc": "truth_qd991.txt",
        "vni_synth_02144.docx": "truth_02144.txt",
        "tcvn3_qd115.pdf": "truth_qd115.txt",
    },
    ROOT / "tests" / "fixtures" / "brought": {"tcvn3.txt": "tcvn3_in_unicode.txt"},
}
"""Folder → each file with its text."""
THEMSELVES = {
    ROOT.parent / "shared" / "files": {
        "nd30_pl1.docx": ("30/2020/NĐ-CP", "2020-03-05", "ND", 0, "", 86),
        "tcvn3_02144.doc": ("144/2002/QĐ/BTC", "2002-11-22", "QD", 7, "Trương Chí Trung", 0),
        "tcvn3_A30.rtf": ("117/2000/TT-BTC", "2000-12-21", "TT", 2, "Vũ Văn Ninh", 0),
        "tcvn3_qd115.pdf": ("115/2004/QĐ-TTg", "2004-06-25", "QD", 3, "", 0),
        "vni_qd991.doc": ("991/QĐ-UBND", "2008-05-14", "QD", 7, "Trương Tấn Thiệu", 0),
    },
    ROOT / "tests" / "fixtures" / "papers": {
        "421-qd-ubnd.txt": ("421/QĐ-UBND", "2020-03-10", "QD", 3, "Nguyễn Văn Bịa", 14),
        "436-qd-ubnd.txt": ("436/QĐ-UBND", "2020-03-12", "QD", 2, "Trần Thị Giả", 8),
    },
}
"""Folder → each document itself with its number, day, kind, grounds, signer and rows of several
cells. One without a signer names none: an annex, and an issue that stops before the signature. The
annex has one more row, of a single cell that holds a drawing."""
FIELD_CODE = re.compile(r"[\x00-\x08]|^ *(?:EMBED|PAGE)\b.*$", re.MULTILINE)
"""What the program that made such a text prints for a field; no page shows it."""
RUNS = 5
SCALES = {"billion_vnd": 10**9, "million_vnd": 10**6}
BOUNDS = {"estimate": "approximately", "target": "exact"}
"""Comparators of the sample that the closed list of bounds has no code for."""

Fields = Mapping[str, object]


@dataclass(frozen=True)
class Expected:
    start: int
    end: int
    printed: str
    fields: Fields


@dataclass(frozen=True)
class Found:
    start: int
    end: int
    printed: str
    fields: Fields


@dataclass
class Text:
    """One text with what the sample says of it; `is_whole` if that is all there is to find."""

    text: str
    expected: list[Expected] = field(default_factory=list)
    is_whole: bool = False


@dataclass
class Score:
    expected: int = 0
    located: int = 0
    right: int = 0
    judged: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("samples", nargs="*", type=Path, default=SAMPLES)
    parser.add_argument("--small", action="store_true", help="only our own sample")
    given = parser.parse_args(arguments)
    texts: list[str] = []
    for path in SAMPLES[-1:] if given.small else given.samples:
        if path.exists():
            texts += measure(path)
        else:
            print(f"{path.name}: not here\n")
    in_old_fonts(is_small=given.small)
    documents_themselves(is_small=given.small)
    speed("\n\n".join(texts), 1 if given.small else RUNS)


def in_old_fonts(*, is_small: bool) -> None:
    """Prints the share of letters that come right, file by file."""
    print(f"{'in old fonts':<24}{'letters':>10}{'right':>10}{'stretches':>12}")
    for folder, files in list(IN_OLD_FONTS.items())[-1 if is_small else 0 :]:
        for name, truth in files.items() if folder.exists() else ():
            content = (folder / name).read_bytes()
            try:
                read = received.read(sandboxed.of_today(content, name), name)
            except NeedsLibreOfficeError:
                print(f"{name:<24}{'needs LibreOffice':>20}")
                continue
            expected = _letters((folder / truth).read_text(encoding="utf-8"))
            blocks = SequenceMatcher(None, expected, _letters(read.text), autojunk=False)
            right = sum(block.size for block in blocks.get_matching_blocks())
            share = _share(right, len(expected))
            print(f"{name:<24}{len(expected):>10,}{share:>10}{len(read.converted):>12,}")
    print()


def documents_themselves(*, is_small: bool) -> None:
    """Prints of each document which of its parts are read as they stand there, and its rows."""
    print(f"{'documents themselves':<24}{'number':>8}{'day':>6}{'kind':>6}{'grounds':>9}", end="")
    print(f"{'signer':>12}{'rows':>10}")
    for folder, files in list(THEMSELVES.items())[-1 if is_small else 0 :]:
        for name, expected in files.items() if folder.exists() else ():
            try:
                text = received.read(sandboxed.of_today((folder / name).read_bytes(), name), name)
            except NeedsLibreOfficeError:
                print(f"{name:<24}{'needs LibreOffice':>20}")
                continue
            found = draft.read(text)
            (it,) = found.decisions
            grounds = len(found.paper.grounds) if found.paper else 0
            signed = found.paper.signature if found.paper else None
            signer = signed.signer if signed else ""
            read = it.number, str(it.signed_on), str(it.kind), grounds, signer
            marks = [
                "yes" if is_ == was else "NO" for is_, was in zip(read, expected, strict=False)
            ]
            if marks[4] == "yes" and not signer:
                marks[4] = "not stated"
            print(f"{name:<24}{marks[0]:>8}{marks[1]:>6}{marks[2]:>6}{marks[3]:>9}", end="")
            print(f"{marks[4]:>12}", end="")
            rows = sum(" | " in line for line in text.text.splitlines())
            print(f"{rows:>5} of {expected[-1]:>2}")
    print()


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFC", FIELD_CODE.sub("", text)).casefold()
    return "".join(plain.replace("|", " ").split())


def measure(path: Path) -> list[str]:
    """Prints what is right and what is missed; gives the texts."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    are_figures = any("kind" in row or "figures" in row for row in rows)
    texts = _figure_texts(rows) if are_figures else _citation_texts(rows)
    find = found_figures if are_figures else found_citations
    score = Score()
    for text in texts:
        _compare(text, list(find(text.text)), score)
    _show(path.name, score)
    return [text.text for text in texts]


def found_figures(text: str) -> Iterator[Found]:
    for it in quantities.find(text):
        ends = (it.first, it.last) if it.kind == "date" else (it.low, it.high)
        yield Found(
            it.start,
            it.end,
            it.printed,
            {"kind": it.kind, "low": ends[0], "high": ends[1], "unit": it.unit, "bound": it.bound},
        )


def found_citations(text: str) -> Iterator[Found]:
    for it in citations.find(text):
        names = ("number", "suffix", "year", "type_symbol", "authority_symbol", "kind", "signed_on")
        yield Found(it.start, it.end, it.printed, {name: getattr(it, name) for name in names})


def _figure_texts(rows: Sequence[Mapping[str, Any]]) -> list[Text]:
    texts: dict[str, Text] = {}
    for row in rows:
        if "figures" in row:
            figures = [_own(figure) for figure in row["figures"]]
            texts[row["text"]] = Text(row["text"], figures, is_whole=True)
        else:
            texts.setdefault(row["context"], Text(row["context"])).expected.append(_shared(row))
    return list(texts.values())


def _own(figure: Mapping[str, Any]) -> Expected:
    read = date.fromisoformat if figure["kind"] == "date" else Decimal
    fields = {name: figure[name] for name in ("kind", "unit", "bound")} | {
        name: read(figure[name]) if figure[name] is not None else None for name in ("low", "high")
    }
    return Expected(figure["start"], figure["end"], figure["printed"], fields)


def _shared(row: Mapping[str, Any]) -> Expected:
    scale = SCALES.get(row["unit"], 1)
    unit = "vnd" if row["unit"] in SCALES else row["unit"]
    return Expected(
        row["start"],
        row["end"],
        row["printed"],
        {
            "kind": row["kind"],
            "low": _times(row["lower"], scale),
            "high": _times(row["upper"], scale),
            "unit": unit if unit in set(Unit) else Unit.ITEM,
            "bound": BOUNDS.get(row["comparator"], row["comparator"]),
        },
    )


def _times(value: float | None, scale: int) -> Decimal | None:
    return None if value is None else Decimal(str(value)) * scale


def _citation_texts(rows: Sequence[Mapping[str, Any]]) -> list[Text]:
    texts: dict[str, Text] = {}
    for row in rows:
        members = row.get("members") or [{}]
        expected = texts.setdefault(row["context"], Text(row["context"])).expected
        expected += [_citation(row, member) for member in members]
    return list(texts.values())


def _citation(row: Mapping[str, Any], member: Mapping[str, Any]) -> Expected:
    is_day = row["date_precision"] == "day"
    fields = {name: row[name] for name in ("suffix", "year", "type_symbol", "authority_symbol")}
    fields |= {
        "number": member.get("number", row["number"]),
        "kind": row["type_code"],
        "signed_on": date.fromisoformat(row["date"]) if is_day else None,
    }
    return Expected(row["start"], row["end"], row["printed"], fields)


def _compare(text: Text, found: list[Found], score: Score) -> None:
    """Pairs each expected one with an overlapping find, of several with the likest."""
    left = list(found)
    for expected in text.expected:
        score.expected += 1
        over = [each for each in left if each.start < expected.end and expected.start < each.end]
        if not over:
            score.misses.append(f"not found: {expected.printed!r} in {text.text!r}")
            continue
        best = max(over, key=lambda each: _agreeing(expected, each).total())
        left.remove(best)
        agreeing = _agreeing(expected, best)
        score.located += 1
        score.judged += 1
        score.fields += agreeing
        if agreeing.total() == len(expected.fields):
            score.right += 1
        else:
            said = {k: (str(v), str(best.fields[k])) for k, v in expected.fields.items()}
            wrong = {name: pair for name, pair in said.items() if not agreeing[name]}
            score.misses.append(f"{expected.printed!r} read as {best.printed!r}: {wrong}")
    for each in left:
        spoken_of = any(e.start < each.end and each.start < e.end for e in text.expected)
        if text.is_whole or spoken_of:
            score.judged += 1
            score.misses.append(f"found too much: {each.printed!r} in {text.text!r}")


def _agreeing(expected: Expected, found: Found) -> Counter[str]:
    return Counter(name for name, value in expected.fields.items() if found.fields[name] == value)


def _show(name: str, score: Score) -> None:
    print(f"{name}: {score.expected} expected")
    print(f"  found      {_share(score.located, score.expected)}")
    print(f"  all right  {_share(score.right, score.expected)}  (recall)")
    print(f"  precision  {_share(score.right, score.judged)}")
    for each, count in sorted(score.fields.items()):
        print(f"  {each:<18}{_share(count, score.located)}")
    for miss in score.misses:
        print(f"  - {miss}")
    print()


def _share(count: int, of: int) -> str:
    return f"{count / of:.3f}" if of else "none"


def speed(text: str, runs: int) -> None:
    """Characters a second of both finders, and of the floor."""
    text = (text * (1 + 100_000 // max(1, len(text))))[:100_000]
    digits = re.compile(r"\d+")
    floor = _rate(text, digits.findall, runs)
    print(f"{'':<24}{'characters a second':>20}{'times the floor':>18}")
    for name, work in (
        ("floor: \\d+", digits.findall),
        ("citations.find", citations.find),
        ("quantities.find", quantities.find),
    ):
        rate = _rate(text, work, runs)
        print(f"{name:<24}{rate:>20,.0f}{floor / rate:>18,.1f}")


def _rate(text: str, work: Callable[[str], object], runs: int) -> float:
    best = min(_seconds(text, work) for _ in range(runs))
    return len(text) / best


def _seconds(text: str, work: Callable[[str], object]) -> float:
    begin = time.process_time()
    work(text)
    return max(time.process_time() - begin, 1e-9)


if __name__ == "__main__":
    main()
