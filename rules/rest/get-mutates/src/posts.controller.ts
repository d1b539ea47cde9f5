import { Controller, Get, Param, Post } from '@nestjs/common';
import { PostsService } from './posts.service';

@Controller('posts')
export class PostsController {
  constructor(private readonly posts: PostsService) {}

  @Get(':id')
  read(@Param('id') id: string) {
    return this.posts.read(id);
  }

  @Post(':id/likes')
  like(@Param('id') id: string) {
    return this.posts.like(id);
  }
}
