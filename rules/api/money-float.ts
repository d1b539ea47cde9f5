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
  // Which sign it has is all that is asked.
  // ok: api/money-float
  const isRefund = parseFloat(body.amount) < 0
  // ok: api/money-float
  if (Number.parseFloat(body.total) >= 100) notify(isRefund)
  // ok: api/money-float
  const priceMinor = parseFloat(body.minor)
  // ok: api/money-float
  const amountOfRain = parseFloat(body.rain)
  // ok: api/money-float
  const cost = new Decimal(body.cost)
  return [price, orderTotal, order, amountCents, tax, priceMinor, amountOfRain, cost]
}

export const Order = sequelize.define('order', {
  // ruleid: api/money-float
  price: DataTypes.FLOAT,
  // ruleid: api/money-float
  unitCost: { type: DataTypes.DOUBLE, allowNull: false },
  // ok: api/money-float
  fee: { type: DataTypes.DECIMAL(10, 2) },
  // ok: api/money-float
  weight: { type: DataTypes.FLOAT },
})

export const orders = pgTable('orders', {
  // ruleid: api/money-float
  total: doublePrecision('total'),
  // ok: api/money-float
  tax: numeric('tax'),
  // ok: api/money-float
  height: real('height'),
})

export async function up(knex) {
  await knex.schema.createTable('orders', (table) => {
    // ruleid: api/money-float
    table.float('price')
    // ok: api/money-float
    table.decimal('fee', 10, 2)
    // ok: api/money-float
    table.double('weight')
  })
}

@Entity()
export class Item {
  // ok: api/money-float
  @Column('float') weight: number
  // ruleid: api/money-float
  @Column('float') price: number
  // ruleid: api/money-float
  @Column({ type: 'double precision' }) tax: number
  // ok: api/money-float
  @Column('decimal', { precision: 10, scale: 2 }) fee: string

  // ruleid: api/money-float
  @Column({
    type: 'float',
    nullable: true,
  })
  subtotal?: number

  // ruleid: api/money-float
  @Column('real')
  cost: number
}

export const create = `CREATE TABLE orders (
  -- ok: api/money-float
  weight REAL,
  -- ruleid: api/money-float
  price REAL NOT NULL,
  -- ok: api/money-float
  fee NUMERIC(10, 2)
)`

// ok: api/money-float
const memTotal = parseFloat(metric.memTotal)
// ok: api/money-float
const diskTotal = parseFloat(metric.diskTotal)

export const usage = (cost: string) => ({
  // ruleid: api/money-float
  cost: Number.parseFloat(Number.parseFloat(cost).toFixed(1)),
})

export const fees = (refund: any, currency: string) => [
  // ok: api/money-float
  floatAmountToCents(parseFloat(refund.fee)),
  // ok: api/money-float
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format((parseFloat(refund.total) || 0) / 100),
  // ok: api/money-float
  (parseFloat(refund.total) / 100).toFixed(2),
]

export function shown(account: any) {
  // ok: api/money-float
  return `$${parseFloat(account.balance).toFixed(2)}`
}

export function formatted(product: any) {
  // ok: api/money-float
  product.amount = parseFloat(product.amount).toFixed(2)
  // ruleid: api/money-float
  product.price = parseFloat(read(product)) || 0
  return product
}
