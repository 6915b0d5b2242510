import { citations } from '../../../law.ts'
import { text } from '../../../text.ts'
import { languageFrom, languageLaw, measuresFrom, placeNameMeasures, placeNameRegulation, regulationFrom, spellingRules } from '../../law.ts'
import { checkPublished, signForm } from '../../romanise/index.ts'
import type { NameRule } from './make.ts'
import { datedRule, noName, notApplicable, ofName } from './make.ts'
import { asks, fail, notYet, pass } from '../../../outcome.ts'

export const spellingNameRules: readonly NameRule[] = [
  ...datedRule({
    code: 'P01', group: 'spelling', id: 'place-names.spelling', title: text('罗马字母拼写', 'Spelling in Latin letters'), asks: text('标调的文字拼写和标志用的大写拼写都有，两者一致。', 'There is a text form with tones and a form for signs in capitals, and the two agree.'),
    check: ofName(({ item }) => {
      const { text: written, sign } = item.spelling
      if (written === '' || sign === '') return notYet(written === '' ? 'spelling.text' : 'spelling.sign', '还没有确定罗马字母拼写', 'The spelling has not been settled yet')
      return signForm(written) === sign.normalize('NFC') ? pass : fail('spelling.sign', `标志用拼写应为 ${signForm(written)}`, `The form for signs should read ${signForm(written)}`)
    }),
  }, [{ from: regulationFrom, law: placeNameRegulation.cite(15) }, { from: measuresFrom, law: citations(placeNameRegulation.cite(15), placeNameMeasures.cite(10)) }]),
  ...datedRule({
    code: 'P01', group: 'spelling', id: 'place-names.spelling-fits', severity: 'answer', title: text('拼写符合规则', 'Spelling follows the rules'), asks: text('音节与汉字相符，分写、隔音、标调符合拼写规则；另行拼写的写明理由。', 'Syllables fit the characters; division, apostrophes and tones follow the rules; another spelling needs a reason.'),
    check: ofName(({ item, spelled, context }) => {
      if (spelled === undefined || item.spelling.text === '') return notYet('spelling.text', '还没有确定罗马字母拼写', 'The spelling has not been settled yet')
      if (item.spelling.text.normalize('NFC') === spelled.text || item.spelling.manualReason.trim() !== '') return pass
      const { settings } = context
      const { flags } = checkPublished({ name: spelled.name, chosen: item.chosen, ordinalStyle: settings.ordinalStyle, readings: settings.readings, transcriptions: settings.transcriptions, ...(item.kind === '' ? {} : { kind: item.kind }), ...(item.cut === undefined ? {} : { cut: item.cut }), ...(item.division === undefined ? {} : { division: item.division }) }, item.spelling)
      return flags.length === 0 ? pass : asks('spelling.text', flags.map(({ message }) => message.zh).join('；'), flags.map(({ message }) => message.en).join('; '))
    }),
  }, [{ from: regulationFrom, law: citations(placeNameRegulation.cite(15), spellingRules.cite(1)) }, { from: languageFrom, law: citations(placeNameRegulation.cite(15), languageLaw.cite(20), spellingRules.cite(1)) }]),
  ...datedRule({
    code: 'P02', group: 'spelling', id: 'place-names.reading', title: text('多音字已确认', 'Readings confirmed'), asks: text('多音字和特殊读音由经办人选定，并留下姓名。', 'Polyphones and special readings are chosen by a clerk, whose name is kept.'),
    check: ofName(({ item, spelled }) => {
      if (spelled === undefined) return noName
      if (item.spelling.manualReason.trim() !== '') return item.readingsConfirmedBy === '' ? notYet('readingsConfirmedBy', '自行填写的拼写还没有经办人确认', 'The spelling by hand has not been confirmed by a clerk yet') : pass
      const open = spelled.open.map((index) => spelled.syllables[index]?.character ?? '')
      if (open.length > 0) return notYet('chosen', `请选定读音：${open.join(' ')}`, `Choose the reading of: ${open.join(' ')}`)
      if (spelled.syllables.every(({ source }) => source !== 'clerk')) return notApplicable('没有须选定读音的字', 'No character needs a choice')
      return item.readingsConfirmedBy === '' ? notYet('readingsConfirmedBy', '所选读音还没有经办人确认', 'The readings have not been confirmed by a clerk yet') : pass
    }),
  }, [{ from: regulationFrom, law: spellingRules.cite(8) }, { from: measuresFrom, law: citations(spellingRules.cite(8), placeNameMeasures.cite(11)) }]),
]
