export function Chart({ value }: { value: number }) {
  // What a browser shows.
  // ok: api/money-float
  const cost = parseFloat(value.toFixed(6))
  return <b>{cost}</b>
}
