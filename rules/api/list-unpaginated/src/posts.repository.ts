import { Injectable } from '@nestjs/common';
import { PrismaService } from './prisma.service';

@Injectable()
export class PostsRepository {
  constructor(private readonly prisma: PrismaService) {}

  all() {
    // ruleid: api/list-unpaginated
    return this.prisma.post.findMany({ orderBy: { createdAt: 'desc' } });
  }

  // Of these only the number is given out.
  drafts() {
    // ok: api/list-unpaginated
    return this.prisma.post.findMany({ where: { draft: true } });
  }
}
