import { Button } from 'antd'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { ApiFailure, call } from '../../../shared/client.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useCasePlace, useFact } from '../case/context.tsx'
import { Note, TickFact } from '../form/fields.tsx'
import { Crop } from '../photo/Crop.tsx'
import type { Box } from '../photo/crop.ts'
import { dpiOf, largeEnough } from '../photo/crop.ts'
import { openPicture, renderCrop } from '../photo/render.ts'
import { words } from '../words.ts'
import { useStored } from './files.tsx'

export const PhotoSection = () => {
  const t = useWords(words)
  const say = useSay()
  const { desk } = useCasePlace()
  const { value: photo, found, editable } = useFact('photo')
  const [picture, setPicture] = useState<ImageBitmap>()
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const { address } = useStored(photo?.hash)
  const open = async (file: File | undefined) => {
    if (file === undefined) return
    const opened = await openPicture(file)
    if (opened === undefined) setWrong(t('photoBroken'))
    else if (!largeEnough(opened)) {
      setWrong(t('photoSmall', { w: opened.width, h: opened.height }))
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
      const made = await renderCrop(picture, box)
      const stored = await call('putFile', { query: { use: 'photo' }, bytes: made.blob })
      flushSync(() => {
        desk.store.set('photo', { hash: stored.hash, width: stored.width ?? made.width, height: stored.height ?? made.height, joint: false, notComposed: false })
        close()
      })
      place.current?.querySelector<HTMLElement>('input[type=checkbox]')?.focus()
    } catch (error) {
      setWrong(error instanceof ApiFailure ? say(error.text) : t('photoBroken'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div
      ref={place} className={`photo${over ? ' over' : ''}`} data-field="photo"
      onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); if (editable) void open(event.dataTransfer.files[0]) }}
    >
      <input ref={input} type="file" hidden accept="image/jpeg,image/png,.jpg,.jpeg,.png" data-photo="" onChange={(event) => { void open(event.target.files?.[0]); event.target.value = '' }} />
      {picture !== undefined ? (
        <Crop picture={picture} busy={busy} onUse={(box) => void use(box)} onCancel={close} />
      ) : (
        <div className="photo-row">
          <figure className="photo-true">
            {photo !== null && address !== undefined ? <img src={address} alt={t('section.photo')} /> : <div className="photo-none">{t('photoEmpty')}</div>}
            <figcaption className="quiet">{t('trueSize')} 53 × 35 mm{photo !== null && <> · {photo.width} × {photo.height} · {t('dpi', { n: Math.floor(dpiOf(photo) + 0.05) })}</>}</figcaption>
          </figure>
          <div className="photo-side" data-ticks="">
            {editable && <Button data-enter="" onClick={() => input.current?.click()}>{photo === null ? t('choosePhoto') : t('otherPhoto')}</Button>}
            <p className="quiet">{editable ? t('dropPhoto') : ''} {t('photoSpec')}</p>
            {photo !== null && <TickFact path="photo.joint" label={t('joint')} />}
            {photo !== null && <TickFact path="photo.notComposed" label={t('notComposed')} />}
          </div>
        </div>
      )}
      {wrong !== undefined && <div className="finding-note stop" role="alert">{wrong}</div>}
      {found.map((finding) => <Note key={finding.rule} finding={finding} />)}
    </div>
  )
}
