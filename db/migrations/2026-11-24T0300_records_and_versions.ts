import { type Kysely, sql } from 'kysely'

// Frozen: later changes are later migrations. SQL that PostgreSQL 15 accepts; keys sort by code point on every machine.
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db)
  await run(`create table version (
    number integer primary key,
    at timestamptz not null,
    author text not null,
    message text not null,
    rules_edition integer not null,
    digest text collate "C" not null,
    added integer not null,
    changed integer not null,
    retracted integer not null,
    index_rows integer not null
  )`)
  await run(`create table record (
    id bigint generated always as identity primary key,
    record text collate "C" not null,
    slug text collate "C" not null,
    from_version integer not null references version,
    to_version integer references version,
    salt text collate "C" not null,
    digest text collate "C" not null,
    body jsonb not null,
    retracted boolean not null default false,
    unique (record, slug, from_version),
    check (to_version > from_version)
  )`)
  await run(`create unique index record_current on record (record, slug) where to_version is null`)
  await run(`create index record_from_version on record (from_version, record, slug)`)
  await run(`create index record_to_version on record (to_version)`)
  await run(`create index record_retracted on record (to_version, record, slug) where retracted`)
  await run(`create table proposal (
    id text collate "C" primary key,
    at timestamptz not null,
    author text not null,
    message text not null,
    base_version integer not null,
    records jsonb not null,
    retract jsonb not null,
    decision text collate "C",
    decided_at timestamptz,
    decided_by text,
    decided_because text,
    version integer
  )`)
  // What is only read whole is json, not jsonb: it goes out as it stands, without being written anew each time.
  await run(`create table measure (
    record_id bigint primary key references record on delete cascade,
    slug text collate "C" not null,
    jurisdiction text collate "C" not null,
    kind text collate "C" not null,
    title_key text collate "C" not null,
    begun_on date,
    steps_from date not null,
    steps_until date not null,
    checked_on date not null,
    summary json not null,
    lane json not null,
    lane_sources text[] collate "C" not null
  )`)
  await run(`create index measure_slug on measure (slug)`)
  await run(`create index measure_jurisdiction on measure (jurisdiction, slug)`)
  await run(`create index measure_kind on measure (kind, slug)`)
  await run(`create index measure_title on measure (title_key, slug)`)
  await run(`create index measure_state on measure (split_part(jurisdiction, '-', 1), slug)`)
  await run(`create index measure_steps_from on measure (steps_from)`)
  await run(`create index measure_steps_until on measure (steps_until)`)
  await run(`create index measure_checked on measure (checked_on, slug)`)
  // Items without a day come last in either direction.
  await run(`create index measure_begun on measure (coalesce(begun_on, 'infinity'), slug)`)
  await run(`create index measure_begun_down on measure (coalesce(begun_on, '-infinity'), slug)`)
  await run(`create table step (
    record_id bigint not null references record on delete cascade,
    key text collate "C" not null,
    ordinal integer not null,
    stage text collate "C" not null,
    label text not null,
    on_edtf text not null,
    on_earliest date,
    on_latest date,
    planned boolean not null,
    primary key (record_id, key)
  )`)
  await run(`create index step_within on step using gist (daterange(on_earliest, on_latest, '[]'))`)
  await run(`create table impact (
    record_id bigint not null references record on delete cascade,
    key text collate "C" not null,
    right_slug text collate "C" not null,
    severity text collate "C",
    counts boolean not null,
    primary key (record_id, key)
  )`)
  await run(`create index impact_right on impact (right_slug, severity, record_id) where counts`)
  await run(`create index impact_severity on impact (severity, record_id) where counts`)
  await run(`create table impact_article (
    record_id bigint not null references record on delete cascade,
    key text collate "C" not null,
    instrument text collate "C" not null,
    article text collate "C" not null,
    right_slug text collate "C" not null,
    severity text collate "C",
    counts boolean not null,
    primary key (record_id, key, instrument, article)
  )`)
  await run(`create index impact_article_article on impact_article (instrument, article, record_id)`)
  await run(`create table relation (
    record_id bigint not null references record on delete cascade,
    type text collate "C" not null,
    to_measure text collate "C" not null,
    intended boolean not null,
    primary key (record_id, type, to_measure)
  )`)
  await run(`create index relation_to on relation (to_measure)`)
  await run(`create table communication (
    record_id bigint primary key references record on delete cascade,
    slug text collate "C" not null,
    jurisdiction text collate "C" not null,
    kind text collate "C" not null,
    reference_key text collate "C",
    on_earliest date,
    on_latest date,
    due_on date,
    reply text collate "C"
  )`)
  await run(`create index communication_jurisdiction on communication (jurisdiction, slug)`)
  await run(`create index communication_state on communication (split_part(jurisdiction, '-', 1), slug)`)
  await run(`create index communication_on on communication (coalesce(on_earliest, 'infinity'), slug)`)
  await run(`create index communication_on_down on communication (coalesce(on_earliest, '-infinity'), slug)`)
  await run(`create index communication_within on communication using gist (daterange(on_earliest, on_latest, '[]'))`)
  await run(`create index communication_kind on communication (kind, slug)`)
  await run(`create index communication_reply on communication (reply, slug)`)
  await run(`create table communication_mandate (
    record_id bigint not null references record on delete cascade,
    mandate text collate "C" not null,
    primary key (record_id, mandate)
  )`)
  await run(`create index communication_mandate_mandate on communication_mandate (mandate)`)
  await run(`create table communication_earlier (
    record_id bigint not null references record on delete cascade,
    earlier text collate "C" not null,
    primary key (record_id, earlier)
  )`)
  await run(`create index communication_earlier_earlier on communication_earlier (earlier)`)
  await run(`create index communication_slug on communication (slug)`)
  await run(`create index communication_reference on communication (reference_key)`)
  await run(`create table communication_measure (
    record_id bigint not null references record on delete cascade,
    measure text collate "C" not null,
    primary key (record_id, measure)
  )`)
  await run(`create index communication_measure_measure on communication_measure (measure)`)
  await run(`create table event (
    record_id bigint primary key references record on delete cascade,
    slug text collate "C" not null,
    jurisdiction text collate "C" not null,
    kind text collate "C" not null,
    on_earliest date,
    on_latest date
  )`)
  await run(`create index event_slug on event (slug)`)
  await run(`create index event_jurisdiction on event (jurisdiction, slug)`)
  await run(`create index event_state on event (split_part(jurisdiction, '-', 1), slug)`)
  await run(`create index event_on on event (coalesce(on_earliest, 'infinity'), slug)`)
  await run(`create index event_on_down on event (coalesce(on_earliest, '-infinity'), slug)`)
  await run(`create index event_within on event using gist (daterange(on_earliest, on_latest, '[]'))`)
  await run(`create table event_measure (
    record_id bigint not null references record on delete cascade,
    measure text collate "C" not null,
    primary key (record_id, measure)
  )`)
  await run(`create index event_measure_measure on event_measure (measure)`)
  await run(`create index event_kind on event (kind, slug)`)
  for (const [table, column] of [
    ['event_communication', 'communication'],
    ['event_right', 'right_slug'],
  ] as const) {
    await run(`create table ${table} (
      record_id bigint not null references record on delete cascade,
      ${column} text collate "C" not null,
      primary key (record_id, ${column})
    )`)
    await run(`create index ${table}_${column} on ${table} (${column})`)
  }
  await run(`create table family_member (
    record_id bigint not null references record on delete cascade,
    family text collate "C" not null,
    measure text collate "C" not null,
    ordinal integer not null,
    primary key (record_id, measure)
  )`)
  await run(`create index family_member_measure on family_member (measure)`)
  await run(`create index family_member_family on family_member (family)`)
  await run(`create table standing (
    measure text collate "C" not null,
    from_version integer not null,
    to_version integer,
    body json not null,
    primary key (measure, from_version)
  )`)
  await run(`create table status_span (
    measure text collate "C" not null,
    from_version integer not null,
    to_version integer,
    from_on date not null,
    until_on date,
    status text collate "C" not null,
    primary key (measure, from_version, from_on)
  )`)
  await run(`create index status_span_status on status_span (status, measure)`)
}
