import { Body, Controller, HttpCode, HttpStatus, Param, Post } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'

@Controller('orders')
export class OrdersController {
  constructor(@InjectRepository(Order) private readonly ordersRepository: Repository<Order>) {}

  // Without a word, the framework answers a POST with 201.
  @Post()
  async create(@Body() body: NewOrder) {
    const order = await this.ordersRepository.insert(body)
    // ok: rest/created-status
    return order
  }

  @Post(':id/cancel')
  @HttpCode(HttpStatus.OK)
  async cancel(@Param('id') id: string) {
    await this.cancellationsRepository.insert({ id })
    // ok: rest/created-status
    return { cancelled: true }
  }
}

@Controller('notes')
export class NotesController {
  constructor(@InjectRepository(Note) private readonly notesRepository: Repository<Note>) {}

  @Post()
  @HttpCode(200)
  async create(@Body() body: NewNote) {
    const note = await this.notesRepository.save(this.notesRepository.create(body))
    // ruleid: rest/created-status
    return note
  }
}
