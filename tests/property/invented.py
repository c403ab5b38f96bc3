"""Random weeks for property tests: subjects, roles, units, bounds, sums that close and do not.

Every figure has a number that no other figure of the run has, and that no page comes to by adding
some of them or taking one from another: wherever a page says the number, the test knows whose it
is.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

from lsdash.model import Week
from lsdash.text import figures
from lsdash.vocabulary import Bound

MONDAY = date(2020, 3, 9)
SECTORS = ("transport", "health", "education", "energy", "finance", "agriculture", "land")
SYMBOLS = ("QĐ-UBND", "KH-UBND", "TB-UBND", "CT-UBND", "UBND-KTTH", "NQ-UBND")
WORDS: dict[str, str] = {
    "vnd": "triệu đồng",
    "place": "chỉ tiêu",
    "percent": "%",
    "mwp": "MWp",
    "household": "hộ",
    "bed": "giường",
    "person": "người",
    "hectare": "ha",
    "item": "thùng",
}
KINDS = {"vnd": "money", "percent": "percent", "mwp": "quantity", "hectare": "quantity"}
PRINTED_BOUNDS = {
    Bound.EXACT: "{}",
    Bound.AT_MOST: "không quá {}",
    Bound.AT_LEAST: "ít nhất {}",
    Bound.APPROXIMATELY: "khoảng {}",
    Bound.LESS_THAN: "dưới {}",
    Bound.MORE_THAN: "trên {}",
}
MEASURES = {
    "road_funding": ("vnd",),
    "college_quota": ("place",),
    "energy_target": ("percent", "mwp", "household"),
    "other": tuple(WORDS),
}
APART = 64
"""All numbers leave 1 when divided by this, so that a sum of two to 64 of them, the difference of
two, and what parts leave of a whole leave something else."""
NUMBERS = range(1 + 17 * APART, 500_000, APART)
"""So wide that a stated sum meets one of ours of as many figures once in many thousand weeks."""
NO_LOW = (Bound.AT_MOST, Bound.LESS_THAN)
NO_HIGH = (Bound.AT_LEAST, Bound.MORE_THAN)


class Inventor:
    """Weeks after 2-8 March 2020, one after the other, from one source of chance."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._numbers = iter(random.sample(NUMBERS, len(NUMBERS)))
        self._documents = count(600)
        self._names = count(1)
        self.earlier: list[dict[str, Any]] = []

    def weeks(self, number: int) -> list[Week]:
        return [Week.model_validate(self._week(at)) for at in range(number)]

    def _week(self, at: int) -> dict[str, Any]:
        first = MONDAY + timedelta(weeks=at)
        iso = first.isocalendar()
        documents = [
            self._document(first, item) for item in range(1, self.random.randint(1, 6) + 1)
        ]
        self.earlier += documents
        return {
            "bulletin": {
                "slug": f"{iso.year}-w{iso.week:02}",
                "province": "lang-son",
                "title": f"Tuần bịa {at}",
                "period_from": first,
                "period_to": first + timedelta(days=6),
                "headlines_complete": True,
                "origin": {"publisher": text("Không có thật"), "sha256": f"{at:064}"},
                "invented": True,
            },
            "decisions": documents,
        }

    def _document(self, monday: date, item: int) -> dict[str, Any]:
        symbol = self.random.choice(SYMBOLS)
        is_request = symbol == "UBND-KTTH"
        name = f"Văn bản {next(self._names)}"
        signed_on = monday + timedelta(days=self.random.randrange(7))
        document: dict[str, Any] = {
            "number": f"{next(self._documents)}/{symbol}",
            "signed_on": signed_on,
            "sector": self.random.choice(SECTORS),
            "status": "proposed" if is_request else self.random.choice(("decided", "planned")),
            "title": text(f"{name} dài"),
            "short_title": text(name),
            "summary": text(f"Tóm tắt của {name.lower()}."),
            "at": {"item": item, "paragraph": 1},
        }
        if is_request:
            document["addressed_to"] = text("Bộ Bịa")
        if self.random.random() < 0.3:
            document["deadline"] = signed_on + timedelta(days=self.random.randrange(1, 40))
        target = self._target(signed_on) if self.random.random() < 0.3 else None
        document["facts"] = self._amending(target, item) if target else list(self._facts(item))
        if target:
            kind = self.random.choice(("amends", "corrects", "replaces"))
            document["relations"] = [
                {
                    "kind": kind,
                    "target": text("Văn bản trước"),
                    "number": target["number"],
                    "at": {"item": item, "paragraph": 1},
                }
            ]
        if self.random.random() < 0.3:
            document["provisions"] = [
                {
                    "text": text(f"Việc {next(self._names)}"),
                    "lead": text("Sở Bịa"),
                    "deadline": signed_on + timedelta(days=self.random.randrange(1, 60)),
                    "at": {"item": item, "paragraph": 2},
                }
            ]
        return document

    def _target(self, signed_on: date) -> dict[str, Any] | None:
        fitting = [
            each
            for each in self.earlier
            if each["signed_on"] <= signed_on and any(map(is_plain, each["facts"]))
        ]
        return self.random.choice(fitting) if fitting else None

    def _amending(self, target: dict[str, Any], item: int) -> list[dict[str, Any]]:
        """Another figure in the place of one that is there, or a rise of it."""
        old = self.random.choice([each for each in target["facts"] if is_plain(each)])
        new = self._fact(old["measure"], old["unit"], Bound.EXACT, item, name=old["subject"]["vi"])
        if self.random.random() < 0.4:
            return [new | {"slug": f"{old['slug']}-rise", "direction": "increase"}]
        return [new | {"slug": old["slug"]}]

    def _facts(self, item: int) -> Iterator[dict[str, Any]]:
        for _ in range(self.random.choice((0, 1, 1, 1, 2))):
            measure = self.random.choice(list(MEASURES))
            unit = self.random.choice(MEASURES[measure])
            yield from self.random.choice((self._single, self._sum, self._members))(
                measure, unit, item
            )

    def _single(self, measure: str, unit: str, item: int) -> Iterator[dict[str, Any]]:
        bound = self.random.choice(list(PRINTED_BOUNDS))
        fact = self._fact(measure, unit, bound, item)
        directions = ("increase", "decrease", "reach", "come_down")
        if measure == "energy_target" or self.random.random() < 0.2:
            fact["direction"] = self.random.choice(directions)
        if unit == "percent" and bound is Bound.EXACT and self.random.random() < 0.3:
            fact["mandatory"] = True
        if self.random.random() < 0.3:
            fact["deadline"] = date(self.random.randrange(2021, 2031), 12, 31)
        yield fact

    def _sum(self, measure: str, unit: str, item: int) -> Iterator[dict[str, Any]]:
        """A whole with parts that name it; they close, or they do not."""
        parts = [
            self._fact(measure, unit, Bound.EXACT, item) for _ in range(self.random.randrange(2, 5))
        ]
        closes = self.random.random() < 0.7
        value = sum(part["low"] for part in parts) if closes else None
        whole = self._fact(measure, unit, Bound.EXACT, item, value=value)
        yield whole
        yield from (part | {"part_of": whole["slug"]} for part in parts)

    def _members(self, measure: str, unit: str, item: int) -> Iterator[dict[str, Any]]:
        """Figures of one kind, with a total stated beside them, one of ours, or none."""
        members = [
            self._fact(measure, unit, Bound.EXACT, item) for _ in range(self.random.randrange(2, 5))
        ]
        yield from members
        way = self.random.choice(("stated", "derived", "none"))
        if way == "stated":
            yield self._fact(
                measure, unit, Bound.EXACT, item, value=sum(each["low"] for each in members)
            )
        if way == "derived":
            yield {
                "slug": f"tong-{next(self._names)}",
                "measure": measure,
                "subject": text(f"Tổng của chúng tôi {next(self._names)}"),
                "kind": KINDS.get(unit, "count"),
                "unit": unit,
                "bound": "exact",
                "basis": "derived",
                "formula": " + ".join(each["slug"] for each in members),
            } | ({"unit_called": text(WORDS[unit])} if unit == "item" else {})

    def _fact(
        self,
        measure: str,
        unit: str,
        bound: Bound,
        item: int,
        *,
        value: int | None = None,
        name: str = "",
    ) -> dict[str, Any]:
        scale = 10**6 if unit == "vnd" else 1
        shown = next(self._numbers) if value is None else value // scale
        number = next(self._names)
        name = name or f"Khoản {number}"
        ends = {"low": shown * scale, "high": shown * scale}
        if bound in NO_LOW:
            del ends["low"]
        if bound in NO_HIGH:
            del ends["high"]
        written = figures.number(shown, "vi")
        gap = "" if unit == "percent" else " "
        return {
            "slug": f"khoan-{number}",
            "measure": measure,
            "subject": text(name),
            "kind": KINDS.get(unit, "count"),
            **ends,
            "unit": unit,
            "bound": str(bound),
            "printed": PRINTED_BOUNDS[bound].format(f"{written}{gap}{WORDS[unit]}"),
            "at": {"item": item, "paragraph": 1},
        } | ({"unit_called": text(WORDS[unit])} if unit == "item" else {})


def is_plain(fact: dict[str, Any]) -> bool:
    """A figure that another can stand for."""
    return fact["bound"] == "exact" and not fact.get("direction") and "printed" in fact


def text(words: str) -> dict[str, str]:
    return {"vi": words, "en": f"{words} (en)"}
