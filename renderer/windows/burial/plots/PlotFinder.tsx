import { FinderBox, useFinderText } from '../../../shared/FinderBox.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useRoute } from '../../../shared/query.ts'
import { words } from './words.ts'

/** Finds a plot by the name, identity number or telephone of its holder or of who lies there, or by a number of a paper; Enter takes the marked one. */
export const PlotFinder = ({ onFound, label }: { readonly onFound: (plot: string) => void; readonly label?: string }) => {
  const t = useWords(words)
  const say = useSay()
  const text = useFinderText()
  const answer = useRoute('findPlots', { query: { text: text.wanted } }, { enabled: text.wanted !== '', keep: true })
  return (
    <FinderBox
      text={text} rows={answer.data?.rows ?? []} rowKey={(row) => row.plot} onTake={(row) => onFound(row.plot)} answer={answer} clearsOnEscape
      label={label ?? t('find')} listLabel={t('find')} placeholder={t('findHint')} finding={t('finding')} notFound={t('notFound')}
      render={(row) => (
        <>
          <b className="data">{say(row.words)}</b> <span className="tag">{t(`state_${row.state}`)}</span>
          <div className="quiet"><span className="data">{[row.holder, ...row.lying].filter((part) => part !== '').join(' · ')}</span>{row.until === '' ? '' : ` · ${t('endsOn', { day: row.until })}`}</div>
        </>
      )}
    />
  )
}
