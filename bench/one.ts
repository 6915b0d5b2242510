/** Runs one program of the benchmark in this process and prints its figures as JSON on the last line. */
import type { Measure } from './measure.ts'

const [name = '', cases = '1000000', fresh] = process.argv.slice(2)
if (!/^[a-z]+(?:-[a-z]+)*$/.test(name)) throw new Error(`no program ${name}`)
const { measure } = (await import(`./${name}.ts`)) as { measure: Measure }
const figures = await measure({ cases: Number(cases), fresh: fresh === '--fresh' })
console.log(JSON.stringify(figures))
process.exit(0)
