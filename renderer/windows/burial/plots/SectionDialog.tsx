import { Checkbox, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { CemeteryLine } from '../../../../api/schemas/placement.ts'
import { plotCount, requireSoundSection } from '../../../../domain/burial/placement/cemetery.ts'
import { burialForms, plotSizes } from '../../../../domain/burial/placement/codes.ts'
import { runPlotCheck } from '../../../../domain/burial/placement/decide.ts'
import { shippedLimits, type PlotLimit } from '../../../../domain/burial/placement/limits.ts'
import { LantaiError } from '../../../../domain/error.ts'
import { Choices } from '../../../frame/Choices.tsx'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useAct, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { emptyLayout, sectionOf, type LayoutForm } from './layout.ts'
import { words } from './words.ts'

/** The names of fields as the rules know them, in the form's own. */
const fieldOf: Readonly<Record<string, string>> = { areaDm2: 'area', steleCm: 'stele' }
const noLimits: readonly PlotLimit[] = []
const sizesFor = { single: '1', double: '2', multi: '4' } as const

/** Lays out a section: rows of plots, or racks of niches by level and column; counts them and asks the limits on area while one types. */
export const SectionDialog = ({ cemetery, onClose }: { readonly cemetery: CemeteryLine; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [, navigate] = useLocation()
  const niches = cemetery.facts.kind === 'publicColumbarium' || cemetery.facts.kind === 'commercialColumbarium'
  const [form, setForm] = useState<LayoutForm>(niches ? { ...emptyLayout, what: 'niche', size: 'single', capacity: '1' } : emptyLayout)
  const put = (change: Partial<LayoutForm>): void => setForm((now) => ({ ...now, ...change }))
  // The office's own limits stand beside the shipped ones.
  const own = useRoute('listCemeteries', { query: {} }, { fresh: 60_000 }).data?.ownLimits ?? noLimits
  const layOut = useAct('layOutSection', { refresh: ['listCemeteries'] })
  const made = useMemo(() => sectionOf(form), [form])
  const ground = useMemo(() => ({ id: cemetery.id, facts: cemetery.facts, sections: cemetery.sections.map(({ section }) => section) }), [cemetery])
  const findings = useMemo(() => {
    // The size and area are judged even while the rows are not typed yet.
    const section = 'section' in made ? made.section : (() => { const whole = sectionOf({ ...form, code: form.code.trim() === '' ? '1' : form.code, name: form.name.trim() === '' ? '1' : form.name }); return 'section' in whole ? whole.section : undefined })()
    if (section === undefined) return []
    return runPlotCheck('layout', { day: office.today, cemetery: ground, section, limits: [...shippedLimits, ...own] }).findings.map((finding) => ({ ...finding, ...(finding.field !== undefined && { field: fieldOf[finding.field] ?? finding.field }) }))
  }, [made, form, ground, office.today, own])
  const unsound = useMemo(() => {
    if (!('section' in made)) return undefined
    try {
      requireSoundSection(ground, made.section)
      return undefined
    } catch (error) {
      return error instanceof LantaiError ? { field: fieldOf[error.field ?? ''] ?? error.field ?? 'code', words: error.text } : undefined
    }
  }, [made, ground])
  const wrong = 'wrong' in made ? made.wrong : undefined
  const problem = (field: keyof LayoutForm, tried: boolean): string | undefined => (unsound?.field === field ? say(unsound.words) : tried && wrong === field ? t(`wrong_${field === 'code' || field === 'name' || field === 'firstRow' || field === 'area' ? field : 'count'}`) : undefined)
  const count = 'section' in made ? plotCount(made.section) : 0
  const text = (field: 'code' | 'name' | 'capacity' | 'area' | 'stele' | 'firstRow' | 'rows' | 'levels' | 'columns', label: string, span: number, tried: boolean, more: Partial<Parameters<typeof Field>[0]>, hint?: string) => (
    <Field path={field} span={span} label={label} required problem={problem(field, tried)} {...more} {...(hint !== undefined && { hint })}>
      <Input value={form[field]} maxLength={field === 'name' ? 100 : field === 'code' ? 20 : 10} inputMode={field === 'code' || field === 'name' || field === 'firstRow' ? 'text' : 'decimal'} autoComplete="off" onChange={(event) => put({ [field]: event.target.value })} />
    </Field>
  )
  return (
    <ActDialog
      title={t('layOutIn', { name: cemetery.facts.name })} verb={t('layOut')} width={820} names={fieldOf} findings={findings} missing={wrong ?? unsound?.field} onDone={() => undefined} onCancel={onClose}
      act={async (answers) => {
        if (!('section' in made)) return
        await layOut.mutateAsync({ params: { id: cemetery.id }, body: { section: made.section, answers } })
        onClose()
        navigate(`/burial/plots/${cemetery.id}?section=${encodeURIComponent(made.section.code)}`)
      }}
    >
      {({ failure, findings: said, tried }) => {
        const more = { failure, findings: said }
        return (
          <>
            <Fields>
              {text('code', t('sectionCode'), 2, tried, more, t('sectionCodeHint'))}
              {text('name', t('sectionName'), 4, tried, more)}
              <Field path="what" span={3} label={t('what')} group><div><Choices label={t('what')} value={form.what} options={[{ value: 'plot', title: t('plots') }, { value: 'niche', title: t('niches') }]} onChange={(what) => put({ what, ...(what === 'niche' ? { form: 'ashes' } : {}) })} /></div></Field>
              <Field path="form" span={3} label={t('form')} group {...more}><div><Choices label={t('form')} value={form.form} options={burialForms.map((one) => ({ value: one.code, title: say(one) }))} onChange={(value) => put({ form: value })} /></div></Field>
              <Field path="size" span={5} label={t('size')} group {...more}><div><Choices label={t('size')} value={form.size} options={plotSizes.map((one) => ({ value: one.code, title: say(one) }))} onChange={(size) => put({ size, capacity: sizesFor[size] })} /></div></Field>
              {text('capacity', t('capacity'), 2, tried, more)}
              {form.what === 'plot' && text('area', t('plotArea'), 2, tried, more)}
              {form.what === 'plot' && text('stele', t('stele'), 3, tried, more)}
              {text('firstRow', t(form.what === 'niche' ? 'firstRack' : 'firstRow'), 3, tried, more, t('firstRowHint'))}
              {text('rows', t(form.what === 'niche' ? 'racks' : 'rows'), 2, tried, more)}
              {form.what === 'niche' && text('levels', t('levels'), 2, tried, more)}
              {text('columns', t(form.what === 'niche' ? 'columnsOfLevel' : 'columnsOfRow'), 3, tried, more)}
              <Field path="eco" span={2} label={t('eco')} group {...more}><div><Checkbox checked={form.eco} onChange={(event) => put({ eco: event.target.checked })}>{t('ecoYes')}</Checkbox></div></Field>
            </Fields>
            <div className="section-preview" role="status">
              {'section' in made ? (
                <>
                  <b>{t(form.what === 'niche' ? 'previewNiches' : 'previewPlots', { rows: number(made.section.rows.length), levels: made.section.rows[0]?.levels ?? 0, columns: number(made.section.rows[0]?.columns ?? 0), n: number(count), most: number(count * made.section.capacity) })}</b>
                  <div className="section-sketch" aria-hidden="true">
                    {made.section.rows.slice(0, 8).map(({ row, columns }) => <div key={row}><em>{row}</em>{Array.from({ length: Math.min(columns, 56) }, (_, index) => <i key={index} />)}{columns > 56 ? '…' : ''}</div>)}
                    {made.section.rows.length > 8 && <div><em>…</em></div>}
                  </div>
                </>
              ) : <span className="quiet">{t('previewNone')}</span>}
            </div>
          </>
        )
      }}
    </ActDialog>
  )
}
