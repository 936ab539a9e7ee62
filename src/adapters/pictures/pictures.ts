/**
 * Pictures by sharp, which is optional: where it is not installed, pictures are shown by the browser as they came and bear no
 * mark. What cameras wrote into them is read by exifr in any case.
 */
import { Readable } from 'node:stream'
import exifr from 'exifr'
import type { Sharp, SharpOptions } from 'sharp'
import { Refusal } from '../../core/refusal.ts'
import type { Chunks, Photo, PictureSize, Pictures } from '../../usecases/ports/evidence.ts'
import { digitMark, textMark } from './mark.ts'

/** More than any camera in an office makes; a picture of a few kilobytes can claim to be larger and fill the memory. */
export const mostMegapixels = 120

const edges: Readonly<Record<PictureSize, number>> = { thumbnail: 320, preview: 1600 }

type Make = (input: SharpOptions) => Sharp

let loaded: Promise<typeof import('sharp').default | null> | undefined
async function load(): Promise<typeof import('sharp').default | null> {
  try {
    const { default: sharp } = await import('sharp')
    sharp.cache(false)
    sharp.concurrency(1)
    return sharp
  } catch {
    return null
  }
}

/** How many pictures are worked on at the same time: each takes some hundred megabytes at worst. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** @param component `none` works as on a machine without sharp */
export function pictures(component: 'sharp' | 'none' = 'sharp'): Pictures {
  const find = async (): Promise<typeof import('sharp').default | null> => {
    if (component === 'none') return null
    loaded ??= load()
    return loaded
  }

  /** Gives null for whatever cannot be decoded: the caller says what that means. */
  async function work(chunks: Chunks, change: (make: Make) => Promise<Uint8Array>): Promise<Uint8Array | null> {
    const sharp = await find()
    if (sharp === null) return null
    return inTurn(async () => {
      // A photo that was cut short is shown as far as it goes.
      const options: SharpOptions = { failOn: 'none', limitInputPixels: mostMegapixels * 1e6 }
      const source = Readable.from(chunks)
      const broken = new Promise<never>((_, fail) => source.once('error', fail))
      const make: Make = (more) => source.pipe(sharp({ ...options, ...more }))
      try {
        return await Promise.race([change(make), broken])
      } catch (error) {
        if (error instanceof Refusal || (error instanceof Error && 'code' in error)) throw error
        return null
      } finally {
        source.destroy()
      }
    })
  }

  return {
    ready: async () => (await find()) !== null,
    photo,
    async measure(chunks, name) {
      const sharp = await find()
      if (sharp === null) return null
      const source = Readable.from(chunks)
      try {
        const {
          width,
          height,
          orientation = 1,
        } = await source.pipe(sharp({ failOn: 'none', limitInputPixels: false })).metadata()
        const megapixels = Math.round((width * height) / 1e6)
        if (megapixels > mostMegapixels)
          throw new Refusal('evidence.tooManyPixels', { name, megapixels, limit: mostMegapixels })
        return orientation >= 5 ? { width: height, height: width } : { width, height }
      } catch (error) {
        if (error instanceof Refusal) throw error
        throw new Refusal('evidence.damaged', { name })
      } finally {
        source.destroy()
      }
    },
    scaled: (chunks, size) =>
      work(chunks, (make) =>
        make({})
          .autoOrient()
          .resize({ width: edges[size], height: edges[size], fit: 'inside', withoutEnlargement: true })
          .flatten({ background: '#fff' })
          .jpeg({ quality: size === 'thumbnail' ? 76 : 84, mozjpeg: false })
          .toBuffer(),
      ),
    async marked(chunks, mark) {
      const tile = (await writesChinese()) ? textMark(mark.text) : digitMark(mark.digits)
      return work(chunks, async (make) => {
        const { data, info } = await make({})
          .autoOrient()
          .flatten({ background: '#fff' })
          .raw()
          .toBuffer({ resolveWithObject: true })
        const sharp = await find()
        if (sharp === null) throw new Error('the picture component went away')
        const { width, height, channels } = info
        return sharp(data, { raw: { width, height, channels }, limitInputPixels: mostMegapixels * 1e6 })
          .composite([{ input: Buffer.from(tile(width, height)) }])
          .jpeg({ quality: 88 })
          .toBuffer()
      })
    },
    publicCopy: (chunks) =>
      work(chunks, (make) => make({}).autoOrient().flatten({ background: '#fff' }).jpeg({ quality: 90 }).toBuffer()),
  }

  /** True where the machine has letters for Chinese: two different words are drawn, and not as the same empty boxes. */
  async function writesChinese(): Promise<boolean> {
    const sharp = await find()
    if (sharp === null) return false
    const drawn = await Promise.all(
      ['云', '环'].map((word) =>
        sharp(Buffer.from(textMark(word)(300, 300)))
          .raw()
          .toBuffer(),
      ),
    )
    const [one, two] = drawn
    return one !== undefined && two !== undefined && one.some((byte) => byte !== 0) && !one.equals(two)
  }
}

/** exifr gives what it finds under the names of the standard; times as they were written, `2024:06:03 10:22:11`. */
async function photo(head: Uint8Array): Promise<Photo> {
  const none: Photo = { takenAt: null, latitude: null, longitude: null, camera: null, width: null, height: null }
  try {
    const found: Record<string, unknown> | undefined = await exifr.parse(Buffer.from(head), {
      pick: [
        'DateTimeOriginal',
        'CreateDate',
        'Make',
        'Model',
        'GPSLatitude',
        'GPSLatitudeRef',
        'GPSLongitude',
        'GPSLongitudeRef',
      ],
      reviveValues: false,
      mergeOutput: true,
      gps: true,
    })
    if (found === undefined) return none
    const { latitude, longitude } = found
    const sits = within(latitude, 90) && within(longitude, 180)
    return {
      ...none,
      takenAt: momentOf(found.DateTimeOriginal ?? found.CreateDate),
      ...(sits && { latitude: Number(latitude), longitude: Number(longitude) }),
      camera: cameraOf(found.Make, found.Model),
    }
  } catch {
    return none
  }
}

const within = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most

function momentOf(value: unknown): string | null {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(String(value)) ?? []
  if (year === undefined || Number.isNaN(Date.parse(`${year}-${month}-${day}T${time}Z`))) return null
  return `${year}-${month}-${day}T${time}`
}

/** Makers often repeat their name in that of the model. */
function cameraOf(make: unknown, model: unknown): string | null {
  const [by, named] = [make, model].map((word) =>
    typeof word === 'string'
      ? word
          .replace(/[\p{C}]/gu, '')
          .trim()
          .slice(0, 60)
      : '',
  )
  const whole = named?.toLowerCase().startsWith((by ?? '').toLowerCase()) ? named : `${by} ${named}`.trim()
  return whole === undefined || whole === '' ? null : whole
}
