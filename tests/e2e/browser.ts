import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))

/** The system's Chromium where there is one, else the one Playwright brings. Chromium's own sandbox cannot be used by root. */
export const launchOptions: LaunchOptions = {
  ...(system !== undefined && { executablePath: system }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
}
