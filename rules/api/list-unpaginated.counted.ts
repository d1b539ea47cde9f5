import { Controller, Get, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';

@Controller('shelves')
export class ShelfController {
  constructor(@InjectRepository(Shelf) private readonly shelves: Repository<Shelf>) {}

  // Of a list of rows and their number, the first element is all rows.
  @Get()
  async list() {
    // ruleid: api/list-unpaginated
    const [shelves, total] = await this.shelves.findAndCount({ order: { name: 'ASC' } });
    return { shelves, total };
  }

  @Get('pages')
  async page(@Query('skip') skip: number) {
    // ok: api/list-unpaginated
    const [shelves, total] = await this.shelves.findAndCount({ take: 20, skip });
    return { shelves, total };
  }

  @Get('built')
  async built() {
    // ruleid: api/list-unpaginated
    const result = await this.shelves.createQueryBuilder('shelf').getManyAndCount();
    return { shelves: result[0], total: result[1] };
  }

  @Get('newest')
  async newest() {
    // ok: api/list-unpaginated
    const [[shelf]] = await this.shelves.findAndCount({ order: { id: 'DESC' } });
    return shelf;
  }
}
