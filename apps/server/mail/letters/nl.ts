// SPDX-License-Identifier: EUPL-1.2
import type { Letters } from '../letter.ts'

export const nl: Letters = {
  invitation: ({ organisation, inviter, link, expiresAt }, say) => ({
    subject: `Uitnodiging voor Schouw van ${organisation}`,
    paragraphs: [
      `${inviter ?? organisation} nodigt u uit om mee te werken in Schouw, waarin ${organisation} de digitale veiligheid van het bedrijf bijhoudt.`,
      `Met de knop hieronder maakt u uw account. Dat duurt een paar minuten. De uitnodiging is geldig tot ${say(expiresAt)} en werkt één keer.`,
    ],
    action: { label: 'Uitnodiging aannemen', url: link },
    after: [
      'Verwachtte u deze uitnodiging niet? Vraag het dan na bij uw organisatie voordat u iets invult.',
    ],
  }),
  'account-changed': ({ at, link }, say) => ({
    subject: 'Uw account is gewijzigd',
    paragraphs: [`Op ${say(at)} zijn de aanmeldgegevens van uw account gewijzigd.`],
    ...(link === undefined ? {} : { action: { label: 'Account bekijken', url: link } }),
    after: ['Was u dit niet zelf? Laat het meteen uw beveiligingsverantwoordelijke weten.'],
  }),
  'account-closed': ({ at }, say) => ({
    subject: 'Uw account is opgeheven',
    paragraphs: [
      `Op ${say(at)} is uw account opgeheven. U kunt er niet meer mee aanmelden; dit adres en uw wachtwoord zijn gewist.`,
      'Wat u deed, blijft in het logboek van uw organisatie staan. Zij bepaalt hoe lang uw naam daarbij blijft.',
    ],
    after: ['Was u dit niet zelf? Laat het meteen uw beveiligingsverantwoordelijke weten.'],
  }),
  'decision-waits': ({ organisation, title, link, dueAt }, say) => ({
    subject: `Een besluit wacht op u: ${title}`,
    paragraphs: [`Bij ${organisation} ligt een besluit dat op u wacht.`],
    facts: [
      ['Besluit', title],
      ...(dueAt === undefined ? [] : [['Uiterlijk', say(dueAt)] as const]),
    ],
    action: { label: 'Besluit bekijken', url: link },
  }),
  'deadline-near': ({ organisation, title, dueAt, link }, say) => ({
    subject: `Een termijn nadert: ${title}`,
    paragraphs: [`Bij ${organisation} loopt binnenkort een termijn af.`],
    facts: [
      ['Waarover', title],
      ['Uiterlijk', say(dueAt)],
    ],
    action: { label: 'Openen', url: link },
  }),
  'action-due': ({ organisation, title, dueOn, isOver, link }) => {
    return {
      subject: isOver
        ? `Uw actie is over tijd: ${title}`
        : `Uw actie moet bijna klaar zijn: ${title}`,
      paragraphs: [
        isOver
          ? `Een actie van u bij ${organisation} had klaar moeten zijn. Meld haar af, of spreek een nieuwe dag af en zet die erbij.`
          : `Een actie van u bij ${organisation} loopt af. Meld haar af als zij klaar is.`,
      ],
      facts: [
        ['Actie', title],
        ['Klaar', dueOn.split('-').toReversed().join('-')],
      ],
      action: { label: 'Actie openen', url: link },
    }
  },
  'report-due': ({ organisation, title, incident, dueAt, isOver, isExercise, link }, say) => {
    const drill = isExercise ? 'Oefening. ' : ''
    return {
      subject: isOver ? `${drill}Te laat: ${title}` : `${drill}Loopt af: ${title}`,
      paragraphs: [
        isOver
          ? `Bij ${organisation} had een melding de deur uit moeten zijn. Verstuur haar alsnog en leg vast waarom het later werd.`
          : `Bij ${organisation} loopt de termijn van een melding af. Wat nog onbekend is, mag later volgen.`,
      ],
      facts: [
        ['Melding', title],
        ['Incident', incident],
        ['Uiterlijk', say(dueAt)],
      ],
      action: { label: 'Open de ruimte', url: link },
    }
  },
  'told-waits': ({ organisation, what, toldAt, link }, say) => ({
    subject: `Nog niet bekeken: ${what}`,
    paragraphs: [
      `Iemand bij ${organisation} meldde iets en kreeg nog geen antwoord. Is het een incident, dan loopt de wettelijke termijn misschien al.`,
    ],
    facts: [
      ['Gemeld', what],
      ['Wanneer', say(toldAt)],
    ],
    action: { label: 'Bekijk de melding', url: link },
  }),
  'new-sign-in': ({ at, device, address, link }, say) => ({
    subject: 'Nieuw apparaat aangemeld bij uw account',
    paragraphs: ['Er is bij uw account aangemeld met een apparaat dat wij niet eerder zagen.'],
    facts: [
      ['Wanneer', say(at)],
      ['Apparaat', device],
      ...(address === undefined ? [] : [['Netwerkadres', address] as const]),
    ],
    action: { label: 'Aanmeldingen bekijken', url: link },
    after: [
      'Was u dit zelf, dan hoeft u niets te doen. Zo niet: beëindig deze aanmelding meteen en laat het uw beveiligingsverantwoordelijke weten.',
    ],
  }),
  'recovery-code-used': ({ at, left, link }, say) => ({
    subject: 'Er is een herstelcode van uw account gebruikt',
    paragraphs: [`Op ${say(at)} is bij uw account aangemeld met een herstelcode.`, codesLeft(left)],
    action: { label: 'Account bekijken', url: link },
    after: [
      'Was u dit niet zelf? Laat het meteen uw beveiligingsverantwoordelijke weten: iemand anders heeft dan uw codes.',
    ],
  }),
  notices: ({ organisation, count, lines, link }) => ({
    subject:
      count === 1
        ? `Eén ding wacht op u bij ${organisation}`
        : `${count} dingen wachten op u bij ${organisation}`,
    paragraphs: ['Dit hebt u in Schouw nog niet bekeken.'],
    facts: lines.map(({ kind, title }) => [noticeNames[kind] ?? kind, title] as const),
    action: { label: 'Alles bekijken', url: link },
    after: ['U kiest zelf hoe vaak deze mail komt, onder Meldingen in Schouw.'],
  }),
  'policy-to-read': ({ organisation, policy, link, dueOn }) => ({
    subject: `Wilt u dit lezen: ${policy}`,
    paragraphs: [
      `${organisation} heeft beleid vastgesteld dat ook over uw werk gaat. Lees het en bevestig dat u het gelezen hebt; dat duurt een paar minuten.`,
    ],
    facts: policyFacts(policy, dueOn),
    action: { label: 'Lezen', url: link },
    after: ['De link is van u alleen. Stuur hem niet door.'],
  }),
  'policy-reminder': ({ organisation, policy, link, dueOn }) => ({
    subject: `Nog niet gelezen: ${policy}`,
    paragraphs: [
      `${organisation} vroeg u dit beleid te lezen. Er staat nog geen bevestiging van u. Deze link komt in de plaats van de vorige.`,
    ],
    facts: policyFacts(policy, dueOn),
    action: { label: 'Lezen', url: link },
    after: ['De link is van u alleen. Stuur hem niet door.'],
  }),
  'supplier-questions': ({ organisation, name, link, dueOn }) => ({
    subject: `Vragen over beveiliging van ${organisation}`,
    paragraphs: [
      `${name}, ${organisation} vraagt u als leverancier hoe u met beveiliging omgaat. U heeft geen account nodig. Wat u typt wordt meteen bewaard, en u kunt delen aan collega’s doorgeven.`,
    ],
    facts: [['Graag uiterlijk', sayDay(dueOn)]],
    action: { label: 'De vragen beantwoorden', url: link },
    after: ['Wie deze link heeft, kan antwoorden. Geef collega’s een eigen link vanaf de pagina.'],
  }),
  'supplier-reminder': ({ organisation, name, dueOn, isOver }) => ({
    subject: isOver ? `Nog geen antwoord aan ${organisation}` : `Nog een week voor ${organisation}`,
    paragraphs: [
      isOver
        ? `${name}, ${organisation} heeft uw antwoorden nog niet. De dag is voorbij; vraag om een nieuwe link als u meer tijd nodig heeft.`
        : `${name}, de vragen van ${organisation} staan nog open. Gebruik de link uit het eerdere bericht. Bent u die kwijt, vraag dan om een nieuwe.`,
    ],
    facts: [['Uiterlijk', sayDay(dueOn)]],
  }),
  'supplier-vulnerabilities': ({ organisation, name, concerns }) => ({
    subject: `Kwetsbaarheden in wat u aan ${organisation} leverde`,
    paragraphs: [
      `${name}, in producten die u leverde zijn kwetsbaarheden gemeld. Hieronder staat wat ${organisation} ervan weet.`,
      'Laat per regel weten of het klopt, of er een update is die u voor deze machine hebt goedgekeurd, en wanneer u die kunt aanbrengen. Antwoord op dit bericht komt niet aan: neem contact op met wie u bij ons kent.',
    ],
    facts: concerns,
  }),
  'log-head': (
    { organisation, at, lines: [origin = '', size = '', root = '', ...signed] },
    say,
  ) => ({
    subject: `Bewaar dit: de stand van het logboek van ${organisation}`,
    paragraphs: [
      `Dit is de ondertekende stand van het logboek van ${organisation} op ${say(at)}. Hij past bij één geschiedenis. Bewaar dit bericht waar de beheerder van de server niet bij kan: u toont er later mee aan dat van vóór dit moment niets is veranderd.`,
    ],
    facts: [
      ['Logboek', origin],
      ['Regels', size],
      ['Wortel', root],
      ...signed.map((line) => ['Getekend', line] as const),
    ],
    after: ['U hoeft niets te doen. Eens per maand krijgt u een nieuwere.'],
  }),
  'webhook-stopped': ({ organisation, host, link }) => ({
    subject: `Meldingen aan ${host} zijn gestopt`,
    paragraphs: [
      `De webhook van ${organisation} naar ${host} is uitgezet, omdat de ontvanger dagenlang geen enkele melding aannam.`,
      'Wat intussen is veranderd wordt niet alsnog gemeld. Zet de webhook weer aan zodra de ontvanger werkt, en haal daar de stand opnieuw op.',
    ],
    ...(link === undefined ? {} : { action: { label: 'Webhooks bekijken', url: link } }),
  }),
}

function codesLeft(left: number): string {
  if (left === 0) return 'Dit was de laatste. Maak nu nieuwe codes en bewaar ze veilig.'
  if (left === 1) return 'U hebt nog één code over. Maak nieuwe codes en bewaar ze veilig.'
  return `U hebt nog ${left} codes over.`
}

function policyFacts(policy: string, dueOn: string | undefined) {
  const due = dueOn === undefined ? [] : [['Uiterlijk', sayDay(dueOn)] as const]
  return [['Beleid', policy] as const, ...due]
}

function sayDay(day: string): string {
  const format = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

const noticeNames: Readonly<Record<string, string>> = {
  mention: 'U bent genoemd',
  decision_waits: 'Besluit',
  act_waits: 'Wacht op uw akkoord',
  action_assigned: 'Actie voor u',
  action_due: 'Actie, bijna af te ronden',
  action_overdue: 'Actie, te laat',
  finding_assigned: 'Bevinding voor u',
  policy_to_read: 'Te lezen',
  sensor_silent: 'Sensor waarvan niets meer komt',
  sensor_two_senders: 'Sensor met twee afzenders',
}
