import { Button } from 'antd'
import { useState } from 'react'
import { instant } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n.ts'
import { EmptyState, Facts, Loaded, Section } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { CalibrationForm } from './CalibrationForm.tsx'
import { words } from './words.ts'

/** The printers of certificates and how far each is off. */
export const PrintersPart = () => {
  const t = useWords(words)
  const { may } = useSession()
  const printers = useRoute('listCalibrations')
  const [chosen, setChosen] = useState<{ readonly printer: string; readonly tray: string; readonly turn: number }>({ printer: '', tray: '', turn: 0 })
  return (
    <Loaded of={printers}>
      {(data) => (
        <>
          <Section title={t('printers')}>
            <Facts
              rows={[
                [t('certificateMode'), t(data.certificateMode)],
                [t('defaultPrinter'), data.defaultPrinter === '' ? t('noPrinter') : <span className="data">{data.defaultPrinter}</span>],
              ]}
            />
          </Section>
          <Section title={t('calibrations')}>
            {data.calibrations.length === 0 ? (
              <EmptyState title={t('noCalibration')} hint={t('noCalibrationHint')} />
            ) : (
              <div className="table-frame">
                <table className="plain-table">
                  <thead>
                    <tr>
                      {(['printer', 'tray', 'residual', 'at', 'by'] as const).map((key) => (
                        <th key={key} scope="col">
                          {t(key)}
                        </th>
                      ))}
                      <th scope="col" />
                    </tr>
                  </thead>
                  <tbody>
                    {data.calibrations.map((one) => (
                      <tr key={`${one.printer} ${one.tray}`}>
                        <th scope="row" className="data">
                          {one.printer}
                        </th>
                        <td>{one.tray}</td>
                        <td>{t('millimetres', { n: one.residual.toFixed(2) })}</td>
                        <td>{instant(one.at)}</td>
                        <td>{one.by}</td>
                        <td>
                          <Button size="small" onClick={() => setChosen((now) => ({ printer: one.printer, tray: one.tray, turn: now.turn + 1 }))}>
                            {t('useThis')}
                          </Button>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </Section>
          {may('printer.calibrate') && <CalibrationForm key={chosen.turn} printer={chosen.printer === '' ? data.defaultPrinter : chosen.printer} tray={chosen.tray} />}
        </>
      )}
    </Loaded>
  )
}
