import type { Reply } from '../../shared/client.ts'
import { useWords } from '../../shared/i18n.ts'
import { words } from './words.ts'

export type Hit = Reply<'search'>['hits'][number]

const has = (key: string): key is keyof typeof words & string => Object.hasOwn(words, key)

/** One result: who, which case, and by what it was found. */
export const HitWords = ({ hit }: { readonly hit: Hit }) => {
  const t = useWords(words)
  const known = (key: string): string => (has(key) ? t(key) : key)
  return (
    <>
      <span className="hit-title">
        <strong>{hit.title}</strong>
        <span className="tag">{known(has(`${hit.window}.${hit.state}`) ? `${hit.window}.${hit.state}` : hit.state)}</span>
      </span>
      <span className="hit-facts">
        {hit.number !== '' && <span className="mono">{hit.number}</span>}
        {hit.day !== '' && <span>{hit.day}</span>}
        {hit.matched !== 'name' && hit.matched !== 'number' && (
          <span>
            {known(hit.matched)} {hit.value}
          </span>
        )}
      </span>
    </>
  )
}
