import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ApiFailure } from '../../shared/client.ts'
import { call } from '../../shared/client.ts'

/** Largest scan that is sent, in bytes; the door refuses larger ones too. */
export const largestScan = 10 * 1024 * 1024
/** Largest photo file that is opened for cropping, in bytes. */
export const largestPhoto = 60 * 1024 * 1024
export const scanTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const
export type ScanType = (typeof scanTypes)[number]

/** Type of a file by its first bytes; a name can say anything. */
export const typeOfBytes = (bytes: Uint8Array): ScanType | undefined => {
  const starts = (...signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  return undefined
}

/** Why a file is not taken as a scan, or its type. */
export const readScan = async (file: File): Promise<{ readonly type: ScanType } | { readonly wrong: 'scanType' | 'scanSize' | 'scanEmpty' }> => {
  if (file.size === 0) return { wrong: 'scanEmpty' }
  if (file.size > largestScan) return { wrong: 'scanSize' }
  const type = typeOfBytes(new Uint8Array(await file.slice(0, 16).arrayBuffer()))
  return type === undefined ? { wrong: 'scanType' } : { type }
}

/** A stored scan or photo as an address of this page, fetched with the session; undefined until it is there. */
export const useStored = (hash: string | undefined): { readonly address: string | undefined; readonly failed: boolean } => {
  const stored = useQuery<Blob, ApiFailure>({ queryKey: ['getFile', hash], queryFn: ({ signal }) => call('getFile', { params: { hash: hash ?? '' } }, signal), enabled: hash !== undefined, staleTime: Infinity, gcTime: 60_000 })
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (stored.data === undefined) return
    const made = URL.createObjectURL(stored.data)
    setAddress(made)
    return () => {
      URL.revokeObjectURL(made)
      setAddress(undefined)
    }
  }, [stored.data])
  return { address, failed: stored.isError }
}
