import { useEffect, useState } from 'react'
import type { Finding } from '../../../../api/schemas/common.ts'
import { PlaceNameProfile } from '../../../../domain/place-names/profile.ts'
import { text, type Text } from '../../../../domain/text.ts'
import { call } from '../../../shared/client.ts'
import type { DraftStore, Fault } from '../../../shared/draft.ts'
import { getAt } from '../../../shared/draft.ts'
import { words } from './words.ts'

export interface Checked {
  /** The draft that was checked; another one is still on its way. */
  readonly of: PlaceNameProfile | undefined
  readonly ready: boolean
  readonly shape: readonly Fault[]
  readonly findings: readonly Finding[]
  readonly failure: unknown
}

const said = (key: 'faultShape' | 'faultNeeded' | 'faultNumber'): Text => text(words[key][0], words[key][1])

/** What of a draft is not written as a profile is, each at its field. */
export const shapeFaults = (profile: unknown): readonly Fault[] => {
  const read = PlaceNameProfile.safeParse(profile)
  return read.success ? [] : read.error.issues.map(({ path }) => {
    const field = path.map(String).join('.')
    const value = getAt(profile, field)
    return { field, message: said(value === '' || value === undefined || (Array.isArray(value) && value.length === 0) ? 'faultNeeded' : typeof value === 'number' ? 'faultNumber' : 'faultShape') }
  })
}

/** Checks a draft a moment after the last key: its shape here, the rules on profiles at the register. */
export const useProfileCheck = (store: DraftStore<PlaceNameProfile>, profile: PlaceNameProfile, enabled: boolean, pause = 250): Checked => {
  const [checked, setChecked] = useState<Checked>({ of: undefined, ready: false, shape: [], findings: [], failure: null })
  useEffect(() => {
    if (!enabled) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      const shape = shapeFaults(profile)
      if (shape.length > 0) {
        store.setFaults(shape)
        setChecked({ of: profile, ready: false, shape, findings: [], failure: null })
        return
      }
      call('checkPlaceNameProfile', { body: { profile } }, abort.signal).then(({ findings, ready }) => {
        const told = findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'asks')
        store.setFaults(told.flatMap(({ field, message }) => (field === undefined ? [] : [{ field, message }])))
        setChecked({ of: profile, ready, shape: [], findings: told, failure: null })
      }, (failure: unknown) => {
        if (!abort.signal.aborted) setChecked((before) => ({ ...before, of: profile, ready: false, failure }))
      })
    }, pause)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [store, profile, enabled, pause])
  return checked
}
