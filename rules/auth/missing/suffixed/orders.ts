export function describe(order: { id: string; sum: number }) {
  return { id: order.id, sum: order.sum }
}
