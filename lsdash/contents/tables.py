"""Tables and lists that many pages hold: figures with sources, silences, flags, bodies, options."""

from collections.abc import Mapping, Sequence

from lsdash import sentences
from lsdash.charts import calendars
from lsdash.comparing import history
from lsdash.contents.blocks import (
    Chart,
    Line,
    Listed,
    Look,
    Said,
    Table,
    Words,
    line,
    quiet,
    strong,
)
from lsdash.contents.effects import follow_up, in_force
from lsdash.contents.effects import relations as related
from lsdash.contents.effects.in_force import Standing
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.store.rows import AnswerRow, DecisionRow, FactRow, FlagRow, SilenceRow
from lsdash.sums import money
from lsdash.text import Lang, figures, pick, say
from lsdash.vocabulary import FlagRule, Source, Status

RULES = [str(rule) for rule in FlagRule]
"""Flags are shown in the order of the vocabulary: the gravest first."""

LOOKS: Mapping[str, Look] = {"decided": "decided", "planned": "planned", "proposed": "proposed"}


def paper(here: Reading, decision: DecisionRow, changing: Sequence[FactRow] = ()) -> Line:
    """The document that a page stands on: status, number, date, to whom.

    `changing` are figures of others that it stands on as well: each is named behind it.
    """
    number = Words(numbered(decision, here.lang), to=here.view.of_document(decision.slug))
    others = [
        Words(numbered(each, here.lang), to=here.view.of_document(each.decision))
        for each in changing
    ]
    addressee = sentences.row_text(decision, "addressed_to", here.lang)
    to = f" · {say(here.lang, 'card.sent_to', to=addressee)}" if addressee else ""
    told = [words for each in others for words in (Words("; "), each)]
    return line(*status(here, decision), " · ", number, *told, to)


def numbered(row: DecisionRow | FactRow, lang: Lang) -> str:
    """`381/QĐ-UBND · 05/03/2020`: a document, or that of a figure, with its day."""
    return f"{row.number} · {figures.day(row.signed_on, lang)}"


def about(here: Reading, decision: DecisionRow) -> str:
    """Kind, date, issuer and sectors of a document."""
    lang = here.lang
    kind = say(lang, f"kind.{decision.kind}")
    called = sentences.row_text(decision, "kind_called", lang)
    if called and called != kind:
        kind = f"{kind} ({say(lang, 'decisions.called', called=called)})"
    second = "; ".join(say(lang, f"sector.{sector}") for sector in decision.second_sectors)
    parts = [
        kind,
        figures.day(decision.signed_on, lang),
        say(lang, f"issuer.{decision.issuer}"),
        say(lang, f"sector.{decision.sector}"),
        say(lang, "decisions.second", sectors=second) if second else "",
    ]
    return " · ".join(filter(None, parts))


def status(here: Reading, row: DecisionRow) -> Line:
    return (Words(state(here, row), "plain" if only_tells(row) else LOOKS[row.status]),)


def only_tells(row: DecisionRow) -> bool:
    """A report or the like: it decides nothing."""
    return row.kind in money.TELLING and row.status == Status.DECIDED


def state(here: Reading, row: DecisionRow) -> str:
    """What became of a document, on the day of the view: one that only tells decides nothing."""
    if only_tells(row):
        return say(here.lang, f"kind.{row.kind}")
    is_answered = row.status == Status.PROPOSED and follow_up.answered(here, (row.slug,))
    return say(here.lang, "status.answered" if is_answered else f"status.{row.status}")


def facts(here: Reading, rows: Sequence[FactRow], *, chosen: str = "") -> Table:
    """Every figure with its basis, how it is printed, and where; the chosen one is marked.

    One that another document changed stands as its own says it, followed by what became of it; a
    sum of ours is of the figures that stand.
    """
    heads = ("figure", "subject", "when", "basis", "printed", "source")
    standing = in_force.standing(here, rows)
    stand = [each.current for each in standing.values()]
    shown = zip(rows, stand, standing.values(), strict=True)
    return Table(
        f"facts-{rows[0].decision}" if rows else "facts",
        tuple(say(here.lang, f"table.{name}") for name in heads),
        tuple(
            _fact(
                here,
                now if fact.formula else fact,
                stand if fact.formula else rows,
                _done(here, each),
                is_chosen=fact.slug == chosen,
            )
            for fact, now, each in shown
        ),
        say(here.lang, "table.facts_alt"),
    )


def silences(here: Reading, rows: Sequence[SilenceRow]) -> Listed | None:
    """What the document does not say and a reader would ask."""
    return Listed(tuple(line(pick(here.lang, row, "text")) for row in rows)) if rows else None


def flags(here: Reading, rows: Sequence[FlagRow], *, named: bool = False) -> Listed | None:
    """What looks odd, gravest first; `named` says of which document each speaks."""
    lines = tuple(
        line(*(_named(here, row) if named else ()), sentences.flag(row, here.lang))
        for row in sorted(rows, key=lambda row: RULES.index(row.rule))
    )
    return Listed(lines) if lines else None


def documents(here: Reading, rows: Sequence[DecisionRow]) -> Table:
    """A document a row, each leading to its own page."""
    heads = ("number", "signed_on", "title", "sector", "status")
    marks = related.marks(here, [row.slug for row in rows])
    return Table(
        "decisions",
        tuple(say(here.lang, f"table.{name}") for name in heads),
        tuple(
            (
                (Words(row.number, "strong", here.view.of_document(row.slug)),),
                line(figures.day(row.signed_on, here.lang)),
                line(pick(here.lang, row, "title"), *marked(marks.get(row.slug))),
                line(say(here.lang, f"sector.{row.sector}")),
                status(here, row),
            )
            for row in rows
        ),
        say(here.lang, "table.decisions_alt"),
    )


def marked(mark: str | None) -> Line:
    """What became of a document since, after its title; nothing where nothing did."""
    return (Words(" · "), Words(mark, "marked")) if mark else ()


def bodies(here: Reading, slug: str) -> Table | None:
    """The bodies that a document sets up, with the post that heads each."""
    lang = here.lang
    rows = []
    for body in here.ask(read.bodies, slug):
        name = pick(lang, body, "name")
        if body.printed:
            name = say(lang, "decisions.printed_name", name=name, printed=body.printed)
        post = pick(lang, body, "post")
        head = line(Words(body.head, "strong"), f", {post}") if body.head else line(post)
        where = sentences.place(body.item, body.paragraph, lang, body.paper_place)
        rows.append((line(name), head, line(pick(lang, body, "role")), line(where)))
    columns = ("decisions.name", "decisions.head", "decisions.role", "table.source")
    heads = tuple(say(lang, key) for key in columns)
    return Table("bodies", heads, tuple(rows), say(lang, "table.bodies_alt")) if rows else None


def calendar(here: Reading, slug: str) -> Chart | None:
    """Each option as time passes for one worker."""
    options = here.ask(read.options, slug)
    steps = here.ask(read.steps, slug)
    if not steps:
        return None
    facts = here.ask(read.facts_of, slug)
    told = calendars.in_words(options, steps, facts, here.lang)
    return Chart(
        "calendar",
        f"{say(here.lang, 'subject.calendar')}. {told}",
        lambda theme: calendars.by_option(options, steps, facts, here.lang, theme),
    )


def compared(here: Reading, slug: str, *, health_only: bool = False) -> Table | None:
    """The options side by side, all lines or those of health; differences are marked in words."""
    options = here.ask(read.options, slug)
    answers = here.ask(read.answers, slug)
    rows = []
    for dimension in here.ask(read.dimensions, slug):
        if health_only and not dimension.health:
            continue
        own = {each.option: each for each in answers if each.dimension == dimension.slug}
        cells = [_answer(here, own.get(option.number)) for option in options]
        mark = _mark([each.stated for each in own.values()], cells)
        said = say(here.lang, f"subject.{mark}")
        is_same = mark in ("same", "neither")
        rows.append(
            (
                strong(pick(here.lang, dimension, "label")),
                *cells,
                (Words(said, "quiet" if is_same else "marked"),),
            )
        )
    heads = [
        say(here.lang, "chart.option", number=each.number, label=pick(here.lang, each, "label"))
        for each in options
    ]
    columns = (say(here.lang, "subject.dimension"), *heads, say(here.lang, "subject.difference"))
    brief = [say(here.lang, "subject.plan", number=each.number) for each in options]
    alt = say(here.lang, "table.compare_alt")
    if not rows or not options:
        return None
    return Table("compared", columns, tuple(rows), alt, brief=("", *brief, ""))


def by_option(here: Reading, slug: str) -> Listed | None:
    """Each option with its own figures, which are alternatives; None where a calendar tells them.

    Options that are compared line by line and have no figures need no list either.
    """
    options = here.ask(read.options, slug)
    facts = [fact for fact in here.ask(read.facts_of, slug) if fact.option is not None]
    if here.ask(read.steps, slug) or not (facts or not here.ask(read.dimensions, slug)):
        return None
    lines = []
    for each in options:
        name = say(
            here.lang, "chart.option", number=each.number, label=pick(here.lang, each, "label")
        )
        own = [fact for fact in facts if fact.option == each.number]
        told = "; ".join(
            f"{pick(here.lang, fact, 'subject')}: {sentences.figure(fact, here.lang)}"
            for fact in own
        )
        not_stated = say(here.lang, "subject.no_figures")
        lines.append(line(Words(name, "strong"), f". {told or not_stated}"))
    return Listed(tuple(lines)) if lines else None


def provisions(here: Reading, slug: str) -> Listed | None:
    """What a document provides without a figure."""
    lines = tuple(
        line(
            f"{pick(here.lang, row, 'text')} ",
            Words(sentences.place(row.item, row.paragraph, here.lang, row.paper_place), "quiet"),
        )
        for row in here.ask(read.provisions, slug)
    )
    return Listed(lines) if lines else None


def relations(here: Reading, slug: str) -> Listed | None:
    """The documents that a document names, and how it stands to them."""
    lines = tuple(related.outgoing(here, slug))
    return Listed(lines) if lines else None


def done_to(here: Reading, slug: str) -> Listed | None:
    """What other documents did to this one since."""
    lines = tuple(related.incoming(here, slug))
    return Listed(lines) if lines else None


def changes(here: Reading, slug: str, facts: Sequence[FactRow]) -> Listed | None:
    """What later releases did to the document and its figures, the latest first."""
    entries = here.ask(read.changes, slug)
    subjects = {fact.slug: pick(here.lang, fact, "subject") for fact in facts}
    told = [history.entry(row, here.lang, subjects.get(row.fact or "")) for row in entries]
    return Listed(tuple(line(each) for each in reversed(told))) if told else None


def source(here: Reading, decision: DecisionRow) -> list[str]:
    """The bulletin that tells of the document, and where in it."""
    lang = here.lang
    week = next(each for each in here.ask(read.weeks) if each.slug == decision.bulletin)
    where = sentences.place(decision.item, decision.paragraph, lang)
    lines = [
        say(lang, "decisions.bulletin", title=week.title),
        where[:1].upper() + where[1:],
        say(lang, "decisions.publisher", publisher=pick(lang, week, "publisher")),
    ]
    if week.author:
        lines.append(say(lang, "decisions.author", author=week.author))
    if week.address:
        lines.append(say(lang, "decisions.address", address=week.address))
    else:
        lines.append(say(lang, "decisions.no_address"))
    return [*lines, say(lang, "decisions.sha256", sha256=week.text_sha256)]


def itself(here: Reading, decision: DecisionRow) -> Listed | None:
    """What the document itself says of itself; None where only a bulletin tells of it."""
    lang = here.lang
    if decision.source is Source.BULLETIN:
        return None
    told = [say(lang, "paper.alone" if decision.source is Source.PAPER else "paper.both")]
    told += sentences.itself(
        lang,
        signer=decision.signer,
        signed_as=decision.signed_as,
        place=decision.signed_at,
        effective_on=decision.effective_on,
        recipients=decision.recipients,
    )
    if decision.paper_name:
        told.append(say(lang, "paper.file", name=decision.paper_name))
    told.append(say(lang, "paper.sha256", sha256=decision.paper_sha256))
    return Listed(tuple(line(each) for each in told))


def nothing(here: Reading) -> Said:
    """That no document of a subject passes the filters."""
    return Said(line(say(here.lang, "subject.nothing")), is_note=True)


def _done(here: Reading, standing: Standing) -> Line:
    """What other documents did to a figure, each leading to its own reading of it."""
    words: list[Words] = []
    for step, was, now in standing.told():
        effect = step.effect
        said = sentences.effect(effect, here.lang, on=in_force.day(here), was=was, now=now)
        to = here.view.of_document(effect.by, effect.by_fact or "")
        words += [Words(" · "), Words(said, "marked", to)]
    return tuple(words)


def _fact(
    here: Reading, fact: FactRow, facts: Sequence[FactRow], done: Line, *, is_chosen: bool
) -> tuple[Line, ...]:
    lang = here.lang
    subject = pick(lang, fact, "subject")
    if fact.part_of:
        subject = say(lang, "table.part", subject=subject)
    option = say(lang, "subject.plan", number=fact.option) if fact.option else ""
    baseline = sentences.row_text(fact, "baseline", lang)
    against = say(lang, "chart.against", baseline=baseline) if baseline else ""
    note = sentences.row_text(fact, "note", lang) or ""
    corrected = history.correction(fact, lang)
    notes = line(" · ".join(filter(None, (subject, option, against, note))))
    if corrected:
        notes += (Words(" · "), Words(corrected, "marked"))
    notes += done
    not_stated = "—" if fact.is_derived else say(lang, "fact.not_stated")
    to = here.view.of_document(fact.decision, fact.slug)
    return (
        (Words(sentences.moved(fact, lang), "marked" if is_chosen else "strong"),),
        notes,
        line(sentences.when(fact, lang) or not_stated),
        line(sentences.basis(fact, facts, lang)),
        line(_printed(fact, lang)),
        (Words(sentences.source(fact, lang), to=to),),
    )


def _printed(fact: FactRow, lang: Lang) -> str:
    """The figure in its print, with what the document itself prints where that differs.

    A corrected one names the document that prints it so, one of a table the unit in its head.
    """
    if not fact.printed:
        return "—"
    by = f" ({fact.corrected_by})" if fact.corrected_by else ""
    unit = f" ({fact.unit_printed})" if fact.unit_printed else ""
    told = f"“{fact.printed}”{unit}{by}"
    if not fact.paper_printed:
        return told
    return f"{told}; {say(lang, 'paper.prints', printed=fact.paper_printed)}"


def _named(here: Reading, row: FlagRow) -> Line:
    to = here.view.of_document(row.decision, row.fact or "")
    return Words(row.number, "strong", to), Words(": ")


def _mark(stated: Sequence[bool], cells: Sequence[Line]) -> str:
    """Silence is neither the same nor different: nobody knows."""
    if not any(stated):
        return "neither"
    if not all(stated):
        return "some"
    return "same" if len(set(cells)) == 1 else "differs"


def _answer(here: Reading, answer: AnswerRow | None) -> Line:
    """What an option says; what it leaves unsaid is said in words, never left blank."""
    not_stated = say(here.lang, "fact.not_stated")
    if answer is None or not answer.stated:
        return quiet(not_stated)
    text = pick(here.lang, answer, "text")
    if answer.unsaid_vi is None:
        return line(text)
    return line(f"{text}; {pick(here.lang, answer, 'unsaid')}: ", Words(not_stated, "strong"))
