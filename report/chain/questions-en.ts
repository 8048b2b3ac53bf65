// SPDX-License-Identifier: EUPL-1.2
import type { QuestionWords } from './model.ts'

export const questionsEn: QuestionWords = {
  sections: {
    organisation: 'Your organisation',
    access: 'Access to our systems',
    product: 'What you deliver',
    incidents: 'When something goes wrong',
    people: 'Your people',
    keys: 'When we part',
  },
  questions: {
    'ORG-1': [
      'Has one person been named who answers for security?',
      'Give name and role. This is who we call when something is up.',
    ],
    'ORG-2': [
      'Do you hold a valid certificate that covers what you deliver to us?',
      'ISO 27001 or IEC 62443, for example. Add the certificate with its statement of applicability or scope.',
    ],
    'ORG-3': [
      'Do you know which of your own suppliers you need to deliver to us?',
      'Name the main ones, and what happens when they fail.',
    ],
    'ORG-4': [
      'Do your subcontractors work under the same demands as you?',
      'Think of engineers you hire and cloud services you lean on.',
    ],
    'ORG-5': [
      'Does the NIS2 directive apply to you?',
      'If so, as an essential or an important entity? If not, or if you do not know, say why.',
    ],
    'ACC-1': [
      'Does everybody who signs in at our place have an account of their own?',
      'One account for the whole service desk counts as no.',
    ],
    'ACC-2': [
      'Does everybody use a second factor to sign in from outside?',
      'Say which: an app, a key or a text message.',
    ],
    'ACC-3': [
      'Do you come in only through the gateway that we name?',
      'A modem, router or screen-sharing tool of your own in the machine counts as no.',
    ],
    'ACC-4': [
      'Do you tell us within one working day who no longer needs access?',
      'When somebody leaves, changes job or ends an assignment.',
    ],
    'ACC-5': [
      'Do you open a connection only after our consent, and close it after each visit?',
      'Say how: who calls whom, and who closes.',
    ],
    'ACC-6': [
      'Are laptops and USB sticks that you use on our site checked first?',
      'Or do you use a laptop that we lend?',
    ],
    'ACC-7': [
      'Are your administrator accounts separate for each customer, and for that work only?',
      'Whoever gets in at another customer must not get in here with it.',
    ],
    'ACC-8': [
      'Do you keep for at least half a year what your administrators do here?',
      'Say where it is kept and whether we can have it within a day.',
    ],
    'PRO-1': [
      'Do you develop software under fixed rules for security?',
      'Think of review, tests and who may release. Name the method, IEC 62443-4-1 for example.',
    ],
    'PRO-2': [
      'Do you deliver a list of the components in your software (SBOM)?',
      'Add the newest one, as CycloneDX or SPDX.',
    ],
    'PRO-3': [
      'Do you tell us of your own accord about weaknesses in what you delivered?',
      'Within how many days, by which way, and as CSAF or as a message?',
    ],
    'PRO-4': [
      'Is it laid down how long you deliver security updates?',
      'Name for each product the year in which that ends.',
    ],
    'PRO-5': [
      'Can we check that an update really comes from you?',
      'By a signature or a checksum, for example.',
    ],
    'PRO-6': [
      'Are default passwords replaced before you hand over?',
      'Also on modules, routers and panels of others in your machine.',
    ],
    'PRO-7': [
      'Do you deliver a list of the connections that your machine needs?',
      'From where to where, and what for. We set our firewall by it.',
    ],
    'PRO-8': [
      'Do you deliver a copy of programs and settings, and the way to put it back?',
      'Of controller, panel, drive and robot, after each change.',
    ],
    'PRO-9': [
      'Are connections with your service or portal encrypted?',
      'Name what in the machine cannot do that.',
    ],
    'PRO-10': [
      'Can you show where parts and firmware come from?',
      'Think of counterfeits and of firmware that its maker did not make.',
    ],
    'INC-1': [
      'Do you tell us within 24 hours of an incident that can touch us?',
      'Give the number you would call. The law sets us a term of our own.',
    ],
    'INC-2': [
      'Do you have an incident plan that was exercised in the last year?',
      'Give the date and what you learned.',
    ],
    'INC-3': ['Do you take part when we exercise a failure or an attack?', 'Half a day a year.'],
    'INC-4': [
      'Did you restore something from your backups in the last year?',
      'Give date and outcome, or add the report.',
    ],
    'INC-5': [
      'Does a copy of our data stand apart from your network?',
      'A copy that an intruder in your network cannot wipe.',
    ],
    'PEO-1': [
      'Do you check the reliability of people who work on our site?',
      'By a certificate of conduct, for example.',
    ],
    'PEO-2': [
      'Are your people taught every year how to work safely?',
      'Say what, and how many of them took part.',
    ],
    'PEO-3': ['Have they signed for confidentiality?', 'Also those you hire.'],
    'END-1': [
      'Do we get our data back when we stop, in a form that we can read?',
      'Say within how many days, and when you erase them afterwards.',
    ],
    'END-2': [
      'Can we keep our machine running when you are no longer there?',
      'Think of source or project files, passwords and spare parts.',
    ],
    'END-3': [
      'Do you help with the move to somebody else?',
      'Say for how long, and on which terms.',
    ],
  },
}
