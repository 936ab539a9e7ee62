/** Keys to press, as on the keyboard: `<Keys of="Ctrl P" />`. */
export function Keys({ of }: { of: string }) {
  return (
    <span className="keys">
      {of.split(' ').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
