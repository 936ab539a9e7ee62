import { Readable } from 'node:stream'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { digitMark } from './mark.ts'
import { pictures } from './pictures.ts'

const here = pictures()
const flow = (bytes: Uint8Array) => Readable.from([bytes])

/** A photo as a phone takes it: turned on its side, with place, time and make. */
const aPhoto = (width = 400, height = 300): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Yunling', Model: 'Yunling P1' },
      IFD2: { DateTimeOriginal: '2024:06:03 10:22:11' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 2/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '102/1 42/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

test('what the camera wrote is read; what wrote nothing, or nonsense, gives nothing', async () => {
  expect(await here.photo(await aPhoto())).toMatchObject({
    takenAt: '2024-06-03T10:22:11',
    camera: 'Yunling P1',
    latitude: 25.041666666666668,
    longitude: 102.7,
  })
  const none = { takenAt: null, latitude: null, longitude: null, camera: null, width: null, height: null }
  expect(await here.photo(Buffer.from('no picture'))).toEqual(none)
  expect(await here.photo(Buffer.alloc(0))).toEqual(none)
})

test('a public copy has the whole picture, upright, and neither place nor time nor make', async () => {
  const photo = await aPhoto()
  const copy = await here.publicCopy(flow(photo))
  if (copy === null) throw new Error('no copy was made')
  const made = await sharp(copy).metadata()
  expect(made).toMatchObject({ width: 300, height: 400, format: 'jpeg' })
  expect([made.exif, made.xmp, made.iptc, made.orientation]).toEqual([undefined, undefined, undefined, undefined])
  expect(await here.photo(copy)).toMatchObject({ takenAt: null, latitude: null, camera: null })
  for (const word of ['Yunling', '2024:06:03', 'Exif']) expect(Buffer.from(copy).includes(word)).toBe(false)
})

test('thumbnails and previews are small and carry nothing of the original', async () => {
  const photo = await aPhoto(2000, 1000)
  for (const [size, edge] of [
    ['thumbnail', 320],
    ['preview', 1600],
  ] as const) {
    const scaled = await here.scaled(flow(photo), size)
    if (scaled === null) throw new Error('nothing was made')
    const { width, height, exif } = await sharp(scaled).metadata()
    expect([width, height, exif]).toEqual([edge / 2, edge, undefined])
  }
})

test('sizes are those seen, and bombs are refused before anything is unpacked', async () => {
  expect(await here.measure(flow(await aPhoto()), 'x.jpg')).toEqual({ width: 300, height: 400 })
  await expect(here.measure(flow(Buffer.from('not a picture')), 'x.jpg')).rejects.toMatchObject({
    code: 'evidence.damaged',
  })
})

test('a photo that was cut short is shown as far as it goes, and what is no picture gives none', async () => {
  const photo = await sharp({
    create: {
      width: 600,
      height: 600,
      channels: 3,
      background: '#3a7d4a',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer()
  expect(await here.scaled(flow(photo.subarray(0, photo.length / 2)), 'thumbnail')).not.toBeNull()
  expect(await here.scaled(flow(Buffer.from('not a picture')), 'thumbnail')).toBeNull()
})

test('a store that fails while a picture is read is not taken for a broken picture', async () => {
  async function* fails(): AsyncGenerator<Uint8Array> {
    yield Buffer.from([0xff, 0xd8])
    throw Object.assign(new Error('read failed'), { code: 'EIO' })
  }
  await expect(here.scaled(fails(), 'thumbnail')).rejects.toThrow('read failed')
})

test('the mark lies across the whole picture, corner to corner', async () => {
  const grey = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#808080' } })
    .jpeg()
    .toBuffer()
  const marked = await here.marked(flow(grey), { text: '云某 绿化所 2024-09-11 10:00', digits: '7 2024-09-11 10:00' })
  if (marked === null) throw new Error('nothing was made')
  for (const left of [0, 400])
    for (const top of [0, 300]) {
      const corner = await sharp(marked).extract({ left, top, width: 400, height: 300 }).stats()
      expect(corner.channels[0]?.stdev).toBeGreaterThan(1)
    }
})

test('without letters the mark is drawn in digits, each unlike the others', async () => {
  const drawn = new Set<string>()
  for (const digit of '0123456789')
    drawn.add(
      (
        await sharp(Buffer.from(digitMark(digit)(200, 200)))
          .raw()
          .toBuffer()
      ).toString('base64'),
    )
  expect(drawn.size).toBe(10)
})

test('a machine without the component says so and makes nothing', async () => {
  const bare = pictures('none')
  expect(await bare.ready()).toBe(false)
  const photo = await aPhoto()
  expect(await bare.measure(flow(photo), 'x.jpg')).toBeNull()
  expect(await bare.scaled(flow(photo), 'preview')).toBeNull()
  expect((await bare.photo(photo)).takenAt).toBe('2024-06-03T10:22:11')
})
