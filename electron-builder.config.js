import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'

/** The switches burnt into the packaged program; every one that Electron has is set, so that a new one cannot slip in by its default. */
export const fuses = {
  version: /** @type {const} */ (FuseVersion.V1),
  strictlyRequireAllFuses: /** @type {const} */ (true),
  resetAdHocDarwinSignature: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

/** @param {import('electron-builder').AfterPackContext} context */
const afterPack = async ({ appOutDir, electronPlatformName, packager }) => {
  const name = packager.appInfo.productFilename
  const program = electronPlatformName === 'darwin' || electronPlatformName === 'mas' ? `${name}.app` : electronPlatformName === 'win32' ? `${name}.exe` : name.toLowerCase()
  await flipFuses(join(appOutDir, program), fuses)
}

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'lantai.desk',
  productName: 'Lantai',
  directories: { output: 'dist' },
  files: [
    'out/**',
    'package.json',
    'LICENSE',
    'NOTICES/**',
    // Bundled into out/ already.
    '!node_modules/{@ant-design,@rc-component,@tanstack,@hono,antd,dayjs,echarts,flatbush,flatqueue,hono,i18n-iso-countries,kysely,pinyin-pro,qrcode,react,react-dom,rc-*,scheduler,wouter,zod,zrender}/**',
    '!out/renderer/**/*.{br,gz}',
    '!out/stamp.txt',
  ],
  asar: true,
  // Papers read glyphs one by one from open font files, which an archive cannot give without a copy of all of them.
  asarUnpack: ['out/fonts/**'],
  // The driver of the register comes with a program for each platform that fits every Electron: nothing is compiled.
  npmRebuild: false,
  // A folder with Electron's own archives, for packaging without a network.
  ...(process.env['LANTAI_ELECTRON_ARCHIVES'] !== undefined && { electronDist: process.env['LANTAI_ELECTRON_ARCHIVES'] }),
  afterPack,
  linux: { target: ['tar.gz'], category: 'Office', executableName: 'lantai' },
  win: { target: ['nsis', 'zip'] },
  mac: { target: ['zip'], category: 'public.app-category.business' },
  publish: null,
}
