// SPDX-License-Identifier: EUPL-1.2

export const noticesNl = {
  title: 'Meldingen',
  intro: 'Wat er voor u is: waar u genoemd bent, wat op u wacht en wat op uw naam staat.',
  none: 'Er is niets voor u.',
  readAll: 'Alles als gezien markeren',
  new: 'nieuw',
  seen: 'Gezien',
  due: (day: string) => `uiterlijk ${day}`,
  hidden: 'Iets wat u niet mag inzien',
  kinds: {
    mention: 'U bent genoemd bij',
    decision_waits: 'Het bestuur vraagt uw stem over',
    act_waits: 'Wacht op uw akkoord',
    action_assigned: 'Actie voor u',
    action_due: 'Actie, binnen een week af te ronden',
    action_overdue: 'Actie, te laat',
    finding_assigned: 'Bevinding voor u',
    policy_to_read: 'Te lezen',
    sensor_silent: 'Sensor waarvan niets meer komt',
    sensor_two_senders: 'Sensor met twee afzenders',
  },
  settings: 'Per mail',
  settingsHelp: 'U krijgt alleen mail over wat nieuw is en wat u nog niet zag.',
  digest: { none: 'geen mail', daily: 'elke ochtend', weekly: 'eens per week' },
  how: 'Hoe vaak',
  saved: 'Bewaard.',
  comments: {
    title: 'Opmerkingen',
    none: 'Nog niemand zei hier iets bij.',
    label: 'Uw opmerking',
    help: 'Typ @ om iemand te noemen; die krijgt er een melding van. Wat u zegt blijft staan zoals u het zei.',
    say: 'Zeggen',
    takeBack: 'Terugnemen',
    sure: 'Deze opmerking terugnemen? Dat u haar terugnam blijft te zien.',
    gone: (at: string) => `Teruggenomen op ${at}.`,
    people: 'Wie bedoelt u',
  },
}

export type NoticesWords = typeof noticesNl
