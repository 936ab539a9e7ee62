import qrcode from 'qrcode-generator'

/** A picture that a phone reads, drawn as one path. Four modules of white around it, as readers expect. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const cells = Array.from({ length: size * size }, (_, at) => [at % size, Math.floor(at / size)] as const)
  const path = cells.filter(([x, y]) => code.isDark(y, x)).map(([x, y]) => `M${x + 4} ${y + 4}h1v1h-1z`)
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size + 8} ${size + 8}`}>
      <path d={`M0 0h${size + 8}v${size + 8}h-${size + 8}z`} fill="#fff" />
      <path d={path.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
