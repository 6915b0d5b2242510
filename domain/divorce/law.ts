import { text } from '../text.ts'
import { instrument } from '../law.ts'

/** 民发〔2020〕116号, in force 2021-01-01: how the cooling-off period is handled at the counter. */
export const divorceNotice = text('《民政部关于贯彻落实〈中华人民共和国民法典〉中有关婚姻登记规定的通知》（民发〔2020〕116号）', 'Notice on marriage registration under the Civil Code (2020)')
/** 民发〔2015〕230号, 2016-02-01 to 2025-05-09. */
export const marriageNorms2015 = instrument('《婚姻登记工作规范》（民发〔2015〕230号）', 'Norms for Marriage Registration Work (2015)')
