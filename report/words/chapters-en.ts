// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from './report-nl.ts'

type Chapters = Pick<Catalogue, 'network' | 'inventory' | 'findings' | 'risks' | 'suppliers'>

/** Texts of the chapters that show what was found. */
export const chaptersEn: Chapters = {
  network: {
    title: 'The network',
    intro: 'Office above, factory below. A red line breaks through a wall where no gate should be.',
    describe: (of, say) =>
      `${say.count(of.zones, 'zone', 'zones')} with ${say.count(of.devices, 'device', 'devices')}; ${say.count(of.forbidden, 'forbidden flow', 'forbidden flows')}.`,
    level: (level) => `Level ${level}`,
    levelUnknown: 'Level ?',
    holds: {
      '5': 'internet',
      '4': 'office',
      '3.5': 'zone between',
      '3': 'production',
      '2': 'operation',
      '1': 'control',
      '0': 'process',
    },
    holdsUnknown: 'not known',
    devices: (count, say) =>
      count === 0 ? 'no devices seen' : say.count(count, 'device', 'devices'),
    others: 'others',
    unknownRole: 'kind unknown',
    allowed: 'allowed, through a gate',
    forbidden: 'forbidden',
    findingMark: 'number of the finding',
    notDocumented: 'not documented',
    wall: 'wall between levels',
    width: 'width: how much traffic',
    more: (count) => `${count} more flows in the table`,
    caption: 'Traffic between zones',
    columns: {
      from: 'From',
      to: 'To',
      services: 'Over',
      packets: 'Packets',
      conversations: 'Conversations',
      verdict: 'Verdict',
      finding: 'Finding',
    },
    empty: 'Not measured: there are no network captures, or no traffic between zones was seen.',
  },
  inventory: {
    title: 'Devices',
    intro: (of) =>
      `${of.seen} seen; ${of.registered === null ? 'there is no register to compare with' : `${of.registered} are in the register`}. We know the model of ${of.model} and the firmware of ${of.firmware}. An empty cell is unknown, not fine.`,
    noZone: 'Without a zone',
    behind: 'behind this device',
    nothingInside: 'No device of the company itself was seen in the captures.',
    caption: 'Seen on the network',
    columns: {
      name: 'Name',
      role: 'Kind, and what shows it',
      maker: 'Maker and model',
      firmware: 'Firmware',
      address: 'Address',
      register: 'Register',
    },
    notRegistered: 'not in register',
    row: (line) => `line ${line}`,
    registerOnly: 'In the register, not seen',
    registerColumns: { name: 'Name', zone: 'Zone', row: 'Register', why: 'Why' },
    notSeen: 'not seen',
    cannotBeSeen: 'out of reach of the capture or not connected',
    empty: 'Not measured: no network captures were given.',
    more: (count) => `And ${count} more; all devices are in assets.csv and baseline.json.`,
    onlyOutside: (count, say) =>
      `${say.count(count, 'address', 'addresses')} outside the company ${say.plural(count, 'is', 'are')} left out here.`,
  },
  findings: {
    title: 'Findings',
    intro: (of, say) => {
      const counts = of.counts.filter(({ count }) => count > 0)
      const parts = counts.map(({ name, count }) => `${say.number(count)} ${name}`)
      return `${say.count(of.findings, 'finding', 'findings')}: ${say.list(parts)}. First what is done about each kind, then every case: what was said beside what was seen.`
    },
    summary: 'Findings by kind',
    summaryColumns: {
      kind: 'Kind',
      count: 'Count',
      worst: 'Worst',
      action: 'What is done about it',
    },
    noAction: 'no action yet',
    alsoActions: (count) => (count === 1 ? '· also action' : '· also actions'),
    claimed: 'Said',
    columns: {
      number: 'No.',
      severity: 'Severity',
      claimed: 'Said',
      seen: 'Seen',
      proof: 'To be seen in',
    },
    lowers: 'Counts for less because of this',
    concerns: 'Is about',
    frames: (capture, frames) => `${capture}\u00a0· frame\u00a0${frames}`,
    rows: (file, rows) => `${file}\u00a0· line\u00a0${rows}`,
    moreFrames: (count) => `and ${count} more`,
    moreFiles: (count) => (count === 1 ? 'and 1 other file' : `and ${count} other files`),
    none: 'Nothing was found that contradicts your data.',
    noneMeasured: 'Not measured: without captures and answers there is nothing to compare.',
    detections: 'Everything that stood out in the captures',
    detectionsIntro:
      'Also what contradicts nothing. Whether it belongs there is for a person to judge.',
    detectionColumns: {
      from: 'From',
      to: 'To',
      via: 'Over',
      count: 'Times',
      proof: 'To be seen in',
    },
    computedFrom: {
      inventory: 'chapter Devices',
      measures: 'chapter The ten duties of care',
      contradictions: 'chapter Findings',
      risks: 'chapter Risks',
      suppliers: 'chapter Suppliers',
      directors: 'chapter Law and board',
    },
  },
  risks: {
    title: 'Risks',
    intro: 'What can happen, why here, and what it costs. Likelihood and impact run from 1 to 5.',
    describe: 'For each risk a bar from the lowest to the highest loss in euros.',
    caption: 'Risks in euros and standstill',
    columns: {
      number: 'No.',
      risk: 'Risk',
      likelihood: 'Likelihood',
      impact: 'Impact',
      outage: 'Standstill',
      money: 'Loss each time',
    },
    level: (level, reasons) => `${level} of 5: ${reasons}.`,
    loses: 'What you would lose:',
    likelihood: 'Likelihood',
    impact: 'Impact',
    findings: 'finding',
    actions: 'action',
    none: 'No risk is proposed: too little has been measured yet.',
    jewels: 'Crown jewels',
    jewelColumns: {
      process: 'Process',
      owner: 'Owner',
      cost: 'Cost per hour',
      most: 'May be down',
      recovery: 'Recovery target',
      test: 'Last restore test',
    },
  },
  suppliers: {
    title: 'Suppliers',
    intro:
      'The suppliers without whom the factory does not run, and what is not arranged with them.',
    columns: { name: 'Supplier', critical: 'Critical', gaps: 'Not arranged', source: 'Source' },
    none: 'Not measured: no list of suppliers was given.',
    inOrder: 'no gap found',
  },
}
