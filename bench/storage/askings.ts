// SPDX-License-Identifier: EUPL-1.2
// What people ask of registers, as a path and as the statement one would write by hand for it.
import { idOf, owner } from './registers.ts'
import type { Who } from './serving.ts'

export interface Asking {
  readonly name: string
  readonly path: (n: number) => string
  readonly sql: (n: number) => string
  /** Everybody but a customer when absent. */
  readonly by?: readonly Who[]
}

const columns = 'id, version, state, document, meta, changed_at, changed_by'

function select(kind: string, where: string, order: string, limit = 51) {
  return `select ${columns} from records where kind = '${kind}' and not is_retired
    ${where === '' ? '' : `and ${where}`} order by ${order} limit ${limit}`
}

const fixed = (path: string) => () => `/api/v1/${path}`
const byTitle = 'sort_title, id'
const refersTo = (kind: string, field: string, target: string) =>
  `id in (select l.id from schouw.record_links l
    where l.kind = '${kind}' and l.field = '${field}' and l.target = '${target}')`
const holds = (text: string) => `document @> '${text}'`

export const askings: readonly Asking[] = [
  { name: 'assets', path: fixed('assets'), sql: () => select('asset', '', byTitle) },
  {
    name: 'assets newest change first',
    path: fixed('assets?sort=-changed'),
    sql: () => select('asset', '', 'changed_at desc, id desc'),
  },
  {
    name: 'assets filtered twice',
    path: fixed('assets?filter=criticality:eq:critical&filter=role:eq:plc'),
    sql: () => select('asset', holds('{"criticality":"critical","role":"plc"}'), byTitle),
  },
  {
    name: 'assets searched',
    path: (n) => `/api/v1/assets?q=controller%20${100 + n}`,
    sql: (n) => select('asset', `terms @@ 'controller:* & ${100 + n}:*'::tsquery`, byTitle),
  },
  {
    name: 'assets by number',
    path: fixed('assets?sort=-replacement_cost_eur&filter=replacement_cost_eur:gt:5000'),
    sql: () =>
      select(
        'asset',
        "(document -> 'replacement_cost_eur') > '5000'",
        "(document -> 'replacement_cost_eur') desc, id desc",
      ),
  },
  { name: 'measures', path: fixed('measures'), sql: () => select('measure', '', byTitle) },
  {
    name: 'measures of an owner',
    path: fixed(`measures?filter=owner:eq:${owner}&sort=code`),
    sql: () => select('measure', `owner = '${owner}'`, `(document ->> 'code') collate "C", id`),
  },
  {
    name: 'answers',
    path: fixed('requirement-answers'),
    sql: () => select('requirement-answer', '', byTitle),
  },
  {
    name: 'answers by date',
    path: fixed('requirement-answers?sort=-answered_on'),
    sql: () =>
      select('requirement-answer', '', `(document ->> 'answered_on') collate "C" desc, id desc`),
  },
  {
    name: 'answers of a site',
    path: (n) => `/api/v1/requirement-answers?filter=site:eq:${idOf(2, n)}`,
    sql: (n) =>
      select('requirement-answer', refersTo('requirement-answer', 'site', idOf(2, n)), byTitle),
  },
  {
    name: 'answers filtered by level and evidence',
    path: fixed('requirement-answers?filter=level:lt:2&filter=evidence_level:eq:said'),
    sql: () =>
      select(
        'requirement-answer',
        `(document -> 'level') < '2' and ${holds('{"evidence_level":"said"}')}`,
        byTitle,
      ),
  },
  {
    name: 'answers searched',
    path: fixed(`requirement-answers?q=hall%207%20person%207`),
    sql: () => select('requirement-answer', "terms @@ 'hall:* & 7:* & person:*'::tsquery", byTitle),
  },
  {
    // Nothing of all this is shared: what a customer may see has to be looked for.
    name: 'answers that are shared',
    path: fixed('requirement-answers'),
    sql: () =>
      select(
        'requirement-answer',
        `state = 'checked' and (document ->> 'shared_until') >= '2026-11-21'`,
        'first_entry, id',
      ),
    by: ['customer'],
  },
  {
    name: 'an asset',
    path: (n) => `/api/v1/assets/${idOf(3, n * 31)}`,
    sql: (n) => `select ${columns} from records where id = '${idOf(3, n * 31)}'`,
  },
  {
    name: 'an answer',
    path: (n) => `/api/v1/requirement-answers/${idOf(5, 7 + n * 20)}`,
    sql: (n) => `select ${columns} from records where id = '${idOf(5, 7 + n * 20)}'`,
  },
]
