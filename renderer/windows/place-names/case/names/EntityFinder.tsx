import type { GazetteerLine } from '../../../../../api/schemas/gazetteer.ts'
import { FinderBox, useFinderText } from '../../../../shared/FinderBox.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { useRoute } from '../../../../shared/query.ts'
import { usePlaceNameWords } from '../parts.tsx'

/** Finds a name of the gazetteer as one types; Enter takes the marked one. `every`: former and removed names too. */
export const EntityFinder = ({ label, every = false, onFound }: { readonly label: string; readonly every?: boolean; readonly onFound: (line: GazetteerLine) => void }) => {
  const t = usePlaceNameWords()
  const say = useSay()
  const text = useFinderText()
  const answer = useRoute('listGazetteer', { query: { text: text.wanted, limit: 20 } }, { enabled: text.wanted !== '', keep: true })
  const rows = (answer.data?.rows ?? []).filter((row, index, all) => (every || (row.standing === 'standard' && !row.removed)) && all.findIndex((other) => other.entityId === row.entityId) === index)
  return (
    <FinderBox
      text={text} rows={rows} rowKey={(row) => row.entityId} onTake={onFound} answer={answer} clearsOnEscape
      render={(row) => <><b>{row.name}</b> <span className="quiet">{row.text} · {t(`kind.${row.kind}`)} · {row.township}{row.village} · {say(row.standingTitle)}</span></>}
      label={label} listLabel={label} placeholder={t('findEntityHint')} finding={t('finding')} notFound={t('notFoundInGazetteer')}
    />
  )
}
