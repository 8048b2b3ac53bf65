// SPDX-License-Identifier: EUPL-1.2
import type { StatementModel } from './model.ts'

export const statementsEn: readonly StatementModel[] = [
  {
    code: 'EB-01',
    name: 'First message to staff',
    audience: 'staff',
    text: [
      'Since [time] part of our systems does not work. We are finding out what happened.',
      '',
      'What you do now:',
      '- Leave your computer on, pull out the network cable and switch wifi off.',
      '- Sign in nowhere and open no attachments, not at home either.',
      '- Machines: follow your shift leader. Your safety comes first.',
      '- Did you see something odd? Call [number]. Every report is welcome; nobody is blamed.',
      '',
      'Do not speak of it on social media or to the press. Questions from outside go to [spokesperson].',
      'You hear from us again at [time], by [channel outside our network].',
    ].join('\n'),
  },
  {
    code: 'EB-02',
    name: 'First message to customers',
    audience: 'customers',
    text: [
      'On [date] at [time] we found a disturbance in our systems. We have stopped [part of the production or service] as a precaution and are looking into the cause with specialists.',
      '',
      'What this means for you: deliveries planned for [days] may come later. We call you ourselves if that touches your order.',
      '',
      'What you can do: trust no mail in our name that asks for a payment, a new account number or a password. When in doubt, call the number you already had of us.',
      '',
      'We do not know yet whether data of yours were touched. As soon as we know, we tell you. Your contact is [name], [number].',
    ].join('\n'),
  },
  {
    code: 'EB-03',
    name: 'First message to the press',
    audience: 'press',
    text: [
      '[Company] found a digital incident on [date]. As a precaution part of the systems was disconnected. Therefore [part of the production] stands still.',
      '',
      'The safety of our people and surroundings comes first; at this moment there is [no sign of danger / the following to say about it: …].',
      '',
      'We are working on recovery with specialists and are in touch with the competent authorities. About the cause and about who is behind it we say nothing now.',
      '',
      'The next message comes on [date] at [time]. Spokesperson: [name], [number].',
    ].join('\n'),
  },
  {
    code: 'EB-04',
    name: 'First message to authorities',
    audience: 'authorities',
    text: [
      '[Company], [registration number], tells that on [date] at [time] a digital incident became known. This message replaces no statutory notification; that follows by the way there is for it.',
      '',
      'What we know: [systems, lines and sites affected].',
      'What we do not know: [cause, extent, whether data were touched].',
      'Danger to people or surroundings: [no / yes: what, and who was warned].',
      'What we have done: [disconnected, stopped, secured].',
      '',
      'Contact, day and night: [name], [number that does not hang on our network].',
    ].join('\n'),
  },
]
