import { Button, InputNumber } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { ApiFailure, call } from '../../shared/client.ts'
import { useSay } from '../../shared/i18n.ts'
import { useAnyFact, useCouplePlace, useCaseWords } from '../desk/context.tsx'
import { Note, TickFact } from '../form/fields.tsx'
import { Crop } from '../photo/Crop.tsx'
import type { Box, PhotoFormat } from '../photo/crop.ts'
import { jointFormat, singleFormat } from '../photo/crop.ts'
import { openPicture, renderCrop } from '../photo/render.ts'
import { useStored } from './files.tsx'

interface Kept {
  readonly hash: string
  readonly width: number
  readonly height: number
}

/** One photo of the case: dropped or chosen, cropped to its format, then confirmed by the clerk. */
const PhotoTaker = ({ path, format, title, drop, make, children }: { readonly path: string; readonly format: PhotoFormat; readonly title: string; readonly drop: string; readonly make: (kept: Kept) => unknown; readonly children: ReactNode }) => {
  const t = useCaseWords()
  const say = useSay()
  const { desk } = useCouplePlace()
  const { value, found, editable } = useAnyFact(path)
  const photo = value as Kept | null
  const [picture, setPicture] = useState<ImageBitmap>()
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const { address } = useStored(photo?.hash)
  const { millimetres, leastPixels } = format
  const sizes = { pw: leastPixels.width, ph: leastPixels.height }
  const open = async (file: File | undefined) => {
    if (file === undefined) return
    const opened = await openPicture(file)
    if (opened === undefined) setWrong(t('photoBroken'))
    else if (!format.largeEnough(opened)) {
      setWrong(t('photoSmall', { w: opened.width, h: opened.height, ...sizes }))
      opened.close()
    } else {
      setWrong(undefined)
      setPicture(opened)
    }
  }
  const close = () => {
    picture?.close()
    setPicture(undefined)
  }
  const use = async (box: Box) => {
    if (picture === undefined || busy) return
    setBusy(true)
    try {
      const made = await renderCrop(picture, box, format)
      const stored = await call('putFile', { query: { use: 'photo' }, bytes: made.blob })
      flushSync(() => {
        desk.store.set(path as never, make({ hash: stored.hash, width: stored.width ?? made.width, height: stored.height ?? made.height }) as never)
        close()
      })
      place.current?.querySelector<HTMLElement>('input[type=checkbox]')?.focus()
    } catch (error) {
      setWrong(error instanceof ApiFailure ? say(error.text) : t('photoBroken'))
    } finally {
      setBusy(false)
    }
  }
  const size = { width: `${String(millimetres.width)}mm`, height: `${String(millimetres.height)}mm` }
  return (
    <div
      ref={place} className={`photo${over ? ' over' : ''}`} data-field={path}
      onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); if (editable) void open(event.dataTransfer.files[0]) }}
    >
      <input ref={input} type="file" hidden accept="image/jpeg,image/png,.jpg,.jpeg,.png" data-photo="" onChange={(event) => { void open(event.target.files?.[0]); event.target.value = '' }} />
      {picture !== undefined ? (
        <Crop picture={picture} format={format} busy={busy} onUse={(box) => void use(box)} onCancel={close} />
      ) : (
        <div className="photo-row">
          <figure className="photo-true">
            {photo !== null && address !== undefined ? <img src={address} alt={title} style={size} /> : <div className="photo-none" style={size}>{t('photoEmpty')}</div>}
            <figcaption className="quiet">{t('trueSize')} {millimetres.width} × {millimetres.height} mm{photo !== null && <> · {photo.width} × {photo.height} · {t('dpi', { n: Math.floor(format.dpiOf(photo) + 0.05) })}</>}</figcaption>
          </figure>
          <div className="photo-side" data-ticks="">
            {editable && <Button data-enter="" onClick={() => input.current?.click()}>{photo === null ? t('choosePhoto') : t('otherPhoto')}</Button>}
            <p className="quiet">{editable ? drop : ''} {t('photoSpec', { w: millimetres.width, h: millimetres.height, ...sizes })}</p>
            {photo !== null && children}
          </div>
        </div>
      )}
      {wrong !== undefined && <div className="finding-note stop" role="alert">{wrong}</div>}
      {found.map((finding) => <Note key={finding.rule} finding={finding} />)}
    </div>
  )
}

/** The joint photo (合影) under `photo`. */
export const PhotoSection = () => {
  const t = useCaseWords()
  return (
    <PhotoTaker path="photo" format={jointFormat} title={t('section.photo')} drop={t('dropPhoto')} make={(kept) => ({ ...kept, joint: false, notComposed: false })}>
      <TickFact path="photo.joint" label={t('joint')} />
      <TickFact path="photo.notComposed" label={t('notComposed')} />
    </PhotoTaker>
  )
}

/** How many prints of a photo were handed in. */
const Prints = ({ path }: { readonly path: string }) => {
  const t = useCaseWords()
  const { value, set, found, editable } = useAnyFact(path)
  return (
    <label className="prints" data-field={path}>
      {t('prints')} <InputNumber min={0} max={9} precision={0} size="small" value={value as number} disabled={!editable} onChange={(count) => set(count ?? 0)} />
      {found.map((finding) => <Note key={finding.rule} finding={finding} />)}
    </label>
  )
}

/** The single photos (单人照片) under `photos.0` and `photos.1`; two prints of each are handed in. */
export const SinglePhotosSection = ({ parties = [0, 1] }: { readonly parties?: readonly (0 | 1)[] }) => {
  const t = useCaseWords()
  const { desk } = useCouplePlace()
  return (
    <div className="couple">
      {parties.map((party) => (
        <fieldset key={party} className="party">
          <legend>{t(`party.${party}`)} {desk.store.get().parties[party].name}</legend>
          <PhotoTaker path={`photos.${String(party)}`} format={singleFormat} title={t(`party.${party}`)} drop={t('dropSingle')} make={(kept) => ({ ...kept, prints: 2, recent: false, notComposed: false })}>
            <TickFact path={`photos.${String(party)}.recent`} label={t('recent')} />
            <TickFact path={`photos.${String(party)}.notComposed`} label={t('notComposed')} />
            <Prints path={`photos.${String(party)}.prints`} />
          </PhotoTaker>
        </fieldset>
      ))}
    </div>
  )
}
