/** What the registrar asks each party alone (询问笔录), to begin with; an office may word them otherwise, and each record may leave out or add. The record is a paper and stays Chinese. */
export const usualQuestions: readonly string[] = [
  '你的姓名、出生日期和身份证件号码？',
  '你与对方何时、在哪里登记结婚？',
  '你今天来办理什么？是否自愿？有没有人强迫、欺骗你？',
  '离婚协议书是不是双方协商一致后签订的？你是否清楚并同意全部内容？',
  '子女抚养、抚养费和探望是怎样约定的？',
  '共同财产和债务是怎样处理的？',
  '女方现在是否怀孕？',
  '你是否知道取得离婚证即解除婚姻关系？还有没有要补充的？',
]
