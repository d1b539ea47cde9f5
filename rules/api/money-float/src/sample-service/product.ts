import { Column, Entity } from 'typeorm'

// A program that shows how something is used.
@Entity()
export class Product {
  // ok: api/money-float
  @Column({ type: 'real' })
  price: number
}
