import { Body, Controller, Post, UseGuards } from '@nestjs/common'
import { CreateTaskDto } from './create-task.dto'
import { TasksService } from './tasks.service'

@UseGuards(JwtAuthGuard, AdminGuard)
@Controller('admin/tasks')
export class AdminTasksController {
  constructor(private readonly tasks: TasksService) {}

  @Post()
  create(@Body() dto: CreateTaskDto) {
    return this.tasks.createForStaff(dto)
  }
}
