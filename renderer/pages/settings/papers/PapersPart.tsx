import './papers.css'
import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { clearable } from '../../../shared/clearable.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Loaded } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { findWindow } from '../../../windows.ts'
import { SettingsList, type SettingsColumn } from '../SettingsList.tsx'
import { TextsDialog, type Paper } from './TextsDialog.tsx'
import { words } from './words.ts'

/** 文书: the catalogue of papers with version, days and source, and the texts an office sets for itself. */
export const PapersPart = () => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const papers = useRoute('listPapers')
  const [wanted, setWanted] = useState('')
  const [open, setOpen] = useState<Paper>()
  const columns = useMemo<readonly SettingsColumn<Paper>[]>(() => {
    const windowOf = (paper: Paper): string => {
      const window = findWindow(paper.window)
      return window === undefined ? t('office') : say(window.short ?? window.title)
    }
    return [
      { id: 'paper', title: t('paper'), show: (paper) => <>{say(paper.title)}{paper.needs.length > 0 && <div className="quiet">{t('needs')}: {paper.needs.map(say).join(' · ')}</div>}</> },
      { id: 'window', title: t('window'), className: 'nowrap', show: windowOf },
      { id: 'version', title: t('version'), className: 'nowrap', show: (paper) => paper.version },
      { id: 'from', title: t('from'), className: 'nowrap', show: (paper) => paper.from },
      { id: 'source', title: t('source'), show: (paper) => <><span className={`tag ${paper.officialLayout ? 'good' : 'answer'}`}>{paper.officialLayout ? t('official') : t('own')}</span> {say(paper.source)}</> },
      { id: 'texts', title: t('texts'), className: 'nowrap', show: (paper) => { const own = paper.texts.filter((text) => text.own !== '').length; return own === 0 ? '' : <span className="tag information">{t('changed', { n: own })}</span> } },
    ]
  }, [t, say])
  const wantedWords = wanted.trim().toLowerCase()
  return (
    <Loaded of={papers}>
      {(data) => (
        <>
          <SettingsList
            title={t('title')} lead={t('lead')} rows={data.papers.filter((paper) => [paper.title.zh, paper.title.en, paper.source.zh, paper.source.en].join(' ').toLowerCase().includes(wantedWords))} rowKey={(paper) => paper.paper} columns={columns}
            tools={<Input className="data-filter" allowClear={clearable} aria-label={t('filter')} placeholder={t('filter')} value={wanted} onChange={(event) => setWanted(event.target.value)} />}
            acts={(paper) => [{ label: may('setting.write') && paper.texts.length > 0 ? t('texts') : t('specimen'), name: `${may('setting.write') && paper.texts.length > 0 ? t('texts') : t('specimen')} ${say(paper.title)}`, run: () => setOpen(paper) }]}
            empty={{ title: t('none'), hint: t('noneHint') }}
          />
          {open !== undefined && <TextsDialog paper={open} mayWrite={may('setting.write')} onClose={() => setOpen(undefined)} />}
        </>
      )}
    </Loaded>
  )
}
