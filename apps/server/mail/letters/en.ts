// SPDX-License-Identifier: EUPL-1.2
import type { Letters } from '../letter.ts'

export const en: Letters = {
  invitation: ({ organisation, inviter, link, expiresAt }, say) => ({
    subject: `Invitation to Schouw of ${organisation}`,
    paragraphs: [
      `${inviter ?? organisation} invites you to work in Schouw, where ${organisation} keeps track of the digital security of the company.`,
      `The button below lets you make your account. It takes a few minutes. The invitation is valid until ${say(expiresAt)} and works once.`,
    ],
    action: { label: 'Accept the invitation', url: link },
    after: [
      'Did you not expect this invitation? Then ask your organisation about it before you fill in anything.',
    ],
  }),
  'account-changed': ({ at, link }, say) => ({
    subject: 'Your account was changed',
    paragraphs: [`On ${say(at)} the way of signing in to your account was changed.`],
    ...(link === undefined ? {} : { action: { label: 'View your account', url: link } }),
    after: ['Was this not you? Tell whoever is responsible for security at once.'],
  }),
  'account-closed': ({ at }, say) => ({
    subject: 'Your account was closed',
    paragraphs: [
      `On ${say(at)} your account was closed. Signing in with it is not possible any more, and this address and your password are gone.`,
      'What you did stays in the log of your organisation. It decides how long your name stays there too.',
    ],
    after: ['Was this not you? Tell whoever is responsible for security at once.'],
  }),
  'decision-waits': ({ organisation, title, link, dueAt }, say) => ({
    subject: `A decision waits for you: ${title}`,
    paragraphs: [`At ${organisation} a decision waits for you.`],
    facts: [
      ['Decision', title],
      ...(dueAt === undefined ? [] : [['No later than', say(dueAt)] as const]),
    ],
    action: { label: 'View the decision', url: link },
  }),
  'deadline-near': ({ organisation, title, dueAt, link }, say) => ({
    subject: `A deadline comes near: ${title}`,
    paragraphs: [`At ${organisation} a deadline comes near.`],
    facts: [
      ['About', title],
      ['No later than', say(dueAt)],
    ],
    action: { label: 'Open', url: link },
  }),
  'action-due': ({ organisation, title, dueOn, isOver, link }) => {
    return {
      subject: isOver ? `Your action is overdue: ${title}` : `Your action is almost due: ${title}`,
      paragraphs: [
        isOver
          ? `An action of yours at ${organisation} should have been done. Report it done, or agree on a new day and enter that.`
          : `An action of yours at ${organisation} is running out. Report it done when it is.`,
      ],
      facts: [
        ['Action', title],
        ['Due', dueOn.split('-').toReversed().join('-')],
      ],
      action: { label: 'Open the action', url: link },
    }
  },
  'report-due': ({ organisation, title, incident, dueAt, isOver, isExercise, link }, say) => {
    const drill = isExercise ? 'Drill. ' : ''
    return {
      subject: isOver ? `${drill}Late: ${title}` : `${drill}Due soon: ${title}`,
      paragraphs: [
        isOver
          ? `A report of ${organisation} should have gone out. Send it still, and record why it became later.`
          : `The term of a report of ${organisation} is running out. What is not known yet may follow later.`,
      ],
      facts: [
        ['Report', title],
        ['Incident', incident],
        ['By', say(dueAt)],
      ],
      action: { label: 'Open the room', url: link },
    }
  },
  'told-waits': ({ organisation, what, toldAt, link }, say) => ({
    subject: `Not looked at yet: ${what}`,
    paragraphs: [
      `Somebody at ${organisation} told something and has had no answer. If it is an incident, the legal term may be running already.`,
    ],
    facts: [
      ['Told', what],
      ['When', say(toldAt)],
    ],
    action: { label: 'Look at the report', url: link },
  }),
  'new-sign-in': ({ at, device, address, link }, say) => ({
    subject: 'A new device signed in to your account',
    paragraphs: ['Your account was signed in to with a device that we had not seen before.'],
    facts: [
      ['When', say(at)],
      ['Device', device],
      ...(address === undefined ? [] : [['Network address', address] as const]),
    ],
    action: { label: 'View who is signed in', url: link },
    after: [
      'If this was you, there is nothing to do. If not: end that session at once and tell whoever is responsible for security.',
    ],
  }),
  'recovery-code-used': ({ at, left, link }, say) => ({
    subject: 'A recovery code of your account was used',
    paragraphs: [
      `On ${say(at)} your account was signed in to with a recovery code.`,
      codesLeft(left),
    ],
    action: { label: 'View your account', url: link },
    after: [
      'Was this not you? Tell whoever is responsible for security at once: somebody else has your codes.',
    ],
  }),
  notices: ({ organisation, count, lines, link }) => ({
    subject:
      count === 1
        ? `One thing waits for you at ${organisation}`
        : `${count} things wait for you at ${organisation}`,
    paragraphs: ['You have not looked at this in Schouw yet.'],
    facts: lines.map(({ kind, title }) => [noticeNames[kind] ?? kind, title] as const),
    action: { label: 'View all of it', url: link },
    after: ['How often this mail comes is yours to choose, under Notices in Schouw.'],
  }),
  'policy-to-read': ({ organisation, policy, link, dueOn }) => ({
    subject: `Please read: ${policy}`,
    paragraphs: [
      `${organisation} has adopted a policy that concerns your work too. Read it and confirm that you have; it takes a few minutes.`,
    ],
    facts: policyFacts(policy, dueOn),
    action: { label: 'Read', url: link },
    after: ['The link is yours alone. Do not pass it on.'],
  }),
  'policy-reminder': ({ organisation, policy, link, dueOn }) => ({
    subject: `Not read yet: ${policy}`,
    paragraphs: [
      `${organisation} asked you to read this policy. There is no confirmation from you yet. This link takes the place of the former one.`,
    ],
    facts: policyFacts(policy, dueOn),
    action: { label: 'Read', url: link },
    after: ['The link is yours alone. Do not pass it on.'],
  }),
  'supplier-questions': ({ organisation, name, link, dueOn }) => ({
    subject: `Questions about security from ${organisation}`,
    paragraphs: [
      `${name}, ${organisation} asks you as a supplier how you go about security. You need no account. What you type is kept at once, and you can pass parts on to colleagues.`,
    ],
    facts: [['Please by', sayDay(dueOn)]],
    action: { label: 'Answer the questions', url: link },
    after: ['Whoever has this link can answer. Give colleagues a link of their own from the page.'],
  }),
  'supplier-reminder': ({ organisation, name, dueOn, isOver }) => ({
    subject: isOver ? `No answer to ${organisation} yet` : `One week left for ${organisation}`,
    paragraphs: [
      isOver
        ? `${name}, ${organisation} does not have your answers yet. The day has passed; ask for a new link if you need more time.`
        : `${name}, the questions of ${organisation} are still open. Use the link in the message before. If you no longer have it, ask for a new one.`,
    ],
    facts: [['By', sayDay(dueOn)]],
  }),
  'supplier-vulnerabilities': ({ organisation, name, concerns }) => ({
    subject: `Vulnerabilities in what you delivered to ${organisation}`,
    paragraphs: [
      `${name}, vulnerabilities have been reported in products that you delivered. Below is what ${organisation} knows of them.`,
      'Tell us for each line whether it is right, whether there is an update that you have approved for this machine, and when you can apply it. A reply to this message does not arrive: contact whom you know with us.',
    ],
    facts: concerns,
  }),
  'log-head': (
    { organisation, at, lines: [origin = '', size = '', root = '', ...signed] },
    say,
  ) => ({
    subject: `Keep this: the state of the log of ${organisation}`,
    paragraphs: [
      `This is the signed state of the log of ${organisation} on ${say(at)}. It fits one history only. Keep this message where the operator of the server cannot reach it: it lets you show later that nothing was changed before this moment.`,
    ],
    facts: [
      ['Log', origin],
      ['Entries', size],
      ['Root', root],
      ...signed.map((line) => ['Signed', line] as const),
    ],
    after: ['There is nothing you have to do. Once a month you get a newer one.'],
  }),
  'webhook-stopped': ({ organisation, host, link }) => ({
    subject: `Messages to ${host} have stopped`,
    paragraphs: [
      `The webhook of ${organisation} to ${host} was switched off, because its receiver accepted nothing for days.`,
      'What changed meanwhile is not sent afterwards. Switch the webhook on again once the receiver works, and fetch the present state there.',
    ],
    ...(link === undefined ? {} : { action: { label: 'View webhooks', url: link } }),
  }),
}

function codesLeft(left: number): string {
  if (left === 0) return 'That was the last one. Make new codes now and keep them safe.'
  if (left === 1) return 'You have one code left. Make new codes and keep them safe.'
  return `You have ${left} codes left.`
}

function policyFacts(policy: string, dueOn: string | undefined) {
  const due = dueOn === undefined ? [] : [['No later than', sayDay(dueOn)] as const]
  return [['Policy', policy] as const, ...due]
}

function sayDay(day: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

const noticeNames: Readonly<Record<string, string>> = {
  mention: 'You were mentioned',
  decision_waits: 'Decision',
  act_waits: 'Waits for your approval',
  action_assigned: 'Action for you',
  action_due: 'Action, due soon',
  action_overdue: 'Action, late',
  finding_assigned: 'Finding for you',
  policy_to_read: 'To read',
  sensor_silent: 'Sensor that has gone silent',
  sensor_two_senders: 'Sensor with two senders',
}
