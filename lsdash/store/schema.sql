-- One release. Documents are numbered by date (`id`); everything else points to that number.
-- Figures are exact: value = low × 10^-scale_digits, so 6.00 is 600 with 2 digits, money is whole đồng.

CREATE TABLE manifest (
    release       VARCHAR NOT NULL,
    layout        INTEGER NOT NULL,        -- of these tables: the program reads its own only
    storage       VARCHAR NOT NULL,        -- of the file: the DuckDB that first wrote so
    built_at      TIMESTAMP NOT NULL,      -- UTC
    parent        VARCHAR,                 -- the newest release when this one was built
    note          VARCHAR NOT NULL,
    reviewer      VARCHAR NOT NULL,        -- who answers for what is new in it; empty where nobody is named
    code_version  VARCHAR NOT NULL,
    records       VARCHAR[] NOT NULL,
    documents_to  DATE NOT NULL,           -- last day of the newest bulletin
    row_counts    VARCHAR NOT NULL         -- JSON: table → rows
);

CREATE TABLE bulletins (
    slug                VARCHAR PRIMARY KEY,
    province            VARCHAR NOT NULL,
    title               VARCHAR NOT NULL,
    period_from         DATE NOT NULL,
    period_to           DATE NOT NULL,
    author              VARCHAR,
    headlines           VARCHAR[] NOT NULL,
    headlines_complete  BOOLEAN NOT NULL,
    publisher_vi        VARCHAR NOT NULL,
    publisher_en        VARCHAR NOT NULL,
    address             VARCHAR,
    text_sha256         VARCHAR NOT NULL,
    papers_only         BOOLEAN NOT NULL,        -- no bulletin was brought: its documents were, by themselves
    partly_at_hand      BOOLEAN NOT NULL,        -- only a part of the bulletin was brought, such as its head
    invented            BOOLEAN NOT NULL
);

-- What the opening list of a bulletin tells of without a document on record: told, paper not seen.
CREATE TABLE topics (
    bulletin   VARCHAR NOT NULL,
    position   INTEGER NOT NULL,
    title_vi   VARCHAR NOT NULL,
    title_en   VARCHAR NOT NULL,
    sector     VARCHAR                     -- none where the line does not tell it
);

-- The documents that such a line names.
CREATE TABLE topic_relations (
    bulletin   VARCHAR NOT NULL,
    topic      INTEGER NOT NULL,           -- position of the topic
    position   INTEGER NOT NULL,
    kind       VARCHAR NOT NULL,
    target_vi  VARCHAR NOT NULL,
    target_en  VARCHAR NOT NULL,
    number     VARCHAR,
    period_vi  VARCHAR,
    period_en  VARCHAR
);

CREATE TABLE decisions (
    id               INTEGER PRIMARY KEY,     -- its index finds documents that lie far apart
    slug             VARCHAR NOT NULL,
    bulletin         VARCHAR NOT NULL,
    number           VARCHAR NOT NULL,
    series           VARCHAR NOT NULL,
    series_number    INTEGER NOT NULL,
    kind             VARCHAR NOT NULL,
    kind_called_vi   VARCHAR,
    kind_called_en   VARCHAR,
    signed_on        DATE NOT NULL,
    issuer           VARCHAR NOT NULL,
    sector           VARCHAR NOT NULL,
    second_sectors   VARCHAR[] NOT NULL,
    status           VARCHAR NOT NULL,
    title_vi         VARCHAR NOT NULL,
    title_en         VARCHAR NOT NULL,
    short_title_vi   VARCHAR NOT NULL,
    short_title_en   VARCHAR NOT NULL,
    summary_vi       VARCHAR NOT NULL,
    summary_en       VARCHAR NOT NULL,
    addressed_to_vi  VARCHAR,
    addressed_to_en  VARCHAR,
    edition_vi       VARCHAR,
    edition_en       VARCHAR,
    lead_vi          VARCHAR,                -- the agency that is to see to it
    lead_en          VARCHAR,
    deadline         DATE,                   -- of a request: the day by which an answer is asked for
    item             INTEGER,                -- of the bulletin; none where it does not tell of it
    paragraph        INTEGER,
    paper_sha256     VARCHAR,                -- of the document itself, where the office brought it
    paper_name       VARCHAR,
    signed_at        VARCHAR,                -- the place, as its head says
    capacity         VARCHAR,                -- in which it is signed: tm, kt, tuq …
    signed_as        VARCHAR,
    signer           VARCHAR,
    recipients       VARCHAR[] NOT NULL,
    effective_on     DATE,
    digest           BIGINT NOT NULL         -- of all that is told of the document, but for its order
);

-- Every word by which documents are found, with the set of those that have it: a Roaring bitmap of
-- their numbers, in its portable form. Sorted by `folded`, so that a beginning is a few rows.
CREATE TABLE words (
    folded     VARCHAR NOT NULL,           -- without tone marks: "duong"
    word       VARCHAR NOT NULL,           -- as written, lower case: "đường"
    wide       BOOLEAN NOT NULL,           -- of their figures, people and bodies; else of titles
    documents  BLOB NOT NULL
);

-- The same for each value that filters know, and for what documents hold.
CREATE TABLE facets (
    facet      VARCHAR NOT NULL,           -- sector, kind, status, week, measure …
    value      VARCHAR NOT NULL,
    times      INTEGER NOT NULL,           -- of the documents that have it so often, or more often
    documents  BLOB NOT NULL
);

-- The documents of each week in one number, which differs where one of them does.
CREATE TABLE week_digests (
    week       VARCHAR NOT NULL,
    documents  INTEGER NOT NULL,
    digest     BIGINT NOT NULL
);

CREATE TABLE facts (
    decision      INTEGER NOT NULL,
    position      INTEGER NOT NULL,
    slug          VARCHAR NOT NULL,
    measure       VARCHAR NOT NULL,
    subject_vi    VARCHAR NOT NULL,
    subject_en    VARCHAR NOT NULL,
    kind          VARCHAR NOT NULL,
    low           BIGINT,
    high          BIGINT,
    scale_digits  TINYINT NOT NULL,
    shown_scale   BIGINT NOT NULL,         -- the multiplier of the source: 1000000 for triệu
    unit          VARCHAR NOT NULL,
    unit_called_vi VARCHAR,                -- what a figure in `item` counts, as printed
    unit_called_en VARCHAR,
    bound         VARCHAR NOT NULL,
    printed       VARCHAR,
    role          VARCHAR NOT NULL,        -- what it is among the others: follows from the rest …
    role_stated   VARCHAR,                 -- … unless the record says it
    basis         VARCHAR NOT NULL,
    formula       VARCHAR,
    part_of       VARCHAR,
    option        INTEGER,
    period_from   DATE,
    period_to     DATE,
    period_basis  VARCHAR,
    deadline      DATE,
    lead_vi       VARCHAR,
    lead_en       VARCHAR,
    amends        VARCHAR,                 -- the earlier figure as document/fact, where it is said
    before_low    BIGINT,                  -- that figure as this document prints it
    before_high   BIGINT,
    before_scale_digits TINYINT,
    before_shown_scale  BIGINT,
    before_printed VARCHAR,
    baseline_vi   VARCHAR,
    baseline_en   VARCHAR,
    direction     VARCHAR,
    unit_class    INTEGER,
    unit_kinds    VARCHAR[] NOT NULL,
    condition     VARCHAR,
    mandatory     BOOLEAN NOT NULL,
    note_vi       VARCHAR,
    note_en       VARCHAR,
    item          INTEGER,
    paragraph     INTEGER,
    corrected_on  DATE,                    -- of the last correction
    corrected_by  VARCHAR,                 -- number of the document that made it, where one did
    was_printed   VARCHAR,                 -- the figure before it
    part_by       VARCHAR,                 -- which further split of its whole it is of
    unit_printed  VARCHAR,                 -- the unit as the head of its table prints it
    paper_place   VARCHAR,                 -- in the document itself: annex-1.row-3
    paper_low     BIGINT,                  -- the figure there, where the bulletin told another
    paper_high    BIGINT,
    paper_scale_digits TINYINT,
    paper_shown_scale  BIGINT,
    paper_printed VARCHAR,
    scan_page     INTEGER,                 -- of the bulletin's file, where that page is a picture
    paper_scan_page INTEGER                -- the same of the document itself
);

CREATE TABLE dimensions (
    decision  INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    slug      VARCHAR NOT NULL,
    label_vi  VARCHAR NOT NULL,
    label_en  VARCHAR NOT NULL,
    health    BOOLEAN NOT NULL             -- a matter of health or isolation
);

CREATE TABLE options (
    decision  INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    label_vi  VARCHAR NOT NULL,
    label_en  VARCHAR NOT NULL
);

CREATE TABLE answers (
    decision   INTEGER NOT NULL,
    option     INTEGER NOT NULL,
    dimension  VARCHAR NOT NULL,
    stated     BOOLEAN NOT NULL,
    text_vi    VARCHAR,
    text_en    VARCHAR,
    unsaid_vi  VARCHAR,
    unsaid_en  VARCHAR
);

CREATE TABLE steps (
    decision   INTEGER NOT NULL,
    option     INTEGER NOT NULL,
    course     INTEGER NOT NULL,
    course_vi  VARCHAR NOT NULL,
    course_en  VARCHAR NOT NULL,
    position   INTEGER NOT NULL,
    place      VARCHAR NOT NULL,
    label_vi   VARCHAR NOT NULL,
    label_en   VARCHAR NOT NULL,
    length     VARCHAR,                    -- slug of the fact that states how long
    daily      BOOLEAN NOT NULL
);

CREATE TABLE provisions (
    decision   INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    text_vi    VARCHAR NOT NULL,
    text_en    VARCHAR NOT NULL,
    lead_vi    VARCHAR,
    lead_en    VARCHAR,
    deadline   DATE,
    item       INTEGER,
    paragraph  INTEGER,
    paper_place VARCHAR
);

CREATE TABLE bodies (
    decision   INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    name_vi    VARCHAR NOT NULL,
    name_en    VARCHAR NOT NULL,
    printed    VARCHAR,
    role_vi    VARCHAR NOT NULL,
    role_en    VARCHAR NOT NULL,
    post_vi    VARCHAR NOT NULL,
    post_en    VARCHAR NOT NULL,
    head       VARCHAR,
    item       INTEGER,
    paragraph  INTEGER,
    paper_place VARCHAR
);

CREATE TABLE silences (
    decision  INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    text_vi   VARCHAR NOT NULL,
    text_en   VARCHAR NOT NULL
);

-- A flag written by a reviewer has its words; one found by rule has its evidence.
CREATE TABLE flags (
    decision  INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    rule      VARCHAR NOT NULL,
    fact      VARCHAR,
    text_vi   VARCHAR,
    text_en   VARCHAR,
    evidence  VARCHAR NOT NULL            -- JSON: the values that prove it
);

CREATE TABLE relations (
    decision   INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    kind       VARCHAR NOT NULL,
    target_vi  VARCHAR NOT NULL,
    target_en  VARCHAR NOT NULL,
    number     VARCHAR,
    document   VARCHAR,                    -- slug of the document meant, where the record says it
    period_vi  VARCHAR,
    period_en  VARCHAR,
    item       INTEGER,
    paragraph  INTEGER,
    paper_place VARCHAR
);

-- The history of a document, and of its facts: what later releases did, oldest first.
CREATE TABLE changes (
    decision          INTEGER NOT NULL,
    position          INTEGER NOT NULL,
    fact              VARCHAR,             -- slug, where one fact was changed
    kind              VARCHAR NOT NULL,
    made_on           DATE NOT NULL,
    reason_vi         VARCHAR,
    reason_en         VARCHAR,
    made_by           VARCHAR,             -- number of the document that makes the change
    was_low           BIGINT,              -- the figure before, where it was another
    was_high          BIGINT,
    was_scale_digits  TINYINT,
    was_shown_scale   BIGINT,
    was_unit          VARCHAR,
    was_bound         VARCHAR,
    was_printed       VARCHAR
);

-- What later documents do to a document, or to a fact of it. Follows from relations and facts.
CREATE TABLE effects (
    decision     INTEGER NOT NULL,         -- the document that it is done to
    fact         VARCHAR,                  -- slug of its fact, where it is done to one
    kind         VARCHAR NOT NULL,         -- as of a relation: amends, corrects, answers …
    by_decision  INTEGER NOT NULL,
    by_fact      VARCHAR
);

-- What the press and a few offices reported around the bulletins; never mixed with facts.
CREATE TABLE observations (
    id                VARCHAR NOT NULL,
    period_from       DATE NOT NULL,
    period_to         DATE NOT NULL,
    place             VARCHAR NOT NULL,
    place_kind        VARCHAR NOT NULL,
    direction         VARCHAR NOT NULL,
    measure           VARCHAR NOT NULL,
    value             DECIMAL(18, 3) NOT NULL,
    unit              VARCHAR NOT NULL,
    cumulative_since  DATE,
    flags             VARCHAR[] NOT NULL,
    publisher         VARCHAR,
    address           VARCHAR NOT NULL,
    published_on      DATE,
    source_read       VARCHAR NOT NULL,
    note_vi           VARCHAR,
    note_en           VARCHAR
);

CREATE TABLE events (
    id           VARCHAR NOT NULL,
    date_from    DATE NOT NULL,
    date_to      DATE,
    place        VARCHAR NOT NULL,
    place_kind   VARCHAR NOT NULL,
    kind         VARCHAR NOT NULL,
    flags        VARCHAR[] NOT NULL,
    summary_vi   VARCHAR NOT NULL,
    summary_en   VARCHAR NOT NULL,
    publisher    VARCHAR,
    address      VARCHAR,
    source_read  VARCHAR NOT NULL,
    decision     VARCHAR                   -- slug of a document of ours that the event is
);

-- The province's border gates as of 2020; `name_vi` is what the rows above call their place.
CREATE TABLE gates (
    slug           VARCHAR NOT NULL,
    name_vi        VARCHAR NOT NULL,
    name_en        VARCHAR NOT NULL,
    border_order   INTEGER,                -- along the border, from the north-west on; approximate
    km_from_north  INTEGER,                -- as the crow flies, from commune to commune; approximate
    commune        VARCHAR,
    commune_read   VARCHAR,                -- page, name or no: how the commune is known
    district       VARCHAR,
    category       VARCHAR NOT NULL,
    transport      VARCHAR NOT NULL,
    opposite_vi    VARCHAR,                -- the gate on the Chinese side
    opposite_en    VARCHAR,
    note_vi        VARCHAR NOT NULL,
    note_en        VARCHAR NOT NULL,
    addresses      VARCHAR[] NOT NULL
);

-- From a day on goods passed a gate, or did not: our reading of the reported rows in `evidence`.
CREATE TABLE gate_states (
    id         VARCHAR NOT NULL,
    gate       VARCHAR NOT NULL,           -- slug
    date_from  DATE NOT NULL,
    state      VARCHAR NOT NULL,           -- open, restricted, shut or disputed
    flags      VARCHAR[] NOT NULL,
    evidence   VARCHAR[] NOT NULL,         -- ids of observations and events
    note_vi    VARCHAR NOT NULL,
    note_en    VARCHAR NOT NULL
);

-- What was reported later about what a document promised; never mixed with facts.
CREATE TABLE outcomes (
    id               VARCHAR NOT NULL,
    decision         VARCHAR NOT NULL,       -- slug of the document
    facts            VARCHAR[] NOT NULL,     -- slugs of its figures, where it bears on some
    bears            VARCHAR NOT NULL,       -- answers, partly, beside
    what_vi          VARCHAR NOT NULL,
    what_en          VARCHAR NOT NULL,
    value            DECIMAL(18, 3),
    unit_vi          VARCHAR,
    unit_en          VARCHAR,
    bound            VARCHAR,
    period_from      DATE,
    period_to        DATE,
    document_number  VARCHAR,                -- of the papers that the page cites
    how_sure         VARCHAR NOT NULL,       -- stated, repost, inferred, conflicting
    publisher        VARCHAR NOT NULL,
    address          VARCHAR NOT NULL,
    published_on     DATE,
    note_vi          VARCHAR NOT NULL,
    note_en          VARCHAR NOT NULL
);

-- That such an outcome was looked for, up to which day, and what would answer.
CREATE TABLE searches (
    decision         VARCHAR NOT NULL,
    fact             VARCHAR,
    until            DATE,                   -- of a document whose title alone says it
    searched_to      DATE NOT NULL,
    sought_vi        VARCHAR NOT NULL,
    sought_en        VARCHAR NOT NULL,
    would_answer_vi  VARCHAR NOT NULL,
    would_answer_en  VARCHAR NOT NULL
);

-- What is to be done by when and by whom. A request waits for an answer in any case.
CREATE VIEW due AS
SELECT
    id AS decision, 'document' AS what, '' AS fact, deadline, lead_vi, lead_en,
    short_title_vi AS text_vi, short_title_en AS text_en, item, paragraph,
    NULL::VARCHAR AS paper_place
FROM decisions
WHERE deadline IS NOT NULL OR lead_vi IS NOT NULL OR addressed_to_vi IS NOT NULL
   OR status = 'proposed'
UNION ALL BY NAME
SELECT
    decision, 'fact' AS what, slug AS fact, deadline, lead_vi, lead_en,
    subject_vi AS text_vi, subject_en AS text_en, item, paragraph, paper_place
FROM facts
WHERE deadline IS NOT NULL OR lead_vi IS NOT NULL
UNION ALL BY NAME
SELECT
    decision, 'provision' AS what, '' AS fact, deadline, lead_vi, lead_en,
    text_vi, text_en, item, paragraph, paper_place
FROM provisions
WHERE deadline IS NOT NULL OR lead_vi IS NOT NULL;
