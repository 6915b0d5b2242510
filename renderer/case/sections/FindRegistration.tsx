import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { Reply } from '../../shared/client.ts'
import { Field } from '../../shared/Field.tsx'
import { FailurePanel } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'

export type Hit = Reply<'search'>['hits'][number]

/** Looks a registration up in the register by its number, name or identity number; Enter takes the first over. `onTake` throws what the door says against it; `refused` may then say what else can be done. */
export const FindRegistration = ({ path, windows, words, nameOf, onTake, refused }: {
  readonly path: string
  /** Windows whose registrations are wanted. */
  readonly windows: readonly string[]
  readonly words: { readonly label: string; readonly hint: string; readonly take: string; readonly none: string }
  /** The kind of a registration, where several are wanted. */
  readonly nameOf?: (hit: Hit) => string
  readonly onTake: (hit: Hit) => Promise<void>
  readonly refused?: (hit: Hit) => ReactNode
}) => {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [failure, setFailure] = useState<{ readonly hit: Hit; readonly error: unknown }>()
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 180)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useRoute('search', { query: { q: asked, limit: 20 } }, { enabled: asked.length >= 2, keep: true })
  const hits = asked.length < 2 ? [] : (found.data?.hits ?? []).filter((hit, index, all) => hit.number !== '' && windows.includes(hit.window) && all.findIndex((other) => other.caseId === hit.caseId) === index)
  const take = async (hit: Hit) => {
    setFailure(undefined)
    try {
      await onTake(hit)
    } catch (error) {
      setFailure({ hit, error })
    }
  }
  return (
    <div className="find-registration">
      <Field path={path} label={words.label} hint={words.hint}>
        <Input
          value={typed} maxLength={60} autoComplete="off" spellCheck={false} onChange={(event) => { setTyped(event.target.value); setFailure(undefined) }}
          onKeyDown={(event) => {
            const [first] = hits
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || first === undefined || asked !== typed.trim() || found.isPlaceholderData) return
            event.preventDefault()
            void take(first)
          }}
        />
      </Field>
      {hits.length > 0 && (
        <table className="plain-table"><tbody>
          {hits.slice(0, 8).map((hit) => (
            <tr key={hit.caseId}>
              <td className="mono">{hit.number}</td>{nameOf !== undefined && <td>{nameOf(hit)}</td>}<td>{hit.title}</td><td>{hit.day}</td>
              <td className="end"><Button size="small" data-enter="" onClick={() => void take(hit)}>{words.take}</Button></td>
            </tr>
          ))}
        </tbody></table>
      )}
      {asked.length >= 2 && found.isSuccess && !found.isPlaceholderData && hits.length === 0 && <p className="quiet">{words.none}</p>}
      <FailurePanel failure={failure?.error} />
      {failure !== undefined && refused?.(failure.hit)}
    </div>
  )
}
