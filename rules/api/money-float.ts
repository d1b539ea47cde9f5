export function create(body: any) {
  // ruleid: api/money-float
  const price = parseFloat(body.value)
  // ruleid: api/money-float
  const orderTotal = Number.parseFloat(body.sum)
  // ruleid: api/money-float
  store(parseFloat(body.unit_price))
  const order = {
    // ruleid: api/money-float
    amount: parseFloat(body.sum),
    // ok: api/money-float
    weight: parseFloat(body.weight),
  }
  // ok: api/money-float
  const amountCents = Math.round(parseFloat(body.amount) * 100)
  // ok: api/money-float
  const tax = Number(body.tax)
  // ok: api/money-float
  const priceMinor = parseFloat(body.minor)
  // ok: api/money-float
  const amountOfRain = parseFloat(body.rain)
  // ok: api/money-float
  const cost = new Decimal(body.cost)
  return [price, orderTotal, order, amountCents, tax, priceMinor, amountOfRain, cost]
}
