const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const digits = '10X98765432'

/** The check digit of the first 17 digits of a citizen number (GB 11643-1999, ISO 7064 MOD 11-2). */
export const checkDigit17 = (first17: string): string => {
  let sum = 0
  for (let index = 0; index < 17; index += 1) sum += (weights[index] ?? 0) * (first17.charCodeAt(index) - 48)
  return digits.charAt(sum % 11)
}

/** The check character of a Hong Kong identity card: one or two letters and six digits, weights 9-2, modulo 11. */
export const hongKongCheck = (letters: string, six: string): string => {
  const values = [...letters.padStart(2, ' ')].map((letter) => (letter === ' ' ? 36 : letter.charCodeAt(0) - 55))
  const sum = [...values, ...[...six].map(Number)].reduce((total, value, index) => total + value * (9 - index), 0)
  const rest = (11 - (sum % 11)) % 11
  return rest === 10 ? 'A' : String(rest)
}

// Order of the letters by their number 10-35 in the Taiwan identity card rule.
const taiwanLetters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'

/** Says whether a Taiwan identity number (letter and nine digits) passes its check: weights 1 9 8 7 6 5 4 3 2 1 1, modulo 10. */
export const taiwanPasses = (number: string): boolean => {
  const value = taiwanLetters.indexOf(number.charAt(0)) + 10
  const start = Math.floor(value / 10) + (value % 10) * 9
  const rest = [...number.slice(1, 9)].reduce((total, digit, index) => total + Number(digit) * (8 - index), 0)
  return (start + rest + Number(number.charAt(9))) % 10 === 0
}
