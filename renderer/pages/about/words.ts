import { catalogue } from '../../shared/i18n.ts'

export const words = catalogue({
  title: ['关于兰台', 'About Lantai'],
  lead: ['民政登记窗口的工作台。兰台是汉代藏书治史之所。', 'A desk for the registration windows of civil-affairs offices. Lantai was the Han dynasty’s house of records.'],
  version: ['版本', 'Version'],
  office: ['登记处', 'Office'],
  area: ['行政区划', 'Area'],
  fonds: ['全宗号', 'Fonds number'],
  licence: ['许可', 'Licence'],
  licenceWords: ['MIT 许可。字体和程序库的许可见随附的 NOTICES 文件夹。', 'MIT licence. The licences of fonts and libraries are in the folder NOTICES that comes with it.'],
  data: ['数据', 'Data'],
  dataWords: ['登记簿只存在本机数据文件夹里，不向外发送任何内容。', 'The register lives in the data folder of this machine only; nothing is sent anywhere.'],
  api: ['接口说明', 'Description of the interface'],
})
