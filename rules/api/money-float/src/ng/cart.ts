// What a browser shows.
export function subtotal(cart: any) {
  // ok: api/money-float
  const price = parseFloat(cart.price)
  return price
}
