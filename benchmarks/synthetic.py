"""A release with as many invented documents as wanted, below the real ones.

`python benchmarks/synthetic.py [N]` writes one with N (default 1,000,000) into the temporary
folder, or finds it there, and prints the folder. The rows are made inside DuckDB from `range(N)`
and `hash`, without clock or chance, so the same N gives the same rows. The real week stands on top
as the newest, so that every page has something to show.
"""

import argparse
import hashlib
import re
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lsdash import settings
from lsdash.records import flags, load
from lsdash.records.archive import Archive
from lsdash.store import shelf
from lsdash.store.release import Release
from lsdash.store.writing import index, release_file
from lsdash.store.writing.tables import INDEXED, TABLES, Row, TableRow, rows

Tables = dict[str, list[Row]]
A_MILLION, SMALL = 1_000_000, 2_000
SHIFTED = ("id", "decision", "by_decision")
WEEKS = 782
"""Bulletins from Monday 3 January 2005 to Sunday 29 December 2019, before the real one."""

SECTORS = {
    "home_affairs": 14,
    "finance": 12,
    "economy": 11,
    "land": 10,
    "transport": 8,
    "health": 8,
    "education": 7,
    "agriculture": 7,
    "social": 6,
    "culture": 4,
    "border_trade": 4,
    "energy": 3,
    "justice": 2,
    "security": 2,
    "governance": 1,
    "other": 1,
}
SYMBOLS = {
    "QĐ-UBND": 55,
    "UBND-KTTH": 8,
    "UBND-VX": 6,
    "UBND-NC": 4,
    "KH-UBND": 12,
    "TB-UBND": 6,
    "BC-UBND": 5,
    "CT-UBND": 2,
    "TTr-UBND": 2,
}
"""How many in a hundred; a number that begins with UBND is an official letter's."""

DAYS = {0: 19, 1: 20, 2: 20, 3: 20, 4: 19, 5: 1, 6: 1}
"""Weekday of the signature, Monday 0, in a hundred."""

VIETNAMESE = """
    tỉnh ủy ban nhân dân về việc quyết định phê duyệt kế hoạch năm thực hiện công tác huyện xã giao
    thông đường nông thôn kinh phí hỗ trợ đề án phát triển giai đoạn phân bổ chi tiết vốn đầu tư dự
    nhiệm vụ tổ chức thành lập ban chỉ đạo phòng chống dịch bệnh y tế giáo dục đào tạo trường cao
    đẳng nghề chỉ tiêu tuyển sinh lao động xã hội bình đẳng giới cán bộ công chức biên chế số lượng
    cửa khẩu xuất nhập hàng hóa bốc xếp biên giới xe nông sản năng lượng điện tiết kiệm hiệu quả
    ngân sách thuế đất đai quy hoạch xây dựng môi trường văn hóa thông tin chuyển đổi tư pháp thủ
    tục hành chính quốc an ninh khen thưởng tặng bằng khen hội nghị kiểm tra thanh tra giám sát báo
    cáo đề nghị ý kiến điều chỉnh bổ sung danh mục ban hành quy chế phối hợp hướng dẫn triển khai
""".split()
ENGLISH = """
    the of and for in on to province committee people plan decision district commune funds support
    scheme period detailed allocation capital investment project task setting up steering board
    epidemic control health education training college quota admission labour gender equality staff
    number ceiling border gate export import goods loading vehicles farm produce energy electricity
    saving efficiency budget tax land planning building environment culture information digital
    justice procedures defence security awards meeting inspection report opinion adjustment list
""".split()
ONSETS = "b c ch d đ g h kh l m n ng nh ph r s t th tr v x".split()
RIMES = """
    a à á ả ã ạ an án ạn ang áng ạng ao áo ạo ay áy âm ấm âu ầu ấu ây ấy ăng ặng e è é em ẹn ên ến
    êu ều i ì í ích iên iến iền iệp iệt in ính ình inh o ó ọ oài oan oàn oát ong óng ô ồ ố ổ ộ ôi ối
    ông ồng ơ ờ ở ơn ớn ơi ới u ú ụ uân uất uy uyên uyến uyết ung ùng ư ứ ừ ưa ừa ương ướng ường ưu
""".split()
NAMES = [onset + rime for rime in RIMES for onset in ONSETS]
"""Some 1,900 syllables for places and people: the rare words."""

DRAWS = 40
"""Words drawn for each language of a document; those of titles and summaries overlap as in life."""

NUMBERED = """
CREATE TEMP MACRO chance(hashed) AS (hashed >> 11) / pow(2, 53);

CREATE TEMP MACRO phrase(drawn, words) AS
    array_to_string(list_transform(drawn, lambda k: words[k]), ' ');

CREATE TEMP TABLE numbered AS
WITH made AS (
    SELECT
        i,
        i * $weeks // $n AS week,
        DATE '2005-01-03'
            + (7 * week + $days[1 + (hash(i, 'day') % len($days))::INTEGER])::INTEGER AS signed_on,
        $sectors[1 + (hash(i, 'sector') % len($sectors))::INTEGER] AS sector,
        $symbols[1 + (hash(i, 'symbol') % len($symbols))::INTEGER] AS symbol
    FROM range($n) AS made(i)
),
in_series AS (
    SELECT
        *,
        if(starts_with(symbol, 'UBND'), 'UBND', symbol) AS series,
        year(signed_on) AS year,
        row_number() OVER (PARTITION BY year, series ORDER BY signed_on, i)::INTEGER
            AS series_number,
        series_number || '-' || lower(replace(symbol, 'Đ', 'D')) || '-' || year AS slug
    FROM made
)
SELECT
    * EXCLUDE (week),
    row_number() OVER (ORDER BY signed_on, slug)::INTEGER - 1 AS id,
    CASE series WHEN 'QĐ-UBND' THEN 'QD' WHEN 'UBND' THEN 'CV' ELSE split_part(series, '-', 1) END
        AS kind,
    CASE
        WHEN kind = 'KH' OR (kind = 'QD' AND hash(slug, 'status') % 12 = 0) THEN 'planned'
        WHEN kind IN ('CV', 'TTr') AND hash(slug, 'status') % 3 = 0 THEN 'proposed'
        ELSE 'decided'
    END AS status
FROM in_series;

CREATE TEMP TABLE editions AS
SELECT min(id) AS id, like_id
FROM numbered
JOIN (VALUES
    ('transport', 'road_funding', 6), ('education', 'college_quota', 12),
    ('energy', 'energy_target', 60)
) AS asked(sector, measure, months) USING (sector)
JOIN (SELECT DISTINCT decision AS like_id, measure FROM real_facts) USING (measure)
WHERE series = 'QĐ-UBND'
GROUP BY sector, like_id, (12 * year + month(signed_on) - 1) // months;

CREATE TEMP TABLE of_facts AS FROM facts LIMIT 0;

INSERT INTO bulletins BY NAME
SELECT real.* REPLACE (
    strftime(monday, '%G-w%V') AS slug, monday AS period_from, monday + 6 AS period_to,
    'Bản tin ' || strftime(monday, '%d/%m/%Y') AS title, true AS invented
)
FROM range($weeks) AS all_of(week), (FROM real_bulletins LIMIT 1) AS real,
    (SELECT DATE '2005-01-03' + (7 * week)::INTEGER AS monday);
"""
"""All documents but for their words. Ids follow date, then slug. In the few earlier editions, road
money twice a year, college places once, energy targets every five years, stand the facts of the
real one."""

DOCUMENTS = """
CREATE OR REPLACE TEMP TABLE drawn AS
SELECT
    *,
    list_transform(range($draws), lambda k: pow(len($vi), chance(hash(i, k, 'vi')))::INTEGER) AS vi,
    list_transform(range($draws), lambda k: pow(len($en), chance(hash(i, k, 'en')))::INTEGER) AS en
FROM numbered
WHERE id >= $first AND id < $past;

INSERT INTO decisions BY NAME
SELECT real.* REPLACE (
    drawn.id AS id, drawn.slug AS slug, strftime(drawn.signed_on, '%G-w%V') AS bulletin,
    drawn.series_number || '/' || drawn.symbol AS number, drawn.series AS series,
    drawn.series_number AS series_number, drawn.kind AS kind,
    drawn.signed_on AS signed_on, drawn.sector AS sector, drawn.status AS status,
    if(hash(drawn.id, 'second') % 4 = 0, real.second_sectors, []) AS second_sectors,
    phrase(vi[1:24], $vi) AS title_vi, phrase(en[1:16], $en) AS title_en,
    phrase(vi[1:3], $vi) AS short_title_vi, phrase(en[1:2], $en) AS short_title_en,
    phrase(vi[10:], $vi) AS summary_vi, phrase(en[10:], $en) AS summary_en,
    NULL AS edition_vi, NULL AS edition_en, (hash(drawn.slug) >> 1)::BIGINT AS digest
)
FROM drawn, (FROM real_decisions WHERE len(second_sectors) > 0 LIMIT 1) AS real
ORDER BY drawn.id;

INSERT INTO of_facts BY NAME
SELECT real.* REPLACE (
    id AS decision, nth::INTEGER AS position, 'fact-' || nth AS slug, 'other' AS measure,
    phrase(vi[nth + 1:nth + 2], $vi) AS subject_vi, phrase(en[nth + 1:nth + 2], $en) AS subject_en,
    (1 + hash(id, nth) % 20000)::BIGINT * 1000000 AS low, low AS high,
    low // 1000000 || ' triệu đồng' AS printed
)
FROM drawn, range((hash(id, 'facts') % 4)::BIGINT) AS of_one(nth),
    (FROM real_facts WHERE basis = 'stated' AND kind = 'money' LIMIT 1) AS real
WHERE id NOT IN (SELECT id FROM editions);

INSERT INTO provisions BY NAME
SELECT real.* REPLACE (
    id AS decision, 0 AS position, phrase(vi[7:8], $vi) AS text_vi, phrase(en[7:8], $en) AS text_en
)
FROM drawn, (FROM real_provisions LIMIT 1) AS real
ORDER BY id;

INSERT INTO silences BY NAME
SELECT id AS decision, nth AS position, phrase(vi[9:10], $vi) AS text_vi,
    phrase(en[9:10], $en) AS text_en
FROM drawn, range(2) AS of_one(nth)
ORDER BY id, nth;

INSERT INTO relations BY NAME
SELECT real.* REPLACE (
    id AS decision, 0 AS position, 'implements' AS kind, phrase(vi[4:5], $vi) AS target_vi,
    phrase(en[4:5], $en) AS target_en, NULL AS number
)
FROM drawn, (FROM real_relations LIMIT 1) AS real
ORDER BY id;

INSERT INTO flags BY NAME
SELECT id AS decision, 0 AS position, 'weekend' AS rule,
    json_object('on', signed_on::VARCHAR) AS evidence
FROM drawn
WHERE isodow(signed_on) > 5
ORDER BY id;
"""
"""Some documents. Words are drawn by Zipf's law: the one at rank r about once in r. None to three
facts, one provision, two silences and one relation each; a flag on each weekend signature."""

WORDS = """
SELECT word, list(id) AS documents
FROM (
    SELECT id, unnest(list_distinct(list_concat(
        [series_number::VARCHAR],
        string_split(lower(symbol), '-'),
        list_transform(vi, lambda k: $vi[k]),
        list_transform(en, lambda k: $en[k])
    ))) AS word
    FROM drawn
)
GROUP BY word
"""

FACTS = """
INSERT INTO of_facts BY NAME
SELECT editions.id AS decision, real_facts.* EXCLUDE (decision)
FROM editions JOIN real_facts ON real_facts.decision = editions.like_id;

INSERT INTO facts FROM of_facts ORDER BY measure, decision, position;
"""

AT_ONCE = 50_000
"""Documents whose words are drawn together."""


def place(folder: Path) -> settings.Settings:
    """The dashboard's usual settings, with its releases in `folder`."""
    return replace(settings.read({}), releases=folder)


def opened(folder: Path) -> Release:
    """The current release of a folder, with the memory that the dashboard gives it."""
    settled = place(folder)
    return shelf.open_release(settled, shelf.newest(settled))


def peak_memory() -> float:
    """Megabytes that this process held at most. `getrusage` would count those of its parent too,
    from before it ran a program of its own."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024


def ready(decisions: int = A_MILLION) -> Path:
    """The folder with the release of `decisions` invented documents, built if it is not there."""
    name = hashlib.sha256(f"{decisions} {_sources()}".encode()).hexdigest()[:8]
    folder = Path(tempfile.gettempdir()) / f"lsdash-{decisions}-{name}"
    if not (folder / "CURRENT").exists():
        folder.mkdir(parents=True, exist_ok=True)
        build(folder, decisions, name)
    return folder


def build(folder: Path, decisions: int, name: str) -> str:
    """Write the release into `folder`, make it current there, and return its id."""
    _, week = load.load(ROOT / "data" / "bulletins" / "2020-w10.yaml")
    with closing(Archive([week], folder)) as archive:
        known = flags.known_points(ROOT / "data" / "series.csv")
        series = flags.Series([*known, *map(flags.point, archive.values())])
        real = _on_top(rows(archive, series), decisions)
    release = f"{archive.newest.slug.replace('-', '')}-{name}"
    file = folder / f"{release}.draft"
    file.unlink(missing_ok=True)
    with release_file.create(file) as connection:
        words = index.Words()
        _invent(connection, decisions, real, words)
        for row in real["words"]:
            words.add(row["word"], [row["decision"]], wide=row["wide"])
        for table in TABLES:
            if real[table] and table not in INDEXED:
                release_file.insert(connection, table, pa.Table.from_pylist(real[table]))
        index.write(connection, words)
        release_file.seal(connection, _manifest(release, archive))
    file.rename(folder / f"{release}.duckdb")
    shelf.set_current(folder, release)
    return release


def _invent(
    connection: duckdb.DuckDBPyConnection, decisions: int, real: Tables, words: index.Words
) -> None:
    """Every table below the real rows, so many documents at once."""
    for name in ("bulletins", "decisions", "facts", "provisions", "relations"):
        connection.register(f"real_{name}", pa.Table.from_pylist(real[name]))
    values = {
        "n": decisions,
        "weeks": WEEKS,
        "draws": DRAWS,
        "days": _wheel(DAYS),
        "sectors": _wheel(SECTORS),
        "symbols": _wheel(SYMBOLS),
        "vi": [*dict.fromkeys(VIETNAMESE + NAMES)],
        "en": [*dict.fromkeys(ENGLISH + NAMES)],
    }
    _run(connection, NUMBERED, values)
    for first in range(0, decisions, AT_ONCE):
        _run(connection, DOCUMENTS, {"first": first, "past": first + AT_ONCE})
        for word, documents in connection.execute(_with_variables(WORDS)).fetchall():
            words.add(word, documents)
    _run(connection, FACTS, {})


def _run(connection: duckdb.DuckDBPyConnection, script: str, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        connection.execute(f"SET VARIABLE {name} = $value", {"value": value})
    for statement in script.split(";"):
        connection.execute(_with_variables(statement))


def _with_variables(statement: str) -> str:
    return re.sub(r"\$(\w+)", r"getvariable('\1')", statement)


def _manifest(release: str, archive: Archive) -> dict[str, object]:
    return {
        "release": release,
        "built_at": datetime(2020, 3, 9),  # noqa: DTZ001 - the column has no zone
        "note": "invented",
        "reviewer": "",
        "code_version": "0",
        "records": [bulletin.slug for bulletin in archive.bulletins],
        "documents_to": archive.newest.period_to,
    }


def _on_top(told: Iterable[TableRow], below: int) -> Tables:
    """The real rows by table, with their documents numbered from `below` on."""
    tables: Tables = {name: [] for name in TABLES}
    for name, row in told:
        shifted = {key: value + below if key in SHIFTED else value for key, value in row.items()}
        tables[name].append(shifted)
    return tables


def _wheel(weights: Mapping[object, int]) -> list[object]:
    """Each value as often as its weight says."""
    return [value for value, weight in weights.items() for _ in range(weight)]


def _sources() -> str:
    """What the rows depend on, so that a change builds anew."""
    files: Iterable[Path] = (
        Path(__file__),
        ROOT / "lsdash" / "store" / "schema.sql",
        *sorted((ROOT / "lsdash" / "store" / "writing").rglob("*.py")),
        *sorted((ROOT / "data").rglob("*.yaml")),
    )
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def main() -> None:
    asked = argparse.ArgumentParser(description="Build a release of invented documents.")
    asked.add_argument("decisions", type=int, nargs="?", default=A_MILLION)
    decisions = asked.parse_args().decisions
    start = time.perf_counter()
    folder = ready(decisions)
    file = next(folder.glob("*.duckdb"))
    print(f"{file}: {file.stat().st_size / 1e6:.0f} MB, {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
