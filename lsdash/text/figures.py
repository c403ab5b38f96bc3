"""Numbers, figures and dates written for the reader's language, on the server (Babel)."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from functools import lru_cache

from babel import dates, numbers

from lsdash.text import Lang, count, phrases, say
from lsdash.vocabulary import Bound, Unit

DASH = "–"
LANG_SON = timezone(timedelta(hours=7))


def number(value: Decimal | int, lang: Lang, *, decimals: int | None = None) -> str:
    """`10.000` or `10,000`; with the decimals that the value carries, or as many as asked."""
    if decimals is None:
        exponent = Decimal(value).as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return _formatted(value, "#,##0" + ("." + "0" * decimals if decimals else ""), lang)


@lru_cache(maxsize=4096)
def _formatted(value: Decimal | int, pattern: str, lang: Lang) -> str:
    return numbers.format_decimal(value, format=pattern, locale=lang)


def figure(
    low: Decimal | None,
    high: Decimal | None,
    *,
    unit: Unit | str,
    bound: Bound | str,
    scale: int = 1,
    called: str | None = None,
    lang: Lang,
) -> str:
    """A figure as people read it: `10.000 triệu đồng`, `5–7%`, `tối đa 23 người`, `about 30%`.

    `scale` is the multiplier of the source (10**6 for triệu): money is shown in the source's unit,
    and a multiplier that a unit has no words for is written out. `called` is what a figure counts
    whose unit is not on the closed list: `20.000 khẩu trang`.
    """
    scale = shown_scale(unit, scale, lang)
    ends = [amount(value, scale, lang) for value in (low, high) if value is not None]
    written = DASH.join(dict.fromkeys(ends))
    value = high if high is not None else low
    assert value is not None, "a figure has at least one end"
    counted = f"{written} {called}" if called else with_unit(written, value, unit, scale, lang)
    return bounded(bound, counted, lang)


def shown_scale(unit: Unit | str, scale: int, lang: Lang) -> int:
    """The multiplier that a unit is shown in: the source's where there are words for it, else 1."""
    return scale if f"unit.{unit}_{scale}" in phrases(lang) else 1


def amount(value: Decimal | int, scale: int, lang: Lang) -> str:
    """The bare number in the source's unit: 10 000 000 000 at scale 10**6 is `10.000`."""
    if scale == 1:
        return number(value, lang)
    scaled = (Decimal(value) / scale).normalize()
    return number(scaled, lang)


def with_unit(written: str, value: Decimal | int, unit: Unit | str, scale: int, lang: Lang) -> str:
    key = f"unit.{unit}_{scale}" if f"unit.{unit}_{scale}" in phrases(lang) else f"unit.{unit}"
    if f"{key}.other" in phrases(lang):
        whole = int(value) if value == int(value) else 2
        return count(lang, key, whole, figure=written)
    return say(lang, key, figure=written)


def unit_name(unit: Unit | str, scale: int, lang: Lang) -> str:
    """The unit alone, for an axis or a column head: `triệu đồng`."""
    return with_unit("", 2, unit, scale, lang).strip()


def bounded(bound: Bound | str, written: str, lang: Lang) -> str:
    return say(lang, f"bound.{bound}", figure=written)


def percent(share: float, lang: Lang) -> str:
    """A share of one as a percentage with one decimal: 0.7917 → `79,2%`."""
    return numbers.format_percent(share, format="#,##0.0%", locale=lang)


@lru_cache(maxsize=1024)
def day(on: date, lang: Lang) -> str:
    """`05/03/2020` in Vietnamese, `5 Mar 2020` in English."""
    return dates.format_date(on, "dd/MM/y" if lang == "vi" else "d MMM y", locale=lang)


@lru_cache(maxsize=1024)
def short_day(on: date, lang: Lang) -> str:
    """Weekday and day: `T5 05/03`, `Thu 5 Mar`."""
    return dates.format_date(on, "EEEEEE dd/MM" if lang == "vi" else "EEE d MMM", locale=lang)


@lru_cache(maxsize=1024)
def day_and_month(on: date, lang: Lang) -> str:
    """`05/03`, `5 Mar`: on an axis of one year."""
    return dates.format_date(on, "dd/MM" if lang == "vi" else "d MMM", locale=lang)


def month(on: date, lang: Lang) -> str:
    """A month on a time axis: `3/2020`, `Mar 2020`."""
    return dates.format_date(on, "M/y" if lang == "vi" else "MMM y", locale=lang)


@lru_cache(maxsize=1024)
def span(first: date, last: date, lang: Lang) -> str:
    """`02/03–08/03/2020`, `2–8 Mar 2020`; whole years as `2021–2025`, one whole year as `2020`."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return DASH.join(dict.fromkeys((str(first.year), str(last.year))))
    if first == last:
        return day(last, lang)
    if first.year != last.year:
        return f"{day(first, lang)}{DASH}{day(last, lang)}"
    if lang == "vi":
        return f"{dates.format_date(first, 'dd/MM', locale=lang)}{DASH}{day(last, lang)}"
    start = "d" if first.month == last.month else "d MMM"
    return f"{dates.format_date(first, start, locale=lang)}{DASH}{day(last, lang)}"


def until(deadline: date, lang: Lang) -> str:
    """A deadline: the year alone where the whole year is meant."""
    if (deadline.month, deadline.day) == (12, 31):
        return str(deadline.year)
    return day(deadline, lang)


def moment(at: datetime, lang: Lang) -> str:
    """A time stamp in UTC, written in the time of the province and marked so."""
    local = at.replace(tzinfo=UTC).astimezone(LANG_SON)
    return say(lang, "footer.moment", day=day(local.date(), lang), time=f"{local:%H:%M}")
