const second = { account: 'manager', password: '…' }
const windows = ['marriage', 'divorce', 'reissue', 'burial', 'place-names'] as const

/** Examples of the routes of reports. */
export const reportExamples = {
  closeDay: { body: { seen: '0123456789abcdef', note: '' } },
  closeMonth: { body: { note: '已与各窗口核对', second } },
  startCompliance: { body: { from: '2026-01-01', to: '2026-03-31', windows } },
  storeReport: { body: { run: 'r019f4a1b2c3d4e5f60718', note: '一季度合规报告' } },
  draw: { body: { from: '2026-01-01', to: '2026-03-31', windows, size: 30, seed: '', note: '一季度抽查' } },
  examineDrawn: { body: { window: 'marriage', caseId: 'm019f4a1b2c3d4e5f60718', result: 'fail', rules: ['marriage.inspection.declarations.ink'], note: '女方声明书没有指纹' } },
  putPreference: { body: { value: ['today', 'month', 'needs', 'stock'] } },
} as const
