import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../../domain/action.ts'
import type { MarriageAction } from '../../../../domain/marriage/actions.ts'
import { allowedEndingsOf, crossNotes, decideEnding, decideEndingFiling, endingActions, endingActionTitles, endingGrounds, findDivorceNote, marriageStanding, usualEndingRemark } from '../../../../domain/marriage/endings.ts'
import { endingKinds, endingTitles } from '../../../../domain/marriage/ending-kinds.ts'
import type { EndingAction } from '../../../../domain/marriage/endings.ts'
import { allowedEndings, allowedInCase, foldMarriage } from '../../../../domain/marriage/fold.ts'
import type { MarriageCase } from '../../../../domain/marriage/fold.ts'
import { inspectMarriage } from '../../../../domain/marriage/inspection.ts'
import { foldDivorce } from '../../../../domain/divorce/fold.ts'
import { divorceFile, entriesOf as divorceEntries, wholeDivorce } from '../divorce/facts.ts'
import { actor, soundContext, subject, wholeCase } from '../facts.ts'

type Entry = JournalEntry<MarriageAction | EndingAction>
const fold = (...actions: readonly (MarriageAction | EndingAction)[]): MarriageCase => foldMarriage(actions.map((action, index): Entry => ({ seq: index + 1, at: actor.at, actor: actor.account, counter: '1', action, hash: '' })))
const judgment = { court: '北京市朝阳区人民法院', number: '（2026）京0105民初1号', day: '2026-09-01', effectiveDay: '2026-09-17', receivedDay: '2026-10-12', copy: '', pages: 6 }
const note = { remark: '本婚姻已终止。', otherFile: '撤销婚姻类2026年第1卷', uploadedOn: '' }
const certificates = ['recovered', 'notRecovered'] as ['recovered', 'notRecovered']
const by = { account: 'registrar', today: '2026-11-22' }
const second = 'reviewer'
const ends: Readonly<Record<string, EndingAction>> = {
  divorced: { kind: 'marriage.divorced', subject, second, body: { by: 'court', authority: judgment.court, number: judgment.number, day: '2026-09-17', caseId: '', note } },
  void: { kind: 'marriage.courtVoided', subject, second, body: { judgment, ground: 'bigamy', certificates, note } },
  annulled: { kind: 'marriage.annulled', subject, second, body: { judgment, ground: 'coercion', certificates, note } },
  revoked: { kind: 'marriage.revoked', subject, second, body: { decision: { authority: '北京市朝阳区民政局', number: '朝民撤字〔2026〕1号', day: '2026-10-20', toldDay: '2026-10-10' }, basis: { kind: 'procuratorateSuggestion', authority: '某区人民检察院', number: '检建〔2026〕1号', day: '2026-09-20' }, ground: 'impostor', certificates, note } },
}
const end = (kind: string): EndingAction => ends[kind] as EndingAction

describe('the end of a registered marriage', () => {
  it.each(endingKinds)('%s is an end of its own; the work on the case stays what it was', (kind) => {
    const folded = fold(...wholeCase(), end(kind))
    expect(folded).toMatchObject({ state: 'delivered', revision: 7, endings: [{ kind, second: 'reviewer' }] })
    expect(marriageStanding(folded)).toBe(kind)
    expect(endingActions[end(kind).kind].parse(end(kind).body)).toEqual(end(kind).body)
    expect(usualEndingRemark(end(kind))).toMatch(/2026年(?:9月17|10月20)日/u)
  })
  it.each([['divorced', '2026-09-17'], ['void', '2026-09-17'], ['annulled', '2026-09-17'], ['revoked', '2026-10-20']])('%s holds from %s', (kind, day) => {
    expect(fold(...wholeCase(), end(kind)).endings[0]?.day).toBe(day)
  })
  it('standing while nothing ended it; open and none before', () => {
    const [opened] = wholeCase() as readonly [MarriageAction]
    expect(marriageStanding(fold(...wholeCase()))).toBe('standing')
    expect(marriageStanding(fold(opened))).toBe('open')
    expect(marriageStanding(fold(opened, { kind: 'marriage.abandoned', subject, body: { day: '2026-05-20' } }))).toBe('none')
  })
  it('ends once; only what was divorced may still be declared void, annulled or revoked', () => {
    for (const first of endingKinds) for (const next of endingKinds) {
      const act = () => fold(...wholeCase(), end(first), end(next))
      if (first === 'divorced' && next !== 'divorced') expect(marriageStanding(act())).toBe(next)
      else expect(act).toThrow(/wrong_state/)
    }
  })
  it('what was never registered has no end', () => {
    expect(() => fold(...wholeCase().slice(0, 1), end('void'))).toThrow(/wrong_state/)
    expect(() => fold(end('void'))).toThrow(/wrong_state/)
  })
  it('after an end the case can still be corrected, inspected and filed', () => {
    const actions = wholeCase()
    expect(fold(...actions.slice(0, 5), end('annulled'), ...actions.slice(5))).toMatchObject({ archive: { pages: 9 }, endings: [{ kind: 'annulled' }] })
    const { stage: _stage, day: _day, ...context } = soundContext()
    expect(inspectMarriage(fold(...actions, end('annulled')), context).items.filter((item) => item.result === 'fail')).toEqual([])
  })
})

describe('deciding an end', () => {
  const folded = fold(...wholeCase())
  const court = (changes: Partial<typeof judgment>): EndingAction => ({ ...end('void'), body: { ...end('void').body, judgment: { ...judgment, ...changes } } }) as EndingAction
  it.each(endingKinds)('%s is taken as it stands', (kind) => {
    expect(decideEnding(folded, end(kind), by)).toEqual(end(kind))
  })
  it.each<[string, EndingAction, string]>([
    ['a judgment of tomorrow', court({ receivedDay: '2026-11-23' }), 'invalid (judgment.receivedDay)'],
    ['a judgment before the marriage', court({ day: '2026-05-19' }), 'invalid (judgment.day)'],
    ['effect before the judgment', court({ day: '2026-09-20' }), 'invalid (judgment.effectiveDay)'],
    ['received before it took effect', court({ receivedDay: '2026-09-10' }), 'invalid (judgment.receivedDay)'],
    ['no such day', court({ day: '2026-09-31' }), 'invalid (judgment.day)'],
    ['one person alone', { ...end('annulled'), second: 'registrar' }, 'second_person (second)'],
    ['nobody second', { kind: 'marriage.revoked', subject, body: end('revoked').body } as EndingAction, 'second_person (second)'],
    ['a decision before its basis', { ...end('revoked'), body: { ...end('revoked').body, decision: { authority: '局', number: '号', day: '2026-09-01', toldDay: '' } } } as EndingAction, 'invalid (decision.day)'],
    ['told after the decision', { ...end('revoked'), body: { ...end('revoked').body, decision: { authority: '局', number: '号', day: '2026-10-20', toldDay: '2026-10-21' } } } as EndingAction, 'invalid (decision.toldDay)'],
  ])('refuses %s', (_seen, action, message) => {
    expect(() => decideEnding(folded, action, by)).toThrow(message)
  })
  it('an ended marriage is not ended again', () => {
    expect(() => decideEnding(fold(...wholeCase(), end('void')), end('annulled'), by)).toThrow(/wrong_state/)
  })
})

describe('notes', () => {
  it('a divorce of this register notes itself in the marriage it ended', () => {
    const divorce = foldDivorce(divorceEntries(wholeDivorce(divorceFile({ marriage: { ...divorceFile().marriage, caseId: subject } }))))
    const made = findDivorceNote(divorce)
    expect(made).toMatchObject({ kind: 'marriage.divorced', subject, body: { by: 'thisOffice', number: 'L110105-2026-000001', caseId: 'divorce-1', note: { remark: '双方于2026年4月10日离婚，离婚证字号L110105-2026-000001。' } } })
    expect(endingActions['marriage.divorced'].parse(made?.body)).toEqual(made?.body)
    expect(findDivorceNote(foldDivorce(divorceEntries(wholeDivorce())))).toBeUndefined()
  })
  it('goes again with a divorce that is voided, and only its own, never by itself', () => {
    const note = { ...end('divorced'), body: { by: 'thisOffice', authority: '本处', number: 'L110105-2026-000001', day: '2026-04-10', caseId: 'divorce-1', note: { remark: '离婚。', otherFile: '', uploadedOn: '' } } } as EndingAction
    const lifted = { kind: 'marriage.endingLifted' as const, subject, body: { day: '2026-04-10', caseId: 'divorce-1' } }
    const ended = fold(...wholeCase(), note)
    expect(marriageStanding(ended)).toBe('divorced')
    expect(allowedInCase(ended)).not.toContain('marriage.endingLifted')
    const stands = fold(...wholeCase(), note, lifted)
    expect([marriageStanding(stands), stands.endings, stands.revision]).toEqual(['standing', [], ended.revision + 1])
    expect(() => fold(...wholeCase(), note, { ...lifted, body: { ...lifted.body, caseId: 'divorce-2' } })).toThrow(/wrong_state/)
    expect(() => fold(...wholeCase(), lifted)).toThrow(/wrong_state/)
    expect(() => fold(...wholeCase(), note, end('void'), lifted)).toThrow(/wrong_state/)
  })
  it('stand in both files', () => {
    expect(crossNotes(fold(...wholeCase()), end('void'))).toEqual({ inMarriageFile: '本婚姻已终止。见撤销婚姻类2026年第1卷。', inOtherFile: '原结婚登记：J110105-2026-000001，结婚登记类2026年第1卷。' })
  })
  it('every end, act and ground has a name and an article', () => {
    for (const title of [...Object.values(endingTitles), ...Object.values(endingActionTitles), ...Object.values(endingGrounds).map((ground) => ground.title)]) expect(title.zh).toMatch(/[\u4e00-\u9fff]/u)
    for (const ground of Object.values(endingGrounds)) expect(ground.law.zh).toMatch(/《/u)
  })
})

describe('the file of an ending (《婚姻登记档案管理办法》第九条)', () => {
  const filing = { ending: 0, fonds: 'X012', year: 2026, officeFileNumber: 3, archiveFileNumber: '', pages: 8 }
  it('stands in the class 撤销婚姻类 once, and the note in the marriage file points to it', () => {
    const folded = fold(...wholeCase(), end('annulled'))
    expect(folded.endings[0]?.file).toBeNull()
    expect(allowedInCase(folded)).toContain('marriage.endingFiled')
    const filed = fold(...wholeCase(), end('annulled'), decideEndingFiling(folded, filing))
    expect(filed).toMatchObject({ state: 'delivered', archive: { officeFileNumber: 1 }, endings: [{ kind: 'annulled', file: { officeFileNumber: 3, pages: 8, by: 'registrar' } }] })
    expect(allowedInCase(filed)).not.toContain('marriage.endingFiled')
    expect(crossNotes(filed, end('annulled'), filed.endings[0]?.file).inMarriageFile).toBe('本婚姻已终止。见撤销婚姻类2026年第3卷。')
    expect(() => decideEndingFiling(filed, filing)).toThrow(/wrong_state \(ending\)/)
    expect(() => fold(...wholeCase(), end('annulled'), decideEndingFiling(folded, filing), decideEndingFiling(folded, filing))).toThrow(/wrong_state/)
  })
  it('a divorce has none, nor has an ending that is not there; the year is that of the ending', () => {
    expect(() => decideEndingFiling(fold(...wholeCase(), end('divorced')), filing)).toThrow(/invalid \(ending\)/)
    expect(() => decideEndingFiling(fold(...wholeCase()), filing)).toThrow(/invalid \(ending\)/)
    expect(() => decideEndingFiling(fold(...wholeCase(), end('void')), { ...filing, year: 2027 })).toThrow(/invalid \(year\)/)
    expect(allowedInCase(fold(...wholeCase(), end('divorced')))).not.toContain('marriage.endingFiled')
  })
  it('which endings a case can still take', () => {
    expect(allowedEndings(fold(...wholeCase()))).toEqual(Object.keys(endingActions))
    expect(allowedEndings(fold(...wholeCase(), end('divorced')))).toEqual(['marriage.courtVoided', 'marriage.annulled', 'marriage.revoked'])
    expect(allowedEndings(fold(...wholeCase(), end('void')))).toEqual([])
    expect(allowedEndingsOf(fold(...wholeCase().slice(0, 1)))).toEqual([])
  })
})
