/** Days that were announced: planned steps and deadlines, also those that a later version no longer holds. */
import { sql } from 'kysely'
import { isOneOf } from '../expressions/one-of.ts'
import type { Db } from '../tables.ts'
import type { Day } from '../vocabulary/edtf.ts'

export interface AnnouncedRow {
  record: 'measure' | 'communication'
  slug: string
  /** Of the step; "deadline" for a letter's. */
  key: string
  /** What is announced, as the newest version that held it says. */
  label: string
  title: string
  earliest: Day | null
  latest: Day | null
  /** Whether it still stands as announced: held by the version asked for. */
  stands: boolean
  /** How often its days or words have changed since it was first announced; going and coming back count too. */
  revision: number
  /** When it was last touched. */
  at: string
}

/**
 * What has been announced up to a version for measures and letters with these slugs. A step that was planned once is listed for
 * ever: as it stands while a version holds it (planned or come true), else as gone. One statement.
 */
export async function listAnnounced(
  db: Db,
  { measures, letters }: { measures: readonly string[]; letters: readonly string[] },
  version: number,
): Promise<AnnouncedRow[]> {
  const { rows } = await sql<AnnouncedRow>`
    with told as (
      select owner.record, owner.slug, step.key, step.label, step.on_earliest as earliest, step.on_latest as latest,
        measure.summary->'short_title'->>'en' as title, step.planned, owner.from_version, owner.to_version
      from step
      join record as owner on owner.id = step.record_id
      join measure on measure.record_id = owner.id
      where owner.from_version <= ${version} and ${isOneOf('measure.slug', measures)}
      union all
      select owner.record, owner.slug, 'deadline', 'Reply due', letter.due_on, letter.due_on,
        coalesce(owner.body->>'reference', owner.body->'title'->>'en'), letter.due_on is not null,
        owner.from_version, owner.to_version
      from communication as letter
      join record as owner on owner.id = letter.record_id
      where owner.from_version <= ${version} and letter.due_on is not null and ${isOneOf('letter.slug', letters)}
    ), ranked as (
      select told.*, version.at,
        bool_or(planned) over parts as announced,
        row_number() over (partition by told.record, told.slug, told.key order by told.from_version desc) as place,
        case
          when lag(told.to_version) over lives < told.from_version then 2
          when (lag(label) over lives, lag(title) over lives, lag(earliest) over lives, lag(latest) over lives)
            is distinct from (label, title, earliest, latest) then 1
          else 0
        end as turned
      from told join version on version.number = told.from_version
      window parts as (partition by told.record, told.slug, told.key),
        lives as (partition by told.record, told.slug, told.key order by told.from_version)
    ), counted as (
      select ranked.*, sum(turned) over (partition by record, slug, key) - 1 as turns from ranked
    )
    select record, slug, key, label, title, earliest, latest,
      (to_version is null or to_version > ${version}) as stands,
      (turns + case when to_version <= ${version} then 1 else 0 end)::int as revision,
      coalesce((select closing.at from version as closing where closing.number = counted.to_version
        and counted.to_version <= ${version}), at) as at
    from counted
    where place = 1 and announced
    order by record, slug, key`.execute(db)
  return rows
}
