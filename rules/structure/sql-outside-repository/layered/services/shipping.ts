import { PrismaClient } from "@prisma/client";
import { Repository } from "typeorm";

const prisma = new PrismaClient();

export class ShippingService {
  constructor(private readonly orderRepository: Repository<Order>) {}

  async ship(id: string) {
    // ok: structure/sql-outside-repository
    const order = await this.orderRepository.findOneBy({ id });
    // ruleid: structure/sql-outside-repository
    await prisma.shipment.create({ data: { orderId: order.id } });
    // ok: structure/sql-outside-repository
    await this.orderRepository.save({ id, shipped: true });
  }
}
