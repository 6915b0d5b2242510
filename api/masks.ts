/** How personal data stands in lists: enough to tell two cases apart, not enough to use (民政 lists; 个人信息保护法 §34). */

const isHan = /\p{Script=Han}/u

/** A name in a list: 张三丰 → 张**, SMITH JOHN → S**** J***. */
export const maskName = (name: string): string =>
  name.split(' ').map((part) => {
    const characters = [...part]
    const [first = ''] = characters
    return first === '' ? '' : isHan.test(part) && characters.length === 1 ? '*' : first + '*'.repeat(Math.min(characters.length - 1, 8))
  }).join(' ')

/** An identity number in a list: 440524188001010014 → 440***********0014; shorter papers keep two characters at each end. */
export const maskNumber = (number: string): string => {
  if (number.length >= 15) return number.slice(0, 3) + '*'.repeat(number.length - 7) + number.slice(-4)
  if (number.length >= 6) return number.slice(0, 2) + '*'.repeat(number.length - 4) + number.slice(-2)
  return '*'.repeat(number.length)
}

/** What was found by what was typed: the part that was typed stays readable, the rest is masked. */
export const maskFound = (matched: string, value: string, typed: string): string => {
  switch (matched) {
    case 'identityNumber':
      return maskNumber(value)
    case 'phone':
      return value.length <= typed.length ? value : maskNumber(value)
    case 'agent':
    case 'name': {
      const at = value.indexOf(typed)
      return at < 0 || typed === '' ? maskName(value) : '*'.repeat([...value.slice(0, at)].length) + typed + '*'.repeat([...value.slice(at + typed.length)].length)
    }
    case 'pinyin':
      return value.slice(0, typed.length) + (value.length > typed.length ? '…' : '')
    default:
      return value
  }
}
