// Data to try the program with.
export const products = rows.map((row) => ({
  name: row.name,
  // ok: api/money-float
  price: parseFloat(row.price),
}))
