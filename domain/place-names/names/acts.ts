/** What is done to a name. In a file of its own, so that whoever only names the acts need not load the readings of characters. */
export const nameActs = ['naming', 'renaming', 'extentChange', 'removal', 'restoration'] as const
export type NameAct = (typeof nameActs)[number]
