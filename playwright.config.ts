import { defineConfig } from '@playwright/test'
import { launchOptions } from './tests/e2e/browser.ts'

/** Where `npm test` reads the count from. */
const results = process.env['LANTAI_E2E_RESULTS']

export default defineConfig<object, { kind: 'server' | 'electron' }>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // One browser at a time where nobody watches. No second tries: a test that passes only now and then has failed.
  workers: process.env['CI'] === undefined ? 2 : 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ...(results === undefined ? [] : [['json', { outputFile: results }] as const])],
  use: {
    launchOptions,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A trace of every test costs a fifth of the time: asked for when one is being looked into.
    trace: process.env['LANTAI_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    // desktop.spec.ts is about what the desktop shell alone has.
    { name: 'server', use: { kind: 'server' }, testIgnore: '**/desktop.spec.ts' },
    // commands.spec.ts starts what it tests by itself; a spec that moves the clock has a shell from the sources, which is the browser's; what only looks at pages is the same in both.
    { name: 'electron', use: { kind: 'electron' }, testIgnore: ['**/commands.spec.ts', '**/divorce.spec.ts', '**/burial-months.spec.ts', '**/burial-pages.spec.ts', '**/place-names-pages.spec.ts'] },
  ],
})
