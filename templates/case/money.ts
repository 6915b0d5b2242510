const figures = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '兆']

/** A group of four figures in capitals, with 零 for a gap inside it. */
const group = (value: number): string => {
  let said = ''
  for (let place = 3; place >= 0; place--) {
    const figure = Math.floor(value / 10 ** place) % 10
    if (figure !== 0) said += `${figures.charAt(figure)}${places[place]}`
    else if (said !== '' && !said.endsWith('零') && value % 10 ** place !== 0) said += '零'
  }
  return said
}

const whole = (yuan: number): string => {
  let said = ''
  for (let at = groups.length - 1; at >= 0; at--) {
    const value = Math.floor(yuan / 10_000 ** at) % 10_000
    if (value === 0) continue
    said += `${said !== '' && (value < 1000 || Math.floor(yuan / 10_000 ** (at + 1)) % 10 === 0) ? '零' : ''}${group(value)}${groups[at]}`
  }
  return said
}

/** An amount in fen in capital numerals as vouchers write it (《正确填写票据和结算凭证的基本规定》): 140050 → 壹仟肆佰元伍角整. Throws RangeError for a negative or a broken amount. */
export const capitalYuan = (fen: number): string => {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`Not an amount in fen: ${fen}`)
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const rest = fen % 10
  if (fen === 0) return '零元整'
  const head = yuan === 0 ? '' : `${whole(yuan)}元`
  if (jiao === 0 && rest === 0) return `${head}整`
  if (rest === 0) return `${head}${figures.charAt(jiao)}角整`
  return `${head}${jiao === 0 ? (yuan === 0 ? '' : '零') : `${figures.charAt(jiao)}角`}${figures.charAt(rest)}分`
}

/** An amount in fen in yuan with two decimals and thousands apart: 319000000 → 3,190,000.00. */
export const yuanFigure = (fen: number): string => {
  const sign = fen < 0 ? '-' : ''
  const amount = Math.abs(fen)
  return `${sign}${String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(amount % 100).padStart(2, '0')}`
}
