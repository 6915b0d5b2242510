/** Names of the channels between the desk's page and the desktop shell; each has its schemas in api/schemas/desktop.ts. */
export const channels = { printers: 'lantai:printers', print: 'lantai:print', save: 'lantai:save' } as const
