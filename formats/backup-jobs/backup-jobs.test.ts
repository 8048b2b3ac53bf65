// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readBackupReport, readBackupRuns } from './index.ts'
import { inZone, outcomeOf, sizeOf } from './run.ts'

const zone = 'Europe/Amsterdam'
const read = (text: string) => readBackupRuns('jobs', new TextEncoder().encode(text), { zone })
const shape = (text: string) => {
  const { runs, problems } = read(text)
  assert.deepEqual(problems, [], text)
  return runs.map(({ job, outcome, ended_at, size_bytes }) => [job, outcome, ended_at, size_bytes])
}

describe('reports of backup software', () => {
  it('are read as Veeam writes them', () => {
    const text =
      'Job Name,Session Type,Status,Start Time,End Time,Total Size\n' +
      'ERP nightly,Backup,Success,11/21/2026 10:00:00 PM,11/21/2026 11:10:05 PM,512.5 GB\n' +
      'Files,Backup,Warning,11/21/2026 11:00:00 PM,11/22/2026 1:00:00 AM,2 TB\n' +
      'HMI,Backup,Failed,11/21/2026 11:00:00 PM,11/22/2026 1:00:00 AM,0 B\n'
    assert.deepEqual(shape(text), [
      ['ERP nightly', 'passed', '2026-11-21T22:10:05.000Z', 550292684800],
      ['Files', 'partly', '2026-11-22T00:00:00.000Z', 2199023255552],
      ['HMI', 'failed', '2026-11-22T00:00:00.000Z', 0],
    ])
  })
  it('are read as Acronis writes them, in Dutch too', () => {
    const text =
      'Plan;Machine;Status;Einde\nLijn 1;ES-OT01;Completed with warnings;22-11-2026 02:40\n'
    assert.deepEqual(shape(text), [['Lijn 1', 'partly', '2026-11-22T01:40:00.000Z', null]])
  })
  it('are read as Windows Server Backup gives them', () => {
    const text =
      '"JobType","StartTime","EndTime","JobState","HResult"\n' +
      '"Backup","22-11-2026 01:00:00","22-11-2026 02:00:00","Completed","0"\n'
    assert.deepEqual(shape(text), [['Backup', 'passed', '2026-11-22T01:00:00.000Z', null]])
    assert.equal(outcomeOf('-2139619228'), 'failed')
    assert.equal(outcomeOf('2155348129'), 'failed')
  })
  it('are read as restic and Borg list them', () => {
    const restic = JSON.stringify([
      {
        ...{ time: '2026-11-22T02:40:00.123456789+01:00', hostname: 'es-ot01' },
        ...{ paths: ['/plc'], tags: ['plc-projects'], summary: { total_bytes_processed: 42 } },
      },
      { time: '2026-11-22T02:40:00Z', hostname: 'srv', paths: ['/etc'] },
    ])
    assert.deepEqual(shape(restic), [
      ['plc-projects', 'passed', '2026-11-22T01:40:00.123Z', 42],
      ['srv /etc', 'passed', '2026-11-22T02:40:00.000Z', null],
    ])
    const borg = JSON.stringify({
      repository: { location: '/backup' },
      archives: [{ name: 'lijn1-2026-11-22T02:00', time: '2026-11-22T02:00:05.000000' }],
    })
    assert.deepEqual(shape(borg), [['lijn1', 'passed', '2026-11-22T01:00:05.000Z', null]])
  })
  it('take wall time on both sides of a change of the clock', () => {
    assert.equal(inZone('2026-03-29T01:59:00.000Z', zone), '2026-03-29T00:59:00.000Z')
    assert.equal(inZone('2026-03-29T03:01:00.000Z', zone), '2026-03-29T01:01:00.000Z')
    assert.equal(inZone('2026-10-25T04:00:00.000Z', zone), '2026-10-25T03:00:00.000Z')
  })
  it('count what runs still, and name what cannot be read', () => {
    const found = read(
      'job,status,end\nA,Running,\nB,Splendid,2026-11-22 01:00\nC,ok,3/4/2026 01:00\n,ok,2026-11-22\nD,ok,\n',
    )
    assert.equal(found.unfinished, 1)
    assert.deepEqual(found.runs, [])
    assert.deepEqual(
      found.problems.map(({ line, column }) => [line, column]),
      [
        [3, 2],
        [4, 3],
        [5, 1],
        [6, 3],
      ],
    )
    assert.match(read('a,b\n1,2\n').problems[0]?.expected ?? '', /name of the job/)
    assert.match(read('{"x":1}').problems[0]?.expected ?? '', /restic/)
  })
  it('give sizes in bytes', () => {
    assert.deepEqual(['1.234.567', '12,5 GB', '1,234,567 KB', '3 apples', ''].map(sizeOf), [
      1234567,
      13421772800,
      1264196608,
      null,
      null,
    ])
  })
  it('never throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (some) => {
        assert.ok(readBackupRuns('x', some, { zone }).runs.length >= 0)
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const all = [value, [value], { archives: [value] }, { archives: value }]
        for (const one of all) assert.ok(read(JSON.stringify(one)).runs.length >= 0)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 4 })), (cells) => {
        const text = ['job,status,end,size', ...cells.map((row) => row.join(','))].join('\n')
        for (const { job } of read(text).runs) assert.notEqual(job, '')
      }),
    )
  })

  it('are read from the mail that is sent after a job, by its table or by its subject', () => {
    const mail = (subject: string, more = '\n\nZie de console.') =>
      readBackupReport(
        'mail.eml',
        new TextEncoder().encode(
          `From: backup@voorbeeld.example\nDate: Sun, 22 Nov 2026 02:40:00 +0100\nSubject: ${subject}${more}`,
        ),
        { zone },
      )
    const told = (subject: string) =>
      mail(subject).runs.map(({ job, outcome, ended_at }) => [job, outcome, ended_at])
    const at = '2026-11-22T01:40:00.000Z'
    assert.deepEqual(told('[Success] ERP nightly (3 VMs)'), [['ERP nightly', 'passed', at]])
    assert.deepEqual(told('Fwd: [Warning] PLC-projecten (1 objects) 2 warnings'), [
      ['PLC-projecten', 'partly', at],
    ])
    assert.deepEqual(told('HMI lijn 2: mislukt'), [['HMI lijn 2', 'failed', at]])
    assert.equal(mail('[Running] ERP').unfinished, 1)
    const strange = mail('Nieuwsbrief november')
    assert.deepEqual([strange.runs.length, strange.problems.length], [0, 1])
    const table = Buffer.from('Job Name;Status;End Time\nERP;Failed;2026-11-22 02:00\n')
    const withTable = mail(
      'Dagrapport',
      `\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nZie bijlage\n--b\nContent-Type: text/csv; name=jobs.csv\nContent-Transfer-Encoding: base64\n\n${table.toString('base64')}\n--b--\n`,
    )
    assert.deepEqual(
      withTable.runs.map(({ job, outcome, ended_at }) => [job, outcome, ended_at]),
      [['ERP', 'failed', '2026-11-22T01:00:00.000Z']],
    )
  })
})
