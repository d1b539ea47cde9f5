import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { User } from './user.entity';

@Injectable()
export class UsersService {
  constructor(@InjectRepository(User) private readonly repository: Repository<User>) {}

  findAll() {
    // ruleid: api/list-unpaginated
    return this.repository.find();
  }

  // No route asks for it.
  findForExport() {
    // ok: api/list-unpaginated
    return this.repository.find();
  }
}
