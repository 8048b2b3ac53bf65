// SPDX-License-Identifier: EUPL-1.2
import type { NoticesWords } from './notices-nl.ts'

export const noticesEn: NoticesWords = {
  title: 'Notices',
  intro:
    'What is there for you: where you were mentioned, what waits for you and what is on your name.',
  none: 'There is nothing for you.',
  readAll: 'Mark all as seen',
  new: 'new',
  seen: 'Seen',
  due: (day) => `no later than ${day}`,
  hidden: 'Something that you may not see',
  kinds: {
    mention: 'You were mentioned at',
    decision_waits: 'The board asks for your vote on',
    act_waits: 'Waits for your approval',
    action_assigned: 'Action for you',
    action_due: 'Action, to be done within a week',
    action_overdue: 'Action, late',
    finding_assigned: 'Finding for you',
    policy_to_read: 'To read',
    sensor_silent: 'Sensor that has gone silent',
    sensor_two_senders: 'Sensor with two senders',
  },
  settings: 'By mail',
  settingsHelp: 'You get mail only about what is new and what you have not seen yet.',
  digest: { none: 'no mail', daily: 'every morning', weekly: 'once a week' },
  how: 'How often',
  saved: 'Kept.',
  comments: {
    title: 'Comments',
    none: 'Nobody has said anything here yet.',
    label: 'Your comment',
    help: 'Type @ to mention somebody, who is told of it. What you say stays as you said it.',
    say: 'Say',
    takeBack: 'Take back',
    sure: 'Take this comment back? That you did stays to be seen.',
    gone: (at) => `Taken back on ${at}.`,
    people: 'Whom do you mean',
  },
}
