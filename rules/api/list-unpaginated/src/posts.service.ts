import { Injectable } from '@nestjs/common';
import { PostsRepository } from './posts.repository';

@Injectable()
export class PostsService {
  constructor(private readonly repository: PostsRepository) {}

  async list() {
    const posts = await this.repository.all();
    return { posts };
  }

  async numbers() {
    const drafts = await this.repository.drafts();
    return drafts.length;
  }
}
