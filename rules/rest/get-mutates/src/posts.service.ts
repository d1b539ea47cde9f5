import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Post } from './post.entity';

@Injectable()
export class PostsService {
  constructor(@InjectRepository(Post) private readonly repository: Repository<Post>) {}

  async read(id: string) {
    // ruleid: rest/get-mutates
    await this.repository.increment({ id }, 'views', 1);
    return this.repository.findOneBy({ id });
  }

  async like(id: string) {
    // ok: rest/get-mutates
    await this.repository.increment({ id }, 'likes', 1);
  }
}
