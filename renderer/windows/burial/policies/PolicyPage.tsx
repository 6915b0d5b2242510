import '../grounds/grounds.css'
import './policies.css'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { useQueryClient } from '@tanstack/react-query'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { Loaded, Page } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { saveFile } from '../../../shared/shell.ts'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { datesWords } from './describe.ts'
import { copyDraft, keepDraft, policyFile } from './drafts.ts'
import { EndDialog } from './EndDialog.tsx'
import { Mark, PolicyView } from './PolicyView.tsx'
import { words } from './words.ts'

/** One policy in plain words, with what may be done with it. */
export default function PolicyPage() {
  const t = useWords(words)
  const say = useSay()
  const { policy: id = '' } = useParams<{ policy: string }>()
  const { office, may } = useSession()
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const [ending, setEnding] = useState(false)
  const found = useRoute('getPolicy', { params: { policy: id } }, { keep: true })
  const listed = useRoute('listPolicies', {}, { fresh: 10_000 })
  const writes = may('policy.write')
  const copy = (): void => {
    if (found.data === undefined) return
    const taken = [...(listed.data?.book ?? []), ...(listed.data?.library ?? [])].map((line) => line.id)
    const draft = copyDraft(found.data.policy, { today: office.today, taken })
    keepDraft(draft)
    navigate(`/burial/policies/drafts/${draft.key}`)
  }
  usePageKeys([{ key: 'F2', label: t('copy'), run: copy, disabled: found.data === undefined || listed.data === undefined }], { when: writes })
  const title = found.data === undefined ? '' : say(found.data.policy.title)
  const line = found.data?.line
  const adopted = line !== undefined && line.adoptedOn !== ''
  return (
    <>
      <BurialTabs />
      <Page
        title={title === '' ? t('title') : title}
        lead={line !== undefined && <span className="row"><span className="mono">{line.id}</span> <span>{datesWords(line, t)}</span> <Mark verified={line.verified} /> {adopted && <span className="data">{t('adoptedBy', { on: line.adoptedOn, by: line.adoptedBy, second: line.second })}</span>} {line.copiedFrom !== '' && <Link href={`/burial/policies/${line.copiedFrom}`}>{t('copiedFrom', { id: line.copiedFrom })}</Link>} <Link href="/burial/policies">{t('backToList')}</Link></span>}
        acts={<>
          <Button disabled={found.data === undefined} onClick={() => { if (found.data !== undefined) void saveFile(new Blob([policyFile('waiver', found.data.policy)], { type: 'application/json' }), `${found.data.policy.id}.json`) }}>{t('exportPolicy')}</Button>
          {writes && adopted && line.to === '' && <Button onClick={() => setEnding(true)}>{t('end')}</Button>}
          {writes && <Button type="primary" disabled={found.data === undefined || listed.data === undefined} onClick={copy}>{t('copy')} <KeyCap name="F2" /></Button>}
        </>}
      >
        <Loaded of={found}>{(data) => <PolicyView policy={data.policy} results={data.results} />}</Loaded>
        {ending && <EndDialog policy={id} title={title} to={office.today} onCancel={() => setEnding(false)} onDone={() => { setEnding(false); void client.invalidateQueries({ queryKey: ['getPolicy'] }); void client.invalidateQueries({ queryKey: ['listPolicies'] }) }} />}
      </Page>
    </>
  )
}
