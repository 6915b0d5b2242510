import { codeTable } from '../../codes/types.ts'

/** The states of a place-name case; filing, notice, entry, signs and plates run beside each other once it is approved. */
export const placeNameStates = codeTable([
  ['received', '已收件', 'Received'],
  ['supplementAsked', '待补正', 'Supplement asked'],
  ['accepted', '已受理', 'Accepted'],
  ['reviewed', '已审核', 'Reviewed'],
  ['forwarded', '已报批', 'Forwarded'],
  ['opined', '已复函', 'Opinion given'],
  ['approved', '已批准', 'Approved'],
  ['refused', '不予批准', 'Refused'],
  ['notAccepted', '不予受理', 'Not accepted'],
  ['withdrawn', '已撤回', 'Withdrawn'],
  ['archived', '已归档', 'Archived'],
] as const)
export type PlaceNameState = (typeof placeNameStates)[number]['code']

/** 综合评估、专家论证、征求意见三份报告 (《地名管理条例》第十一条), with what each must hold (《地名管理条例实施办法》第五条). */
export const reportKinds = codeTable([
  ['assessment', '综合评估报告', 'Assessment report'],
  ['expert', '专家论证报告', 'Expert report'],
  ['consultation', '征求意见报告', 'Consultation report'],
] as const)
export type ReportKind = (typeof reportKinds)[number]['code']

/** What each report must hold, by code. */
export const reportContents = {
  assessment: codeTable([['legality', '合法性', 'Legality'], ['feasibility', '可行性', 'Feasibility'], ['controllability', '可控性', 'Controllability'], ['effects', '可能产生的影响', 'Possible effects'], ['risks', '风险', 'Risks'], ['measures', '应对措施', 'Counter-measures']] as const),
  expert: codeTable([['necessity', '必要性', 'Necessity'], ['soundness', '科学性', 'Soundness'], ['reasonableness', '合理性', 'Reasonableness'], ['risks', '风险', 'Risks'], ['advice', '对方案的意见建议', 'Advice on the plan']] as const),
  consultation: codeTable([['process', '征求意见的过程', 'Process'], ['range', '征求意见的范围', 'Range'], ['opinions', '主要意见', 'Main opinions'], ['handling', '意见采纳情况', 'How each was handled']] as const),
} as const satisfies Record<ReportKind, unknown>

/** What the notice of a name must state (《地名管理条例实施办法》第九条). */
export const noticeElements = codeTable([
  ['name', '标准地名', 'Standard name'],
  ['spelling', '罗马字母拼写', 'Romanisation'],
  ['division', '所在行政区', 'Division'],
  ['location', '位置描述', 'Location'],
  ['approver', '批准机关', 'Approving body'],
  ['approvedOn', '批准日期', 'Day of approval'],
] as const)

/** Where a notice is published; the national base is always one (《地名管理条例实施办法》第九条). */
export const noticeChannels = codeTable([
  ['nationalBase', '国家地名信息库', 'National place-name base'],
  ['website', '政府网站', 'Government website'],
  ['newMedia', '政务新媒体', 'Official new media'],
  ['press', '报刊', 'Press'],
  ['radio', '广播', 'Radio'],
  ['television', '电视', 'Television'],
] as const)

/** Papers that go with a filing (《地名管理条例实施办法》第六条). */
export const filingPapers = codeTable([
  ['form', '备案登记表', 'Filing form'],
  ['report', '备案报告', 'Filing report'],
  ['approval', '批准文件', 'Approval document'],
  ['application', '申请书和报告', 'Application and reports'],
] as const)

/** What came of a filing; whoever receives it may urge and set a deadline (第七、二十三条). */
export const filingOutcomes = codeTable([
  ['submitted', '已报送', 'Submitted'],
  ['filed', '已备案', 'Filed'],
  ['refileAsked', '要求重新报送', 'To be refiled'],
  ['correctionAsked', '要求补正', 'To be corrected'],
] as const)

/** 五类标志问题 (《地名管理条例实施办法》第十九条). */
export const signDefects = codeTable([
  ['1', '地名或者罗马字母拼写错误', 'Wrong name or romanisation'],
  ['2', '位置或者指向错误', 'Wrong spot or direction'],
  ['3', '褪色、涂改、遮挡，字迹不清', 'Faded, altered, covered or unreadable'],
  ['4', '破损或者有安全隐患', 'Broken or dangerous'],
  ['5', '其他', 'Other'],
] as const)

/** Codes of a table as the tuple that zod wants. */
export const codesOf = <C extends string>(table: readonly { readonly code: C }[]): [C, ...C[]] => table.map(({ code }) => code) as [C, ...C[]]
