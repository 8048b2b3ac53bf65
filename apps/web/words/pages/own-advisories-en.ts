// SPDX-License-Identifier: EUPL-1.2
import type { OwnAdvisoryWords } from './own-advisories-nl.ts'

export const ownAdvisoriesEn: OwnAdvisoryWords = {
  title: 'Own products',
  text: 'What you tell your customers about weaknesses in what you make. Keep products, weaknesses and advisories in the registers; a second person approves an advisory. The world reads along only once you switch publishing on.',
  registers: {
    products: 'Products',
    vulnerabilities: 'Weaknesses',
    advisories: 'Advisories',
  },
  empty:
    'There is no advisory yet. Begin with the product, then the weakness, and write the advisory.',
  advisory: 'Advisory',
  state: 'State',
  states: { draft: 'draft', published: 'approved', withdrawn: 'withdrawn' },
  missing: 'What is still missing',
  problems: {
    'no-revision': 'a revision with moment and summary',
    'no-weakness': 'a weakness',
    'no-product': 'a product with each weakness',
    'no-publisher': 'your name and address, below',
    'id-unusable': 'a number of letters, digits, points and hyphens',
    'not-approved': 'the approval of a second person',
  },
  rule: (number) => `rule ${number} of CSAF`,
  better: 'Can be better, which keeps nothing from being published',
  warnings: {
    '6.2.18': 'write the affected versions as VERS, like vers:intdot/<2.4.1 (CSAF 6.2.18)',
  },
  nothing: 'nothing',
  publication: 'Published',
  revision: (number, on) => `revision ${number}, ${on}`,
  publish: 'Publish',
  again: 'Publish again',
  draft: 'See it as CSAF',
  settings: 'Publishing for everybody',
  isOn: 'The world may read the approved advisories',
  name: 'Name of your company',
  namespace: 'Web address of your company',
  contact: 'Where a weakness is reported',
  contactHelp: 'For instance a mail address and a telephone number.',
  address: 'Address of this server',
  addressHelp: 'As the world reaches it, with https.',
  save: 'Save',
  metadata: 'Your address for readers',
}
