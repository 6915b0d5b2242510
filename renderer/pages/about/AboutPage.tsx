import { useWords } from '../../shared/i18n.ts'
import { Facts, Page, Section } from '../../shared/Page.tsx'
import { useSession } from '../../shared/session.tsx'
import { words } from './words.ts'

const AboutPage = () => {
  const t = useWords(words)
  const { office } = useSession()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('office')}>
        <Facts
          rows={[
            [t('version'), office.version],
            [t('office'), <span className="data" lang="zh-CN">{office.name}</span>],
            [t('area'), office.area],
            [t('fonds'), office.fonds],
          ]}
        />
      </Section>
      <Section title={t('data')}>
        <p>{t('dataWords')}</p>
      </Section>
      <Section title={t('licence')}>
        <p>{t('licenceWords')}</p>
        <p>
          <a href="/api/docs" target="_blank" rel="noreferrer">
            {t('api')}
          </a>
        </p>
      </Section>
    </Page>
  )
}

export default AboutPage
