/** `npm run verify -- --data DIR`: proves the register of a data folder, with a desk open on it or without. Exit code 0 sound, 1 not sound, 2 not verified. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { describeFailure } from '../api/desk.ts'
import { verifyRegister, type VerifyProgress, type VerifyReport } from '../api/verify.ts'
import { terminalLanguage } from './arguments.ts'

const language = terminalLanguage(process.env)
const say = (zh: string, en: string): void => console.log(language === 'zh' ? zh : en)

const stages: Readonly<Record<VerifyProgress['stage'], { zh: string; en: string }>> = {
  chain: { zh: '日志链', en: 'chain of the journal' },
  rebuild: { zh: '重建各表', en: 'rebuilding the tables' },
  integrity: { zh: '数据库完整性', en: 'integrity of the database' },
  files: { zh: '扫描件', en: 'scans and photos' },
  drafts: { zh: '草稿', en: 'drafts' },
}

const showProgress = ({ stage, done, total }: VerifyProgress): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${stages[stage][language]} ${String(done)} / ${String(total)}`)
}

const show = (report: VerifyReport): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  for (const { table, rows } of report.tables) console.log(`${table.padEnd(28)} ${String(rows).padStart(10)}`)
  for (const { where, what, seq } of report.faults) console.log(`✗ ${where}${seq === undefined ? '' : ` #${String(seq)}`}: ${what}`)
  const seconds = (report.milliseconds / 1000).toFixed(1)
  const head = `${String(report.head.seq)} ${report.head.hash}`
  if (report.sound) say(`登记簿完好：日志 ${String(report.entries)} 条，用时 ${seconds} 秒，日志头 ${head}`, `The register is sound: ${String(report.entries)} journal entries in ${seconds} s, head ${head}`)
  else say(`登记簿有 ${String(report.faults.length)} 处不符，请勿继续使用并从备份恢复`, `The register has ${String(report.faults.length)} faults: stop using it and restore a backup`)
}

const verify = async (): Promise<number> => {
  let folder: string | undefined
  try {
    folder = parseArgs({ options: { data: { type: 'string' } } }).values.data
  } catch {
    // Said below.
  }
  if (folder === undefined || folder === '') {
    console.error('npm run verify -- --data DIR')
    return 2
  }
  if (!existsSync(folder)) {
    say(`没有数据文件夹 ${folder}`, `There is no data folder ${folder}`)
    return 2
  }
  try {
    const report = await verifyRegister(folder, { onProgress: showProgress })
    show(report)
    return report.sound ? 0 : 1
  } catch (error) {
    console.error(describeFailure(error).message[language])
    return 2
  }
}

process.exitCode = await verify()
