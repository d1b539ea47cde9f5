import { Repository } from 'typeorm'

export class Flows {
  constructor(
    private readonly flowRepository: Repository<Flow>,
    private readonly fileRepository: Repository<File>,
  ) {}

  async add(data: any, move: any) {
    const made = this.flowRepository.create(data)
    const flow = await this.flowRepository.save(made)
    flow.files = await move(flow.id)
    // ok: sql/missing-transaction
    await this.flowRepository.save(flow)
    // ruleid: sql/missing-transaction
    await this.fileRepository.save(data.file)
  }
}

export class Lines {
  constructor(private connection: TransactionalConnection) {}

  async change(ctx: RequestContext, order: Order) {
    await this.connection.getRepository(ctx, OrderLine).save(order.lines)
    // ok: sql/missing-transaction
    await this.connection.getRepository(ctx, ShippingLine).remove(order.shippingLines)
  }

  async changeAlone(order: Order) {
    await this.connection.getRepository(OrderLine).save(order.lines)
    // ruleid: sql/missing-transaction
    await this.connection.getRepository(ShippingLine).remove(order.shippingLines)
  }
}
