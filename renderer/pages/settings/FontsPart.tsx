import { Button } from 'antd'
import { useRef } from 'react'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState, Facts, FailurePanel, Loaded, Section } from '../../shared/Page.tsx'
import { useAct, useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { words } from './words.ts'

/** What the fonts of papers cover, and the office's own. */
export const FontsPart = () => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const fonts = useRoute('listFonts', undefined, { fresh: 60_000 })
  const put = useAct('putFont', { refresh: ['listFonts'] })
  const file = useRef<HTMLInputElement>(null)
  const covered = (have: number, of: number) => (have >= of ? <span className="tag good">{t('complete')}</span> : <span className="tag answer">{t('lacking', { n: number(of - have) })}</span>)
  return (
    <Loaded of={fonts}>
      {(data) => (
        <>
          <Section title={t('coverage')}>
            <div className="table-frame">
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('style')}</th>
                    <th scope="col">{t('standardSet')}</th>
                    <th scope="col">{t('level3')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.stacks.map((stack) => (
                    <tr key={stack.id}>
                      <th scope="row">{say(stack.title)}</th>
                      <td>
                        {t('coveredOf', { n: number(stack.standard), of: number(stack.standardOf) })} {covered(stack.standard, stack.standardOf)}
                      </td>
                      <td>
                        {t('coveredOf', { n: number(stack.level3), of: number(stack.level3Of) })} {covered(stack.level3, stack.level3Of)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Section>
          <Section
            title={t('ownFont')}
            acts={
              may('font.write') && (
                <>
                  <input
                    ref={file}
                    type="file"
                    accept=".ttf,font/ttf"
                    hidden
                    onChange={(event) => {
                      const chosen = event.target.files?.[0]
                      if (chosen !== undefined) put.mutate({ bytes: new Blob([chosen], { type: 'font/ttf' }) })
                      event.target.value = ''
                    }}
                  />
                  <Button loading={put.isPending} onClick={() => file.current?.click()}>
                    {t('addFont')}
                  </Button>
                </>
              )
            }
          >
            <FailurePanel failure={put.error} />
            {data.office === null ? (
              <EmptyState title={t('noOwnFont')} hint={t('noOwnFontHint')} />
            ) : (
              <Facts
                rows={[
                  [t('style'), `${data.office.name} · ${t('fontUse')}`],
                  [t('standardSet'), number(data.office.standard)],
                  [t('state'), data.office.embeddable ? t('embeddable') : <span className="tag stop">{t('notEmbeddable')}</span>],
                ]}
              />
            )}
          </Section>
        </>
      )}
    </Loaded>
  )
}
