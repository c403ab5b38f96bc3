"""Bring a bulletin, or go on with one that is on the desk."""

import secrets
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lsdash.errors import (
    BusyIntakeError,
    DamagedFileError,
    DraftError,
    EmptyTextError,
    EncodingError,
    IntakeError,
    LockedFileError,
    LsdashError,
    NeedsLibreOfficeError,
    NotABulletinError,
    OldFontError,
    RecordErrors,
    ScannedFileError,
    SlowFileError,
    TooLargeError,
    TurnedTextError,
    UnknownFormatError,
)
from lsdash.intake.drafting.scans import brought
from lsdash.intake.files import limits, received
from lsdash.intake.files.received import Received
from lsdash.intake.files.scanned import tesseract
from lsdash.intake.review import earlier_record, from_draft, papers, pictures, saved
from lsdash.intake.review.from_draft import Brought, Precedent
from lsdash.intake.review.review import Review
from lsdash.intake.review.saved import Head
from lsdash.intake.review.words import Words
from lsdash.model import DocumentNumber, Filters, Text
from lsdash.records import flags
from lsdash.settings import Settings
from lsdash.store import read
from lsdash.store.rows import DecisionRow, FactRow
from lsdash.text import count, figures, say
from lsdash.vocabulary import Measure
from lsdash.web.entrance import address, uploads, visit
from lsdash.web.entrance.visit import Visit
from lsdash.web.intake import already_published, desk, record
from lsdash.web.intake.publication import published_weeks
from lsdash.web.parts import cards, inputs
from lsdash.web.parts.escaping import plain

REFUSALS: dict[type[LsdashError], str] = {
    EmptyTextError: "intake_error.empty",
    TooLargeError: "intake_error.too_large",
    UnknownFormatError: "intake_error.unknown_format",
    NeedsLibreOfficeError: "intake_error.needs_libreoffice",
    EncodingError: "intake_error.encoding",
    OldFontError: "intake_error.old_font",
    TurnedTextError: "intake_error.turned",
    LockedFileError: "intake_error.locked",
    ScannedFileError: "intake_error.scanned",
    DamagedFileError: "intake_error.damaged",
    SlowFileError: "intake_error.slow",
    BusyIntakeError: "intake_error.busy",
    NotABulletinError: "intake_error.not_a_bulletin",
    DraftError: "intake_error.draft",
}
ALIKE = 20
"""Documents at most that a search for a number is looked through for."""

FORMATS = [
    *("txt", "html", "htm", "mht", "mhtml", "pdf"),
    *("docx", "docm", "dotx", "dotm", "doc", "dot", "rtf", "odt"),
]
PICTURES = ["png", "jpg", "jpeg", "tif", "tiff"]
"""Taken where scans can be read."""


def show(here: Visit, place: Settings) -> None:
    """The way in: paste or upload, then the drafts that wait."""
    cards.title(say(here.lang, "intake.title"))
    cards.lead(here)
    left, right = st.columns(2, gap="large")
    with left:
        most = figures.number(limits.MOST_CHARACTERS, here.lang)
        label = say(here.lang, "intake.paste", most=most)
        pasted = st.text_area(label, height=240, key="intake-pasted")
    with right:
        reads_scans = tesseract.found() is not None
        formats = [*FORMATS, *PICTURES] if reads_scans else FORMATS
        file = inputs.upload(here, "intake", "intake.upload", formats, most=limits.MOST_MEGABYTES)
        if reads_scans:
            most = figures.number(limits.MOST_SCANNED_PAGES, here.lang)
            st.caption(say(here.lang, "intake.scans", most=most))
    if st.button(say(here.lang, "intake.read"), type="primary", icon=":material/menu_book:"):
        with st.spinner(say(here.lang, "intake.reading")):
            name, content = (file.name, file.getvalue()) if file else ("", pasted)
            begun = _begin(here, place, name, content)
        if begun:
            uploads.free()
            desk.go(replace(here.view, draft=begun.id, sheet=1))
    heads, broken = saved.listed(place.drafts)
    _drafts(here, place, heads, broken)
    published_weeks.show(here, place, heads, _begin)


def _begin(here: Visit, place: Settings, name: str, content: str | bytes) -> Review | None:
    """The review of what was brought, on disk; or why it cannot be taken, said on the page."""
    try:
        points = flags.known_points(place.records.parent / "series.csv")
        progress = st.empty()
        read = brought.read(
            content,
            name or received.PASTED,
            known=points,
            meanwhile=visit.pause,
            told=partial(_page_told, here, progress),
        )
        progress.empty()
        text, found = read.text, read.draft
        begun = from_draft.begin(
            found,
            _brought(here, text, name),
            name=secrets.token_hex(4),
            now=datetime.now(UTC),
        )
        begun = _in_its_week(here, place, papers.begun(begun, found))
        with suppress(RecordErrors):  # the draft says so on its page
            held = record.find(place, begun.week)
            begun = earlier_record.recalled(begun, held) if held else begun
        saved.put(place.drafts, begun)
        if read.strips:
            pictures.put(place.drafts, begun.id, text, read.strips)
    except (IntakeError, DraftError) as error:
        st.error(plain(refusal(here, error)), icon=":material/block:")
        return None
    return begun


def _page_told(here: Visit, place: DeltaGenerator, page: int, of: int) -> None:
    """Which page of a scan is being read, as the clerk sees it."""
    words = say(here.lang, "intake.reading_page", page=page, of=of)
    place.progress((page - 1) / of, text=words)


def _in_its_week(here: Visit, place: Settings, begun: Review) -> Review:
    """A document itself goes to the week whose bulletin tells of it, published or as a draft, else
    to that of its date."""
    for document in begun.documents if begun.is_paper else ():
        rows = here.ask(read.decisions, Filters(search=document.number), limit=ALIKE)
        for row in rows:
            if document.signed_on and document.key == DocumentNumber.read(row.number):
                if row.signed_on.year != document.signed_on.year:
                    continue
                week = next(each for each in here.ask(read.weeks) if each.slug == row.bulletin)
                period = {"period_from": week.period_from, "period_to": week.period_to}
                return begun.model_copy(update=period)
    for head in saved.beside(place.drafts, begun) if begun.is_paper else ():
        draft = saved.open_review(place.drafts, head.id)
        if draft and draft.period_from and draft.period_to:
            period = {"period_from": draft.period_from, "period_to": draft.period_to}
            return begun.model_copy(update=period)
    return begun


def _brought(here: Visit, text: Received, name: str) -> Brought:
    """Publisher and province are those of the newest bulletin that readers see."""
    newest = here.ask(read.weeks)[0]
    documents = here.ask(read.decisions, limit=already_published.PRECEDENTS)
    numbers = read.numbers(here.release, [row.slug for row in documents])
    facts = read.facts_in(here.release, numbers)
    return Brought(
        name=name,
        text=text.text,
        publisher=Text(vi=newest.publisher_vi, en=newest.publisher_en),
        province=newest.province,
        precedents=_precedents(documents, facts),
        on_record=already_published.of_rows(documents, facts),
        scanned=tuple(sorted({each.page for each in text.seen})),
    )


def _precedents(documents: Iterable[DecisionRow], facts: Iterable[FactRow]) -> list[Precedent]:
    """The newest documents that readers see, with what their figures measure."""
    measures: dict[str, dict[str, set[Measure]]] = defaultdict(lambda: defaultdict(set))
    for fact in facts:
        measures[fact.decision][fact.unit].add(Measure(fact.measure))
    return [
        Precedent(
            title=row.title_vi,
            slug=row.slug,
            short_title=Words(vi=row.short_title_vi, en=row.short_title_en),
            measures={
                unit: next(iter(measured))
                for unit, measured in measures[row.slug].items()
                if len(measured) == 1
            },
        )
        for row in documents
    ]


def refusal(here: Visit, error: IntakeError | DraftError) -> str:
    """Why a text cannot be taken, in the reader's language."""
    if isinstance(error, DraftError):
        return say(here.lang, REFUSALS[DraftError], file=error.file)
    name = say(here.lang, "intake.pasted") if error.name == received.PASTED else error.name
    told: dict[str, object] = {"name": name}
    if isinstance(error, TooLargeError):
        most = figures.number(error.most, here.lang)
        told["most"] = say(here.lang, f"limit.{error.unit}", most=most)
    elif isinstance(error, ScannedFileError):
        told["pages"] = ", ".join(map(str, error.pages))
    elif isinstance(error, SlowFileError):
        told["seconds"] = error.seconds
    elif isinstance(error, UnknownFormatError | NeedsLibreOfficeError):
        told["form"] = say(here.lang, f"file_form.{error.form}")
    elif isinstance(error, OldFontError):
        told["paragraph"] = figures.number(error.paragraph, here.lang)
        told["begins"] = error.begins
    return say(here.lang, REFUSALS[type(error)], **told)


def _drafts(
    here: Visit, place: Settings, heads: Sequence[Head], broken: Sequence[DraftError]
) -> None:
    if heads or broken:
        cards.section(here, "intake.drafts")
    for each in heads:
        _draft(here, place, each)
    for error in broken:
        st.warning(plain(str(error)), icon=":material/broken_image:")


def _draft(here: Visit, place: Settings, each: Head) -> None:
    """One draft: open it, see how far it is, or throw it away."""
    name = f"card-draft-{each.id}"
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=name):
        with st.container(gap="xsmall"):
            st.page_link(
                st.session_state["pages"]["intake"],
                label=plain(each.title or each.name or say(here.lang, "intake.untitled")),
                icon=":material/edit_document:",
                query_params=address.query(replace(here.view, draft=each.id, sheet=1)),
            )
            parts = [each.week] if each.week else []
            parts += [each.name or say(here.lang, "intake.pasted")]
            parts += [
                count(
                    here.lang, "intake.seen", each.total, seen=figures.number(each.seen, here.lang)
                ),
                say(here.lang, "intake.saved", at=figures.moment(each.saved_at, here.lang)),
            ]
            if each.published:
                parts.append(say(here.lang, "intake.published_as", release=each.published))
            st.caption(plain(" · ".join(parts)))
        with st.popover(say(here.lang, "intake.drop"), icon=":material/delete:"):
            st.markdown(say(here.lang, "intake.drop_sure"))
            if st.button(say(here.lang, "intake.drop_yes"), key=f"intake-drop-{each.id}"):
                saved.drop(place.drafts, each.id)
                st.rerun()
