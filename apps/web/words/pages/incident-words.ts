// SPDX-License-Identifier: EUPL-1.2

/** What a language has to say about incidents. */
export interface IncidentWords {
  readonly title: string
  readonly intro: string
  readonly year: {
    readonly counts: (incidents: number, nearMisses: number, significant: number) => string
    readonly cost: (hours: string, euros: string) => string
    readonly lacks: (count: number) => string
    readonly unlearned: (count: number) => string
  }
  readonly prepared: {
    readonly monitoring: string
    readonly label: string
    readonly exercises: string
    readonly crisis: string
    readonly continuity: string
  }
  readonly triage: {
    readonly title: string
    readonly feedback: string
    readonly feedbackHelp: string
    readonly thanks: string
    readonly reason: string
    readonly reasonSaid: string
    readonly incident: string
    readonly nearMiss: string
    readonly nothing: string
  }
  readonly asked: {
    readonly title: string
    readonly help: string
    readonly who: string
    readonly at: string
    readonly due: string
    readonly record: string
  }
  readonly along: {
    readonly title: string
    readonly mail: string
    readonly noSubject: string
    readonly from: string
    readonly replyTo: string
    readonly returnPath: string
    readonly to: string
    readonly date: string
    readonly authentication: string
    readonly links: string
    readonly linksHelp: string
    readonly attachments: string
    readonly noName: string
    readonly bytes: (count: number) => string
    readonly text: string
    readonly noText: string
    readonly warnings: {
      readonly reply: string
      readonly link: string
      readonly unseen: string
      readonly failed: string
    }
  }
  readonly asPdf: string
  readonly asJson: string
  readonly proof: string
  readonly proofHelp: string
  readonly proofKept: string
  readonly open: string
  readonly openIntro: string
  readonly what: string
  readonly whatHelp: string
  readonly noticed: string
  readonly noticedHelp: string
  readonly how: string
  readonly playbook: string
  readonly noPlaybook: string
  readonly drill: string
  readonly drillMark: string
  readonly drillText: string
  readonly start: string
  readonly none: string
  readonly list: string
  readonly columns: {
    readonly name: string
    readonly state: string
    readonly since: string
    readonly next: string
  }
  readonly room: string
  readonly playbooks: string
  readonly playbooksIntro: string
  readonly makePlaybooks: (count: number) => string
  readonly making: (done: number, of: number) => string
  readonly onPaper: string
  readonly clocks: string
  readonly noClocks: string
  readonly recordAware: string
  readonly correctAware: string
  readonly aware: (moment: string) => string
  readonly left: (time: string) => string
  readonly past: (time: string) => string
  readonly at: (moment: string) => string
  readonly status: {
    readonly waiting: string
    readonly no_term: string
    readonly without_delay: string
    readonly due: string
    readonly overdue: string
    readonly sent: string
    readonly sent_late: string
  }
  readonly lacks: (count: number) => string
  readonly complete: string
  readonly draft: string
  readonly toDraft: string
  readonly toReport: string
  readonly later: string
  readonly setting: string
  readonly notDue: string
  readonly why: Readonly<Record<'not_in_force' | 'not_significant' | 'out_of_scope', string>>
  readonly significance: string
  readonly significanceHelp: string
  readonly significant: string
  readonly notSignificant: string
  readonly significanceReason: string
  readonly decidedSignificant: (what: string, moment: string) => string
  readonly waitsForSecond: string
  readonly log: string
  readonly write: string
  readonly writeHelp: string
  readonly lineType: string
  readonly happened: string
  readonly happenedHelp: string
  readonly send: string
  readonly kept: string
  readonly corrected: string
  readonly corrects: string
  readonly onBehalf: string
  readonly correct: string
  readonly correcting: (number: number) => string
  readonly cancel: string
  readonly notTaken: string
  readonly mend: string
  readonly letGo: string
  readonly writtenLater: (moment: string) => string
  readonly emptyLog: string
  readonly tasks: string
  readonly noTasks: string
  readonly done: string
  readonly decideStep: string
  readonly within: (term: string) => string
  readonly doneAt: (moment: string) => string
  readonly lateTask: string
  readonly stopsProduction: string
  readonly cost: string
  readonly unknownCost: string
  readonly costLacks: (count: number) => string
  readonly lines: string
  readonly noLines: string
  readonly hours: (hours: string) => string
  readonly restart: string
  readonly whoseWord: string
  readonly restartCriteria: string
  readonly notAccepted: string
  readonly noCriteria: string
  readonly accepted: (moment: string) => string
  readonly acceptText: (name: string) => string
  readonly noOwner: string
  readonly release: string
  readonly releaseWhy: string
  readonly releaseHelp: string
  readonly released: (moment: string) => string
  readonly people: string
  readonly team: string
  readonly callList: string
  readonly noCallList: string
  readonly toCrisis: string
  readonly deputy: string
  readonly noNumber: string
  readonly whenUnknown: string
  readonly touched: string
  readonly withWhom: Readonly<
    Record<'observation' | 'action' | 'decision' | 'communication' | 'handover', string>
  >
  readonly lineFiles: string
  readonly learning: {
    readonly title: string
    readonly cause: string
    readonly none: string
    readonly write: string
    readonly noWork: string
  }
  readonly lead: string
  readonly nobody: string
  readonly facts: string
  readonly report: string
  readonly to: string
  readonly due: string
  readonly required: string
  readonly empty: string
  readonly save: string
  readonly saved: string
  readonly second: string
  readonly secondAsked: string
  readonly ready: string
  readonly sendAlone: string
  readonly sendAloneHelp: string
  readonly markSent: string
  readonly sentAt: string
  readonly channel: string
  readonly reference: string
  readonly alone: string
  readonly copy: string
  readonly copied: string
  readonly download: string
  readonly back: string
  readonly late: string
  readonly missingRequired: (count: number) => string
  readonly bar: string
  readonly unawareBar: (name: string) => string
  readonly time: { readonly day: string; readonly hour: string; readonly minute: string }
}
