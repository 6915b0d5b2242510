import { Link } from 'wouter'
import { filingPapers, noticeChannels, noticeElements, signDefects } from '../../../../../domain/place-names/case/codes.ts'
import { useSay } from '../../../../shared/i18n.ts'
import type { FormField } from '../ActForm.tsx'
import { ActForm, listOf, textOf, ticked } from '../ActForm.tsx'
import { NameRows } from '../NameRows.tsx'
import { Lines, useCoverWords, usePlaceNameCase, usePlaceNameWords } from '../parts.tsx'

type Table = readonly { readonly code: string; readonly zh: string; readonly en: string }[]
const useTable = (): ((table: Table) => readonly (readonly [string, string])[]) => {
  const say = useSay()
  return (table) => table.map((entry) => [entry.code, say(entry)] as const)
}

/** 送达. */
export const DeliverySection = () => {
  const t = usePlaceNameWords()
  const { current, today, can } = usePlaceNameCase()
  if (current === undefined) return null
  const { delivered } = current
  return (
    <div className="name-part">
      {delivered !== null && <Lines rows={[{ key: 'd', words: t('deliveredLine', { day: delivered.day, who: delivered.receiver, how: t(`how.${delivered.how}`) }) }]} />}
      {delivered === null && !can('delivered') && <p className="quiet">{t('notDelivered')}</p>}
      {delivered === null && (
        <ActForm
          kind="delivered" section="delivery" primary verb={t('deliver')} start={{ day: today, receiver: current.file.applicant.contact === '' ? current.file.applicant.name : current.file.applicant.contact, how: 'inPerson' }}
          fields={[{ name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'receiver', label: t('receiver'), kind: 'text', required: true, span: 4 }, { name: 'how', label: t('how'), kind: 'choice', required: true, span: 6, options: (['inPerson', 'post', 'electronic', 'notice'] as const).map((how) => [how, t(`how.${how}`)] as const) }]}
          make={(values) => ({ kind: 'delivered', day: textOf(values, 'day'), receiver: textOf(values, 'receiver'), how: textOf(values, 'how') as 'inPerson' })}
        />
      )}
    </div>
  )
}

const filingTones = { submitted: 'answer', filed: 'good', refileAsked: 'stop', correctionAsked: 'stop' } as const

/** 备案: every attempt with the day the papers arrived, its answer, and who urged. */
export const FilingSection = () => {
  const t = usePlaceNameWords()
  const say = useSay()
  const options = useTable()
  const { current, today } = usePlaceNameCase()
  const cover = useCoverWords()
  if (current === undefined) return null
  const last = current.filings.at(-1)
  const mayFile = last === undefined || last.outcome === 'refileAsked' || last.outcome === 'correctionAsked'
  const day: FormField = { name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }
  // Another department decided: this office receives the filing instead of sending one (《地名管理条例》第十三条).
  const received = current.filing?.noticeFrom === 'filing'
  const numbered = (document_: string): string => (document_ === '' ? '' : `（${document_}）`)
  return (
    <div className="name-part">
      {current.filing !== null && <p>{t(received ? 'filingComes' : 'filingTo', { to: current.filing.to })} <span className="finding-law">{say(current.filing.law)}</span></p>}
      <Lines
        none={t(received ? 'noFilingsReceived' : 'noFilings')} rows={[
          ...current.filings.map((filing, index) => ({ key: String(index), words: <>{received ? t('filingReceivedLine', { day: filing.arrived }) : t('filingLine', { day: filing.arrived, to: filing.body.to })}{numbered(filing.body.document)} · {cover(filing.body.items)} · {filingPapers.filter(({ code }) => filing.body.papers.includes(code)).map((paper) => say(paper)).join(t('listComma'))} <span className={`tag ${filingTones[filing.outcome]}`}>{t(received && filing.outcome === 'submitted' ? 'filing.toExamine' : `filing.${filing.outcome}`)}</span></>, by: [filing.answeredOn, filing.note].filter((part) => part !== '').join(' ') })),
          ...current.urged.map((one, index) => ({ key: `u${String(index)}`, words: t('urgedLine', { day: one.day, by: one.by }), by: [one.deadline === '' ? '' : `${t('deadline')} ${one.deadline}`, one.note].filter((part) => part !== '').join(' ') })),
        ]}
      />
      <div className="act-row">
        {mayFile && (
          <ActForm
            kind="filed" section="filing" primary verb={t(last === undefined ? (received ? 'fileReceived' : 'file') : received ? 'fileReceivedAgain' : 'fileAgain')} start={{ day: today, to: current.filing?.to ?? '', document: '', papers: filingPapers.map(({ code }) => code) }}
            fields={[day, { name: 'to', label: t(received ? 'filedAt' : 'fileTo'), kind: 'text', required: true, span: 6 }, received ? { name: 'document', label: t('filingDocument'), kind: 'text', span: 4, mono: true } : { name: 'document', label: t('document'), kind: 'text', span: 4, hint: t('autoNumber'), mono: true }, { name: 'papers', label: t('filingPapers'), kind: 'ticks', span: 12, options: options(filingPapers) }]}
            make={(values) => ({ kind: 'filed', day: textOf(values, 'day'), to: textOf(values, 'to'), papers: listOf(values, 'papers') as 'form'[], document: textOf(values, 'document') })}
          />
        )}
        {last?.outcome === 'submitted' && (
          <ActForm
            kind="filingAnswered" section="filing" primary verb={t(received ? 'examineFiling' : 'answerFiling')} start={{ day: today, outcome: 'filed', note: '' }}
            fields={[day, { name: 'outcome', label: t('outcome'), kind: 'choice', required: true, span: 6, options: (['filed', 'refileAsked', 'correctionAsked'] as const).map((one) => [one, t(`filing.${one}`)] as const) }, { name: 'note', label: t('noteWord'), kind: 'text', span: 12, max: 400 }]}
            make={(values) => ({ kind: 'filingAnswered', day: textOf(values, 'day'), outcome: textOf(values, 'outcome') as 'filed', note: textOf(values, 'note') })}
          />
        )}
        <ActForm
          kind="filingUrged" verb={t('urge')} start={{ day: today, by: '', deadline: '', note: '' }} fields={[day, { name: 'by', label: t('urgedBy'), kind: 'text', required: true, span: 4 }, { name: 'deadline', label: t('deadline'), kind: 'day', span: 2 }, { name: 'note', label: t('noteWord'), kind: 'text', span: 4, max: 400 }]}
          make={(values) => ({ kind: 'filingUrged', day: textOf(values, 'day'), by: textOf(values, 'by'), deadline: textOf(values, 'deadline'), note: textOf(values, 'note') })}
        />
      </div>
    </div>
  )
}

/** 公告, with what it must state and where it must stand. */
export const NoticeSection = () => {
  const t = usePlaceNameWords()
  const say = useSay()
  const options = useTable()
  const { current, today } = usePlaceNameCase()
  const cover = useCoverWords()
  if (current === undefined) return null
  return (
    <div className="name-part">
      {current.filing !== null && <p className="quiet">{t('noticeFrom', { what: t(`noticeFrom.${current.filings.some(({ outcome }) => outcome === 'refileAsked' || outcome === 'correctionAsked') ? 'papers' : current.filing.noticeFrom}`) })}</p>}
      <Lines
        none={t('noNotices')} rows={current.notices.map((notice, index) => ({ key: String(index), words: <>{t('noticeLine', { day: notice.day, number: notice.number })} · {cover(notice.words.map(({ item }) => item))} · {noticeChannels.filter(({ code }) => notice.channels.includes(code)).map((channel) => say(channel)).join(t('listComma'))}</>, by: /^https?:\/\//u.test(notice.link) ? <a href={notice.link} target="_blank" rel="noreferrer">{t('link')}</a> : notice.link }))}
      />
      <ActForm
        kind="noticed" section="notice" primary={current.notices.length === 0} verb={t('publish')} start={{ day: today, number: '', channels: ['nationalBase', 'website'], link: '', elements: noticeElements.map(({ code }) => code), items: [] }}
        fields={[
          { name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'number', label: t('noticeNumber'), kind: 'text', span: 4, max: 100, hint: t('autoNumber'), mono: true }, { name: 'link', label: t('link'), kind: 'text', span: 6, max: 400 },
          { name: 'channels', label: t('channels'), kind: 'ticks', required: true, span: 12, options: options(noticeChannels) }, { name: 'elements', label: t('elements'), kind: 'ticks', span: 12, options: options(noticeElements) }, { name: 'items', label: t('covers'), kind: 'items', span: 12 },
        ]}
        make={(values) => ({ kind: 'noticed', day: textOf(values, 'day'), number: textOf(values, 'number'), link: textOf(values, 'link'), channels: listOf(values, 'channels') as 'website'[], elements: listOf(values, 'elements') as 'name'[], ...(listOf(values, 'items').length === 0 ? {} : { items: listOf(values, 'items') }) })}
      />
    </div>
  )
}

/** 国家地名信息库录入: the code of each name as it was received. */
export const EntrySection = () => {
  const t = usePlaceNameWords()
  const { current, today } = usePlaceNameCase()
  if (current === undefined) return null
  const first = current.words.find(({ item }) => !current.entries.some((entry) => entry.item === item))?.item
  return (
    <NameRows
      rows={current.words.map(({ item, name }) => ({ id: item, name, entry: current.entries.findLast((one) => one.item === item) }))} label={t('section.entry')} render={({ id, name, entry }) => (
        <>
          <span className="verdict-name"><b>{name}</b> {entry === undefined ? <span className="quiet">{t('notEntered')}</span> : <><span className="mono">{entry.code}</span> <span className="quiet">{entry.day} · {entry.announced ? t('announced') : t('notAnnounced')}</span></>}</span>
          <ActForm
            kind="entered" small section="entry" primary={id === first} verb={entry === undefined ? t('enterOf', { name }) : t('enter')} start={{ day: today, code: entry?.code ?? '', announced: true }}
            fields={[{ name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'code', label: t('nationalCode'), kind: 'text', required: true, span: 5, max: 20, mono: true, problem: (value) => (/^\d{20}$/u.test(String(value).trim()) ? undefined : t('codeShape')) }, { name: 'announced', label: t('announced'), kind: 'tick', span: 5 }]}
            make={(values) => ({ kind: 'entered', day: textOf(values, 'day'), item: id, code: textOf(values, 'code'), announced: ticked(values, 'announced') })}
          />
        </>
      )}
    />
  )
}

/** 标志: set, found faulty, mended; text and spelling as they stand on the sign. */
export const SignsSection = () => {
  const t = usePlaceNameWords()
  const say = useSay()
  const options = useTable()
  const { current, today } = usePlaceNameCase()
  if (current === undefined) return null
  const named = current.words.filter(({ item }) => current.file.items.find(({ id }) => id === item)?.act !== 'removal')
  const first = named.find(({ item }) => !current.signs.some((sign) => sign.item === item))?.item
  const day: FormField = { name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }
  const entityOf = (item: string) => current.entities.find((entity) => entity.item === item)?.entityId
  return (
    <NameRows
      rows={named.map((words) => ({ ...words, id: words.item, own: current.signs.filter((sign) => sign.item === words.item) }))} label={t('section.signs')} render={({ id, name, sign, own }) => {
        const entity = entityOf(id)
        return (
          <>
            <span className="verdict-name"><b>{name}</b> {own.length === 0 && <span className="quiet">{t('noSigns')}</span>} {entity !== undefined && <Link href={`/place-names/plates/${entity}`}>{t('toPlates')}</Link>}</span>
            {own.length > 0 && (
              <Lines
                rows={own.map((one) => {
                  const open = one.defects.find(({ mendedOn }) => mendedOn === '')
                  return {
                    key: one.id, words: <>{one.set.day} {one.set.text} <span lang="zh-Latn" className="quiet">{one.set.pinyin}</span> {one.set.position}{one.defects.map((defect, index) => <div key={index}><span className={`tag ${defect.mendedOn === '' ? 'stop' : 'good'}`}>{say(signDefects.find(({ code }) => code === defect.defect) ?? { zh: defect.defect, en: defect.defect })}</span> {defect.day} {defect.note}{defect.mendedOn !== '' && ` → ${defect.mendedOn}`}</div>)}</>,
                    acts: <>
                      <ActForm kind="signFound" small verb={t('signFault')} start={{ day: today, defect: '1', note: '' }} fields={[day, { name: 'defect', label: t('defect'), kind: 'pick', required: true, span: 4, options: options(signDefects) }, { name: 'note', label: t('noteWord'), kind: 'text', span: 6, max: 400 }]} make={(values) => ({ kind: 'signFound', day: textOf(values, 'day'), item: id, sign: one.id, defect: textOf(values, 'defect') as '1', note: textOf(values, 'note') })} />
                      {open !== undefined && (
                        <ActForm
                          kind="signMended" small verb={t('signMend')} start={{ day: today, text: name, pinyin: sign, note: '', photo: [] }}
                          fields={[day, { name: 'text', label: t('signText'), kind: 'text', required: true, span: 3, max: 60 }, { name: 'pinyin', label: t('signPinyin'), kind: 'text', span: 4, max: 300 }, { name: 'note', label: t('noteWord'), kind: 'text', span: 6, max: 400 }, { name: 'photo', label: t('photo'), kind: 'scans', span: 8 }]}
                          make={(values) => { const [photo] = listOf(values, 'photo'); return { kind: 'signMended', day: textOf(values, 'day'), item: id, sign: one.id, note: textOf(values, 'note'), text: textOf(values, 'text'), pinyin: textOf(values, 'pinyin'), ...(photo === undefined ? {} : { photo }) } }}
                        />
                      )}
                    </>,
                  }
                })}
              />
            )}
            <ActForm
              kind="signSet" small section="signs" primary={id === first} verb={t('setSignOf', { name })} start={{ day: today, text: name, pinyin: sign, position: '', maker: '', photo: [] }}
              fields={[day, { name: 'text', label: t('signText'), kind: 'text', required: true, span: 3, max: 60 }, { name: 'pinyin', label: t('signPinyin'), kind: 'text', span: 4, max: 300 }, { name: 'position', label: t('position'), kind: 'text', span: 3, max: 100 }, { name: 'maker', label: t('maker'), kind: 'text', span: 4, max: 100 }, { name: 'photo', label: t('photo'), kind: 'scans', span: 8 }]}
              make={(values) => ({ kind: 'signSet', day: textOf(values, 'day'), item: id, text: textOf(values, 'text'), pinyin: textOf(values, 'pinyin'), position: textOf(values, 'position'), maker: textOf(values, 'maker'), photo: listOf(values, 'photo')[0] ?? '' })}
            />
          </>
        )
      }}
    />
  )
}

/** 归档. */
export const ArchiveSection = () => {
  const t = usePlaceNameWords()
  const { current, today, can } = usePlaceNameCase()
  if (current === undefined) return null
  const { archive } = current
  const pages = current.file.papers.reduce((sum, paper) => sum + paper.pages, 0)
  return (
    <div className="name-part">
      {archive !== null && <Lines rows={[{ key: 'a', words: t('archivedLine', { fonds: archive.fonds === '' ? '—' : archive.fonds, year: archive.year, file: archive.fileNumber, pages: archive.pages }), by: archive.day }]} />}
      {archive === null && !can('archived') && <p className="quiet">{t('notArchived')}</p>}
      <ActForm
        kind="archived" section="archive" primary verb={t('archiveIt')} start={{ day: today, fonds: '', year: (current.decision?.day ?? today).slice(0, 4), pages: pages === 0 ? '' : String(pages), index: true }}
        fields={[
          { name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'fonds', label: t('fonds'), kind: 'text', span: 2, max: 20 }, { name: 'year', label: t('year'), kind: 'text', required: true, span: 2, max: 4, problem: (value) => (/^(?:19[89]|20|21)\d\d?\d?$/u.test(String(value)) && String(value).length === 4 ? undefined : t('numberShape')) },
          { name: 'pages', label: t('pages'), kind: 'text', required: true, span: 2, max: 5, problem: (value) => (/^[1-9]\d{0,4}$/u.test(String(value)) ? undefined : t('numberShape')) }, { name: 'index', label: t('indexPrinted'), kind: 'tick', span: 4 },
        ]}
        make={(values) => ({ kind: 'archived', day: textOf(values, 'day'), fonds: textOf(values, 'fonds'), year: Number(textOf(values, 'year')), pages: Number(textOf(values, 'pages')), index: ticked(values, 'index') })}
      />
    </div>
  )
}
