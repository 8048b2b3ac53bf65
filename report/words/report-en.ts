// SPDX-License-Identifier: EUPL-1.2
import { chaptersEn } from './chapters-en.ts'
import { decided } from './decided.ts'
import type { Catalogue } from './report-nl.ts'
import type { Tongue } from './sentence-words.ts'

/** All texts of the report that are not a sentence of the baseline. */
export const reportEn: Catalogue = {
  language: 'English',
  title: (organisation) => `Baseline of ${organisation}`,
  kind: 'Cyber security baseline',
  asOf: (date) => `As of ${date}`,
  page: 'page',
  skip: 'Go to the content',
  contents: 'Contents',
  source: 'Source',
  needs: 'Needs',
  seeTable: 'The same data as a table',
  unknown: 'not known',
  notMeasured: 'not measured',
  none: 'none',
  others: (count) => `${count} others`,
  yes: 'yes',
  no: 'no',
  front: {
    title: 'Are we in control?',
    answer: (of, say) =>
      [
        of.measured === 0
          ? 'No section has been measured yet'
          : `${say.of(of.below, of.measured)} sections below your level`,
        ...contradictedPart(of.contradicted, say),
        ...(of.missing > 0 ? [`${say.number(of.missing)} not measured`] : []),
      ].join(' · '),
    answerNoLevel: (of, say) =>
      [
        `${say.of(of.measured, of.measured + of.missing)} sections measured; you have not set a level yet`,
        ...contradictedPart(of.contradicted, say),
      ].join(' · '),
    changed: (of) => `since ${of.date}: ${of.solved} solved, ${of.added} new`,
    scope: 'Does the law apply to you?',
    dates: 'What this asks of you, by date',
    figures: 'Three figures',
    next: 'What would complete this picture',
    stops: 'What could stop the factory',
    stopsColumns: {
      what: 'What can happen, and why here',
      lost: 'What would stand still',
      outage: 'How long',
      money: 'Loss each time',
    },
    stopsSame: (lines) =>
      `The amounts look alike: it is the same lines each time (${lines}). The cause and what helps against it differ.`,
    perHour: (name, amount) => `${name}, ${amount} an hour`,
    safety: 'danger to people',
    nothingKnown: 'not known which process',
    ofRisk: (number) => `, from risk ${number}`,
    stopsMore: (count) => `${count} more in the chapter Risks`,
    decisions: 'Decide today',
    decisionsMore: (count) => `${count} more in the chapter Decisions`,
    noDecisions: 'No decision is asked today.',
    noStops: 'No risk is proposed: too little has been measured yet.',
    ifYes: 'Yes',
    ifNo: 'No',
    by: (date) => `by ${date}`,
    proposedBy: (name) => `proposed by ${name}`,
    costs: (amount) => `costs ${amount}`,
    since: (date) => `since ${date}`,
    from: (date) => `from ${date}`,
    dateUnknown: 'date not known',
    noDate: 'without a date',
    dateColumns: { when: 'When', what: 'What' },
    certificateHeld: 'certificate obtained',
    certificateAsked: (left) => `obtain a training certificate${left}`,
    certificateLate: 'training certificate: the term has passed',
    certificateUnknown: 'date of appointment not known, hence neither is the term',
    certificateNone: (names) => `No statutory duty to train: ${names}.`,
    monthsLeft: (months, say) => `, ${say.count(months, 'month', 'months')} left`,
    daysLeft: (days, say) => `, ${say.count(days, 'day', 'days')} left`,
    moreDates: (count) => `${count} more in the chapter Law and board`,
    unknownMoney: 'amount not known',
    unknownOutage: 'duration not known',
    axisFromZero: (high) => `0 to ${high}`,
    axis: (low, high) => `${low} – ${high}, × 10 a step`,
    perTime: 'each time',
  },
  scope: {
    yes: (entity) => `Yes. You are an ${entity}.`,
    no: 'No, the law does not apply to you directly.',
    noButCustomers: 'Customers to whom it does apply may pass on demands by contract.',
    division: (division) => `Division ${division} (NACE)`,
    sectorListed: (sector, annex) => `${sector} is listed in Annex ${annex} of the directive`,
    sectorNotListed: (division) =>
      division === null
        ? 'Your main activity is not listed in the annexes of the directive'
        : `Your main activity (NACE ${division}) is not listed in the annexes of the directive`,
    size: (of) =>
      `With ${of.staff} annual work units, ${of.turnover} turnover and a balance sheet of ${of.balance} (${of.year}) you are a ${of.size}`,
    designated: 'The minister has designated you',
    popularDiffers: (why) => `Often read, but not what the law says: ${why}.`,
    popularInScope: 'By the well-known rule of thumb the law would apply',
    popularOutOfScope: 'By the well-known rule of thumb the law would not apply',
    supervisor: (names) => `Supervision: ${names}.`,
    portal: (name) => `Register and report: ${name}.`,
    open: (count, say) =>
      `${say.count(count, 'question', 'questions')} only you can answer; see Law and board.`,
  },
  duties: {
    care: 'duty of care',
    board_approval: 'approval by the board',
    reporting: 'report incidents',
    registration: 'register',
    board_knowledge: 'knowledge and certificate',
    inform_recipients: 'tell recipients of services',
    registration_change: 'report changes',
    board_training_current: 'keep knowledge current',
    supplier_exclusion: 'exclude suppliers on order',
    product_reporting: 'report exploited weaknesses in own products',
    product_requirements: 'products meet the CRA',
    machinery_control_software: 'machines protect their controls (Machinery Regulation)',
  },
  dike: {
    title: 'The dike: ten duties of care by height and firmness',
    caption: 'The ten duties of care',
    describe: (of, say) =>
      `Height is maturity from 0 to 5, the texture is what it rests on. ${say.count(of.below, 'section is', 'sections are')} below the board's level, ${say.number(of.contradicted)} ${say.plural(of.contradicted, 'is', 'are')} contradicted, ${say.number(of.missing)} ${say.plural(of.missing, 'is', 'are')} not measured.`,
    board: (of) =>
      `your level ${of.level}${of.others.map(({ name, level }) => `, ${name.toLowerCase()} ${level}`).join('')}${decided(of.decision, 'decision')}${of.date === null ? '' : ` of ${of.date}`}`,
    noBoard: 'you have not set a level yet',
    tested: 'tested',
    shown: 'shown',
    said: 'only said',
    contradicted: 'contradicted by what we measured',
    short: 'missing up to your level',
    earlier: (date) => `as of ${date}`,
    columns: {
      section: 'Section',
      level: 'Level',
      target: 'Your level',
      rests: 'Rests on',
      measured: 'Requirements measured',
      contradicted: 'Contradicted',
      earlier: 'Earlier',
    },
    weakest: (of) => `Weakest: ${of.requirement}, at level ${of.level}.`,
    raise: (of) => `This raises it: ${of.action} (${of.owner}, ${of.due}${of.cost}).`,
    here: (requirements) => `, here ${requirements}`,
    raiseRequirement: (requirement) =>
      `This raises it: start with ${requirement}; no action with a name and a date exists yet.`,
    unknown: 'We do not know. Answer the requirements of this section in answers.yaml.',
    state: (of) =>
      `${of.name} is at level ${of.level}${of.target === null ? '' : `, your level is ${of.target}`}.`,
    open: 'Open this section',
    hint: 'Choose a section to see its weakest point and what raises it.',
    restsOn: (of) =>
      [
        of.tested > 0 ? `${of.tested}% tested` : '',
        of.shown > 0 ? `${of.shown}% shown` : '',
        of.said > 0 ? `${of.said}% only said` : '',
      ]
        .filter((text) => text !== '')
        .join(', '),
  },
  roadmap: {
    title: 'Roadmap: thirteen weeks',
    intro: (of, say) =>
      `${say.count(of.actions, 'action', 'actions')} from ${of.from} to ${of.to}, ${of.quick} of them quick wins. After that the same round follows every quarter.`,
    cost: (amount) => `Estimated at ${amount} together, as far as known.`,
    describe:
      'Thirteen weeks with the actions of each phase, who does them and when they are done.',
    week: 'week',
    quickWin: 'quick win',
    other: 'action; its length is the work: hours, days or weeks',
    more: (count) => `${count} more actions in the table`,
    span: (from, to) => `${from} – ${to}`,
    table: 'All actions',
    columns: {
      number: 'No.',
      action: 'Action',
      owner: 'Who',
      due: 'Done',
      week: 'Week',
      effort: 'Work',
      cost: 'Cost',
      for: 'For',
    },
    empty: 'There are no actions yet.',
  },
  decisions: {
    title: 'Decisions',
    columns: {
      question: 'Asked',
      yes: 'If yes',
      no: 'If no',
      terms: 'When and how much',
    },
  },
  measures: {
    title: 'The ten duties of care',
    intro:
      'For each section: what you say, what counts and what it rests on. Expired evidence does not count, and what we measured otherwise goes down.',
    columns: {
      id: 'Req.',
      text: 'What the law asks, in our words',
      claimed: 'Said',
      level: 'Counts',
      rests: 'Rests on',
      evidence: 'Evidence',
    },
    lowered: (reasons) => `lowered: ${reasons}`,
    notApplicable: (reason) => `Not applicable: ${reason}`,
    contradictedBy: 'contradicted by finding',
    unanswered: (count, say) =>
      count === 1
        ? 'Not answered, does not count: '
        : `${say.number(count)} requirements not answered, they do not count: `,
    nothing:
      'None of the eighty requirements has been answered yet. To get on: give a level and the evidence for each in answers.yaml. This is asked:',
    level: 'level',
    of: (measured, applicable) => `${measured} of ${applicable} requirements measured`,
    law: 'Law',
  },
  ...chaptersEn,
  law: {
    title: 'Law and board',
    directors: 'Directors',
    directorColumns: {
      name: 'Name',
      appointed: 'Appointed',
      due: 'Certificate by',
      certificate: 'Certificate',
      status: 'State',
      ground: 'Article',
    },
    noDirectors: 'Not measured: people.csv names no directors.',
    notExecutive: 'not executive',
    covers: 'covers the subjects',
    coversNot: 'does not cover all subjects',
    duties: 'Duties',
    dutyColumns: { duty: 'Duty', from: 'In force from', due: 'By', article: 'Article' },
    standing: 'standing',
    grounds: 'Why this outcome',
    groundColumns: {
      rule: 'Rule',
      with: 'Facts',
      article: 'Article',
      source: 'Source',
      confidence: 'Certainty',
    },
    fines: 'At most',
    finesIntro:
      'These are the highest amounts the law names, not an expectation. Fines follow other steps and weigh the circumstances.',
    fineColumns: { who: 'For', breach: 'On', max: 'At most', article: 'Article' },
    entity: 'company',
    boardMember: 'director in person',
    questions: 'Questions only you can answer',
    authorities: 'Whom you deal with',
    authorityColumns: { role: 'Role', name: 'Name', source: 'Source', confidence: 'Certainty' },
    confidence: {
      verified: 'read in the law',
      known: 'reliable source',
      uncertain: 'uncertain',
    },
    disclaimer: 'The official texts prevail. This is not legal advice.',
  },
  method: {
    title: 'Method and limits',
    intro:
      'This baseline only listens and sends nothing. What was not measured counts nowhere as zero and nowhere as fine.',
    notMeasured: 'Not measured',
    notMeasuredItem: (part) => `${part}: not given`,
    everything: 'All parts of the input were given.',
    limits: 'What this capture could not see',
    help: 'What would help',
    captures: 'Network captures',
    captureColumns: {
      file: 'File',
      packets: 'Packets',
      first: 'First',
      last: 'Last',
      oddities: 'Unreadable',
    },
    coverage: (of, say) => [
      ...(of.silent > 0
        ? [
            `${say.count(of.silent, 'device', 'devices')} sent nothing in these captures; we know ${say.plural(of.silent, 'it', 'them')} only from others`,
          ]
        : []),
      ...(of.oneWay > 0
        ? [`of ${say.count(of.oneWay, 'conversation', 'conversations')} only one side was seen`]
        : []),
      ...(of.encrypted > 0
        ? [
            `${say.count(of.encrypted, 'conversation in the factory is', 'conversations in the factory are')} encrypted: what was in there is unknown`,
          ]
        : []),
    ],
    noLimits:
      'Every device spoke for itself, every conversation was seen from both sides and nothing in the factory was encrypted. What happened outside these captures is unknown.',
    noOddities: 'nothing',
    ranges: (ranges) => `Counted as inside the company: ${ranges}.`,
    protocols: 'What was spoken',
    moreProtocols: (count) => `And ${count} more in baseline.json.`,
    protocolColumns: { protocol: 'Protocol', packets: 'Packets', bytes: 'Bytes' },
    rejected: 'Lines we could not read',
    rejectedColumns: { where: 'Place', expected: 'Expected', found: 'Found' },
    ladder: 'The ladder of maturity',
    ladderColumns: { level: 'Level', name: 'Name', meaning: 'Meaning' },
    changed: (date) => `Changed since ${date}`,
    changedItems: (of, say) => [
      `${say.count(of.newAssets, 'device', 'devices')} new, ${say.number(of.goneAssets)} gone`,
      `${say.count(of.newFindings, 'finding', 'findings')} new, ${say.number(of.solved)} solved`,
    ],
  },
  glossary: { title: 'Words', term: 'Word', meaning: 'Meaning', other: 'Dutch' },
  sources: {
    title: 'Origin',
    intro:
      'The same input gives the same report, byte for byte. The fingerprint (SHA-256) proves which files they were.',
    columns: { file: 'File', kind: 'Kind', bytes: 'Bytes', sha256: 'SHA-256' },
    attached: 'All figures are also in baseline.json, attached to this document.',
    replaced: 'A character the font does not have is shown as □.',
  },
}

function contradictedPart(count: number, say: Tongue): readonly string[] {
  return count === 0 ? [] : [`${say.number(count)} contradicted by what we measured`]
}
