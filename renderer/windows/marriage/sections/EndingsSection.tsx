import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { EndingLine, MarriageCase } from '../../../../api/schemas/marriage.ts'
import type { EndingActionKind } from '../../../../domain/marriage/endings.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import { useCasePlace, useCaseView } from '../../../case/desk/context.tsx'
import { moment } from '../../../case/moments.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { EndingDialog } from '../dialogs/EndingDialog.tsx'
import { endingActs } from '../dialogs/endings.ts'
import { FileEndingDialog } from '../dialogs/FileEndingDialog.tsx'
import { words } from '../words.ts'

const papersOf = (kind: EndingLine['kind']): readonly string[] => (kind === 'revoked' ? ['marriage.revocationNotice', 'marriage.revocationDecision', 'marriage.endingNote'] : ['marriage.endingNote'])

const Ending = ({ ending, last, onFile }: { readonly ending: EndingLine; readonly last: boolean; readonly onFile: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { desk, preview } = useCasePlace<MarriageFile, MarriageCase>()
  const { current } = useCaseView(desk)
  if (current === undefined) return null
  // The note is drawn of the last end; a revocation's own papers whenever there is one.
  const papers = current.papers.filter((paper) => paper.ready && papersOf(ending.kind).includes(paper.paper) && (last || paper.paper !== 'marriage.endingNote'))
  return (
    <li className="ending">
      <p className="row">
        <span className="tag stop">{say(ending.title)}</span><b>{ending.day}</b>
        <span className="quiet">{t('notedBy', { who: ending.by, at: moment(ending.at) })}{ending.second !== '' && ` · ${t('second', { who: ending.second })}`}</span>
        {ending.divorceId !== '' && <Link href={`/divorce/${ending.divorceId}`}>{t('openDivorce')}</Link>}
      </p>
      <p className="remark">{ending.remark}</p>
      <p className="row">
        {ending.otherFile !== '' && <span>{t('otherFile')} <b>{ending.otherFile}</b></span>}
        {ending.kind !== 'divorced' && ending.file === null && current.acts.includes('marriage.endingFiled') && <Button size="small" onClick={onFile}>{t('fileEnding')}</Button>}
        {papers.length > 0 && <Button size="small" onClick={() => preview(papers)}>{t('endingPapers')}</Button>}
      </p>
    </li>
  )
}

/** 终止注记: how the marriage stands, its ends with their other files, what can be noted, and what begins from it. */
export const EndingsSection = () => {
  const t = useWords(words)
  const say = useSay()
  const { desk, may, preview } = useCasePlace<MarriageFile, MarriageCase>()
  const { current } = useCaseView(desk)
  const [, navigate] = useLocation()
  const [noting, setNoting] = useState<EndingActionKind>()
  const [filing, setFiling] = useState<EndingLine>()
  if (current === undefined) return null
  const { standing, endings, related } = current
  const noteable = endingActs.filter((act) => current.acts.includes(act))
  return (
    <div className="endings">
      <p className="row">
        <span className={`tag ${standing === 'standing' ? 'good' : 'stop'}`}>{t(`standing.${standing}`)}</span>
        {standing === 'standing' && may('case.write') && (
          <>
            <Button size="small" onClick={() => navigate(`/divorce/new?marriage=${current.id}`)}>{t('beginDivorce')}</Button>
            <Button size="small" onClick={() => navigate(`/reissue/new?from=${current.id}`)}>{t('beginReissue')}</Button>
          </>
        )}
      </p>
      {endings.length > 0 && <ul className="ending-list">{endings.map((ending) => <Ending key={ending.index} ending={ending} last={ending.index === endings.length - 1} onFile={() => setFiling(ending)} />)}</ul>}
      {related.length > 0 && (
        <table className="plain-table related">
          <tbody>
            {related.map((one) => <tr key={one.caseId}><td><Link href={`/${one.window}/${one.caseId}`}>{say(one.title)}</Link></td><td className="mono">{one.number === '' ? '—' : one.number}</td><td>{one.day}</td><td>{say(one.state)}</td></tr>)}
          </tbody>
        </table>
      )}
      {noteable.length > 0 && (
        <div className="row">
          <span className="quiet">{t('noteEnding')}</span>
          {noteable.map((act) => <Button key={act} size="small" danger={act === 'marriage.revoked'} onClick={() => setNoting(act)}>{t(`act.${act}`)}</Button>)}
        </div>
      )}
      {noting !== undefined && <EndingDialog kind={noting} onClose={() => setNoting(undefined)} onDone={(done) => preview(done.papers.filter((paper) => paper.ready && papersOf(noting === 'marriage.revoked' ? 'revoked' : 'void').includes(paper.paper)))} />}
      {filing !== undefined && <FileEndingDialog ending={filing} onClose={() => setFiling(undefined)} />}
    </div>
  )
}
