// SPDX-License-Identifier: EUPL-1.2
import type { ScopeWords } from './scope-nl.ts'

export const scopeEn: ScopeWords = {
  title: 'Does the law apply to us?',
  intro:
    'The [[cyberbeveiligingswet|law]] looks at each legal entity on its own: at what it does, how large it is which [[verbonden_onderneming|group]] it belongs to. Below is what follows from your figures, and what that rests on.',
  none: 'There is no legal entity on record yet. Fill in the figures of your company below; the verdict follows as you type.',
  yes: (entity) => `Yes. This is an ${entity}.`,
  no: 'No, the law does not apply directly.',
  notYet: 'We do not know this yet.',
  size: (of) =>
    `Reckoned with ${of.staff} [[arbeidsjaareenheid|work units]], ${of.turnover} turnover and ${of.balance} balance sheet, the group included: a [[omvangscriterium|${of.size}]].`,
  gapsTitle: 'What is missing',
  gaps: {
    jurisdiction: 'The country in which the legal entity is established.',
    country_without_pack:
      'Schouw does not know the law of this legal entity’s country yet. Ask there.',
    sector: 'What the legal entity does: its activity code (NACE), sector or annex.',
    fiscal_years: 'Staff, turnover and balance sheet of at least one financial year.',
    relation_figures: (names) =>
      `The figures of ${names}. Until they are there, the size can only turn out larger.`,
  },
  questionsTitle: 'What only you can answer',
  popularTitle: 'What you often read',
  popularSame:
    'The popular rule, one of three figures above the limit, comes to the same here. It stays a rule of thumb: the law asks for 50 work units, or turnover and balance sheet both above 10 million.',
  popularIn: (why) =>
    `By the popular rule, one of three figures above the limit, the law would apply. That is not right: ${why}.`,
  popularOut: (why) =>
    `By the popular rule, one of three figures above the limit, the law would not apply. That is not right: ${why}.`,
  grounds: 'Why this outcome',
  groundColumns: ['Rule', 'Facts', 'Article', 'Confidence'],
  duties: 'What has to be done then',
  dutyColumns: ['Duty', 'Applies from', 'No later than', 'Article'],
  standing: 'standing',
  authorities: 'Whom you deal with',
  authorityColumns: ['Role', 'Name', 'Confidence'],
  roles: {
    competent_minister: 'Competent minister',
    supervisor: 'Supervisor',
    csirt: 'Incident response team (CSIRT)',
    portal: 'Portal for registering and reporting',
  },
  fines: 'The highest fines',
  finesIntro:
    'These are the highest amounts that the law names, not an expectation. A fine follows only after other steps and by circumstances.',
  fineColumns: ['For', 'In case of', 'At most', 'Article'],
  entity: 'the company',
  boardMember: 'a director personally',
  disclaimer: 'The official texts prevail. This is not legal advice.',
  figures: 'Figures and activity',
  figuresHelp:
    'The verdict above follows what you type here. It is in the register only once you save.',
  whatIf: 'This verdict belongs to what you typed below and is not saved yet.',
  name: 'Name of the legal entity',
  nace: 'Activity code (NACE)',
  naceHelp: 'Such as 28.93, from the trade register',
  annex: 'Annex of the directive',
  annexes: {
    '': 'follows from the activity code',
    annex_i: 'Annex I',
    annex_ii: 'Annex II',
    neither: 'neither of the two',
  },
  prior: 'Size in earlier years',
  sizes: { '': 'not known', micro: 'micro', small: 'small', medium: 'medium', large: 'large' },
  digital: 'Digital products',
  year: 'Financial year',
  staff: 'Work units',
  turnover: 'Turnover in euros',
  balance: 'Balance sheet in euros',
  addYear: 'Add a financial year',
  badYear:
    'A financial year counts only with four numbers: year, work units, turnover and balance sheet, such as 2025, 62.5, 14000000 and 9000000.',
  save: 'Save with the legal entity',
  saved: 'Saved. The verdict above now rests on the register.',
  group: 'Relations within the group are kept with',
  groupLink: 'the group',
  recheck:
    'Figures or activities have changed since the last conclusion. Put the verdict before the board again.',
  other: (was, is) => `The register says: ${was}. The figures now lead to: ${is}.`,
  states: {
    scope_open: 'not concluded yet',
    scope_concluded: 'concluded',
    scope_lapsed: 'conclusion lapsed',
  },
  self: 'What the government’s self-evaluation said',
  selfIntro:
    'Do the government’s [[zelfevaluatie|self-evaluation]] too, and put its outcome here beside ours. Keep the print as evidence.',
  selfNone: 'Not on record yet.',
  selfSame: 'That agrees with the verdict above.',
  selfOther:
    'That differs from the verdict above. Find out which fact is different, and explain it in the decision.',
  outcome: 'Outcome',
  outcomes: {
    essential: 'essential entity',
    important: 'important entity',
    out_of_scope: 'not in scope',
    undecided: 'undecided',
  },
  doneOn: 'Done on',
  file: 'Print or screenshot',
  fileHelp: 'Without a file the outcome counts as said, not as shown.',
  selfSave: 'Record the outcome',
  selfName: (entity) => `Self-evaluation of scope: ${entity}`,
  selfText: (outcome) => `The outcome of the government’s self-evaluation was: ${outcome}.`,
  decide: 'Have the board conclude this',
  decideIntro:
    'A verdict on scope is a decision with a date. Schouw prepares a draft with the calculation in it.',
  makeDraft: 'Make a draft decision',
  drafts: 'Decisions about this',
  conclude: 'Conclude for the legal entity',
  concludeText: 'A director confirms this as the second person.',
  concludeWaits: 'This now waits for a director.',
  draft: {
    name: (entity) => `Scope of the law: ${entity}`,
    questionIn: (entity, verdict) =>
      `Does the board conclude that ${entity} is an ${verdict}, with the duties that go with it?`,
    questionOut: (entity) =>
      `Does the board conclude that ${entity} does not fall directly under the law?`,
    calculation: 'Calculation',
    groundsTitle: 'Grounds',
    gapsTitle: 'Not known yet',
    ifYes:
      'The conclusion stands with its date and grounds, and is looked at again as soon as figures or activities change.',
    ifNo: 'The verdict goes back with the question which fact is wrong.',
    ifNothing:
      'The duties of the law apply all the same; only the proof that the board looked at it is missing.',
  },
  bounds: 'What is in and what is out',
  boundColumns: ['What', 'Kind', 'Outcome', 'Reason'],
  kinds: {
    'legal-entity': 'legal entity',
    site: 'site',
    brand: 'brand',
    supplier: 'partner in the chain',
  },
  partner: {
    essential: 'falls under the law itself; you weigh the risk and settle it in the contract',
    important: 'falls under the law itself; you weigh the risk and settle it in the contract',
    no: 'does not fall under the law itself; what you ask holds by contract only',
    unknown: 'whether it falls under the law itself is not known; ask',
  },
  in: 'in',
  out: 'out',
  follows: (entity) => `follows ${entity}`,
  noEntity: 'belongs to no legal entity yet',
  customersTitle: 'What your customers will ask',
  customersIntro:
    'Customers who do fall under the law have to weigh the risks of their suppliers (Art. 21(3)(d)). They will almost certainly ask you this; with these answers you are ahead of them.',
  customers: [
    ['Who looks after security, and whom to call in an incident.', '/registers/persons'],
    ['Whether and how fast you report an incident that touches them.', '/registers/contracts'],
    ['How you reach their machines from afar, and who may.', '/registers/remote-accesses'],
    [
      'Which software is in your machines, and how long you update it.',
      '/registers/software-components',
    ],
    [
      'Whether you can come back after an attack: backups and the last restore test.',
      '/registers/restore-tests',
    ],
    ['What proof you have: a certificate, an audit, a baseline.', '/registers/evidence-files'],
  ],
}
