// SPDX-License-Identifier: EUPL-1.2
import type { ClauseWords } from './model.ts'

export const clausesEn: ClauseWords = {
  security_duties: [
    'Security demands',
    'Without it you have nothing to ask when things go wrong.',
    'Supplier secures what it delivers, and the systems it does so with, to the state of the art and at least as the annex on security demands says. It names one person who answers for that.',
  ],
  incident_notice: [
    'Notice of incidents',
    'Your own term of 24 hours starts once you know.',
    'Supplier tells of an incident that can touch Customer without delay, and at the latest within [24] hours of becoming aware, by phone on the emergency number in the annex and then in writing. It says what is known and what is not, and helps with investigation and with reports of Customer to authorities.',
  ],
  vulnerability_notice: [
    'Notice of vulnerabilities',
    'You can only close what you know of.',
    'Supplier tells of a vulnerability in what it delivered within [72] hours of establishing it, with what Customer can do meanwhile. As a CSAF document where possible.',
  ],
  component_list: [
    'Component list (SBOM)',
    'With it you know within the hour whether a new hole is yours.',
    'Supplier delivers a list of software components in CycloneDX or SPDX on handing over and with every new version.',
  ],
  update_term: [
    'Security updates',
    'A machine outlives the care for its software.',
    'Supplier delivers security updates without charge for [ten] years after handing over, tested on the configuration delivered, and says at least [two] years ahead when that ends.',
  ],
  remote_access: [
    'Remote access',
    'Most intruders in a factory came through this door.',
    'Supplier comes in only through the facility of Customer, with personal accounts and a second factor, after consent for each visit and within the agreed window. Sessions are recorded. Modems and screen-sharing tools of its own are not allowed. Customer may cut any connection at any time.',
  ],
  personnel: [
    'Personnel',
    'Whoever walks in has to be somebody you can trust.',
    'Supplier sends people whose reliability was checked, who signed for confidentiality and who are taught safe working every year. It tells within one working day who no longer needs access.',
  ],
  audit_right: [
    'Audit',
    'You have to be able to show that you looked.',
    'Customer, or an independent third party on its behalf, may check once a year and after an incident whether this is kept. A valid certificate that covers what is delivered can take the place of the yearly check.',
  ],
  subcontracting: [
    'Subcontractors',
    'A chain is as strong as whoever you do not know.',
    'Supplier engages others for essential parts only after consent, lays the same demands on them and stays liable for them. It keeps a current list.',
  ],
  continuity: [
    'Continuing and recovering',
    'Its standstill becomes yours.',
    'Supplier keeps plans and backups with which it can resume delivery within the agreed time, tests them every year and shows the outcome.',
  ],
  joint_exercise: [
    'Joint exercises',
    'The first time to work together should not be the night itself.',
    'On request Supplier takes part in an exercise of Customer once a year, and in the improvements that follow.',
  ],
  exit: [
    'Exit',
    'Whoever cannot leave cannot ask for anything.',
    'At the end of the agreement Supplier helps with the move for [six] months, hands over documentation, project files, passwords and licences, and goes on delivering until the move is done.',
  ],
  data_return: [
    'Return of data',
    'Data that stay behind leak later.',
    'Supplier returns all data in a usual form within [30] days of the end, then erases its copies and confirms so in writing.',
  ],
  confidentiality: [
    'Confidentiality',
    'Drawings of your network are directions for the road.',
    'Supplier keeps whatever it learns of the systems, processes and security of Customer confidential, also after the end.',
  ],
  personal_data: [
    'Personal data',
    'This asks an agreement of its own.',
    'Parties conclude a processing agreement. Supplier tells of a breach within [24] hours.',
  ],
}
