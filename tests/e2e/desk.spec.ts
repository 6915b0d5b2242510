import { expect, test } from './shell.ts'

test('an empty folder opens at the page that sets the office up, in Chinese, without an error', async ({ desk }) => {
  await desk.open('/')
  await expect(desk.page).toHaveTitle(/兰台/)
  await expect(desk.page.getByRole('heading').first()).toBeVisible()
  await expect(desk.page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('every answer carries the content security policy, and it allows nothing inline', async ({ desk, shell }) => {
  await desk.open('/')
  for (const path of ['/', '/marriages', '/no-such-file.js', '/api/office', '/api/no-such-route']) {
    const policy = (await shell.fetch(path)).headers.get('content-security-policy') ?? ''
    expect(policy, path).toContain("script-src 'self';")
    expect(policy, path).not.toContain('unsafe')
  }
  desk.expectProblem(/Content Security Policy/)
  const ran = await desk.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.inlineRan = true'
    document.body.append(script)
    return 'inlineRan' in window
  })
  expect(ran).toBe(false)
})

test('a page deep in the desk finds its files', async ({ desk }) => {
  await desk.open('/marriages/one/two')
  await expect(desk.page.locator('#root > *').first()).toBeVisible()
})

test('a page of a browser gets nothing of the machine', async ({ desk, shell }) => {
  await desk.open('/')
  const names = await desk.page.evaluate(() => ['require', 'process', 'module', 'electron', 'ipcRenderer', ...(window.lantai === undefined ? [] : ['lantai'])].filter((name) => name in window))
  expect(names).toEqual(shell.kind === 'electron' ? ['lantai'] : [])
})
