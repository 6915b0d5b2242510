import { text } from '../domain/text.ts'

export const blankTitles = { marriage: text('结婚证', 'Marriage certificates'), divorce: text('离婚证', 'Divorce certificates') } as const
