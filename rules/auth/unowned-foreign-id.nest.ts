import { Body, Controller, Param, Post, UseGuards } from '@nestjs/common'
import { PrismaService } from './prisma.service'

@UseGuards(JwtAuthGuard)
@Controller('tasks')
export class TasksController {
  constructor(private readonly prisma: PrismaService) {}

  @Post()
  create(@Body('projectId') projectId: string) {
    // ruleid: auth/unowned-foreign-id
    return this.prisma.task.create({ data: { title: 'New', projectId } })
  }

  @Post(':projectId')
  createIn(@Param('projectId') projectId: string) {
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: { title: 'New', projectId } })
  }
}
