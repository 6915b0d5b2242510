import type { Box, PhotoFormat } from './crop.ts'

/** Opens a picture file; undefined when it is none the browser can read. The camera's turn is applied. */
export const openPicture = async (file: Blob): Promise<ImageBitmap | undefined> => {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return undefined
  }
}

/** The part of a picture inside the box as a JPEG of at least 300 dpi in its format. */
export const renderCrop = async (picture: ImageBitmap, box: Box, format: PhotoFormat): Promise<{ readonly blob: Blob; readonly width: number; readonly height: number }> => {
  const size = format.outputSize(box)
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no 2d canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, box.x, box.y, box.width, box.height, 0, 0, size.width, size.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.93))
  if (blob === null) throw new Error('no JPEG encoder')
  return { blob, ...size }
}
