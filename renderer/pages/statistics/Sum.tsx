import { Popover } from 'antd'
import { Link } from 'wouter'
import { number } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n.ts'
import { words } from './words.ts'

/** A number whose cases stand in several lists: pressing it names them. */
export const Sum = ({ value, what, parts }: { readonly value: number; readonly what: string; readonly parts: readonly { readonly title: string; readonly path: string }[] }) => {
  const t = useWords(words)
  return (
    <Popover trigger="click" title={t('sumOf', { n: parts.length })} content={<ul className="sum-parts">{parts.map((part) => <li key={part.path}><Link href={part.path}>{part.title}</Link></li>)}</ul>}>
      <button type="button" className="link" aria-label={t('cellParts', { what, n: number(value) })}>{number(value)}</button>
    </Popover>
  )
}
