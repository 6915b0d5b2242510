/** A leader of the Party or the State whose name may not be used; `common` when the two characters are also an everyday word or name. */
export interface StateLeader {
  readonly name: string
  readonly common?: true
}

const named = '毛泽东 刘少奇 周恩来 朱德 任弼时 邓小平 陈云 宋庆龄 董必武 李先念 杨尚昆 叶剑英 彭真 邓颖超 华国锋 胡耀邦 赵紫阳 彭德怀 刘伯承 贺龙 陈毅 罗荣桓 徐向前 聂荣臻 李富春 习仲勋 薄一波 姚依林 荣毅仁 乌兰夫 江泽民 朱镕基 李瑞环 李岚清 尉健行 胡锦涛 吴邦国 温家宝 曾庆红 黄菊 吴官正 李长春 罗干 贾庆林 贺国强 周永康 习近平 李克强 张德江 俞正声 刘云山 王岐山 张高丽 栗战书 王沪宁 赵乐际 丁薛祥'
const common = '万里 汪洋 乔石 李鹏 李强 李希 韩正 蔡奇'

/** The leaders the desk starts with; an office adds names as they are needed. */
export const shippedLeaders: readonly StateLeader[] = [...named.split(' ').map((name) => ({ name })), ...common.split(' ').map((name) => ({ name, common: true as const }))]

// After a leader's name these are titles, memorials or directions, so the name is the person's.
const honours = /^(?:主席|总理|总书记|委员长|元帅|将军|同志|纪念|故居|故里|[东西南北中前后新老]?$)/u

/** What a specific part has to do with a leader: it is the leader's name, it holds it inside other words, or nothing. */
export const findLeader = (specific: string, leaders: readonly StateLeader[]): { readonly name: string; readonly is: 'name' | 'within' } | undefined => {
  for (const { name, common: everyday } of leaders) {
    const at = specific.indexOf(name)
    if (at < 0) continue
    const is = everyday !== true && at === 0 && honours.test(specific.slice(name.length)) ? 'name' : 'within'
    return { name, is }
  }
  return undefined
}
