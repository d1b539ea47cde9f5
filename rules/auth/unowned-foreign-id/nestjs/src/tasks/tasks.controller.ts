import { Body, Controller, Param, Patch, Post, Req, UseGuards } from '@nestjs/common'
import { CreateTaskDto, MoveTaskDto, RenameTaskDto } from './create-task.dto'
import { ProjectsService } from './projects.service'
import { TasksService } from './tasks.service'

@UseGuards(JwtAuthGuard)
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly projects: ProjectsService,
  ) {}

  @Post()
  create(@Body() dto: CreateTaskDto, @Req() req) {
    return this.tasks.create(dto, req.user.id)
  }

  @Post('plain')
  createPlain(@Body() dto: CreateTaskDto) {
    return this.tasks.createPlain(dto)
  }

  @Post('parts')
  createOfParts(@Body() dto: CreateTaskDto) {
    return this.tasks.createOfParts(dto)
  }

  @Post('single')
  createFor(@Body() dto: CreateTaskDto) {
    return this.tasks.createFor(dto.title, dto.projectId)
  }

  @Post('field')
  createIn(@Body('projectId') projectId: string) {
    return this.tasks.createIn(projectId)
  }

  @Patch(':id')
  async move(@Param('id') id: string, @Body() dto: MoveTaskDto) {
    return this.tasks.move(id, dto)
  }

  // The service asks whose the project is.
  @Post('checked')
  createChecked(@Body() dto: CreateTaskDto, @Req() req) {
    return this.tasks.createChecked(dto, req.user.id)
  }

  @Post('looked-at')
  createLookedAt(@Body() dto: CreateTaskDto) {
    return this.tasks.createLookedAt(dto)
  }

  // The controller does.
  @Post('guarded')
  async createGuarded(@Body() dto: CreateTaskDto, @Req() req) {
    await this.projects.ensureMember(req.user.id, dto.projectId)
    return this.tasks.createGuarded(dto)
  }

  @Post('handed')
  async createHanded(@Body() dto: CreateTaskDto, @Req() req) {
    await this.projects.check(dto, req.user)
    return this.tasks.createHanded(dto)
  }

  @Post('taken-out')
  async createTakenOut(@Body() dto: CreateTaskDto, @Req() req) {
    const { projectId } = dto
    await this.projects.get(projectId, req.user)
    return this.tasks.createTakenOut(dto)
  }

  // What the path says is no foreign id of the body.
  @Post('projects/:projectId')
  createBelow(@Param('projectId') projectId: string, @Body() dto: RenameTaskDto) {
    return this.tasks.createBelow(projectId, dto)
  }

  @Patch(':id/title')
  rename(@Param('id') id: string, @Body() dto: RenameTaskDto) {
    return this.tasks.rename(id, dto)
  }

  // Whose role lets them.
  @Post('all')
  @Roles('member:write')
  createByRole(@Body() dto: CreateTaskDto) {
    return this.tasks.createByRole(dto)
  }

  @Post('replaced')
  createReplaced(@Body() dto: CreateTaskDto, @Req() req) {
    return this.tasks.createReplaced(dto, req.user)
  }

  @Post('own')
  createOwn(@Body() dto: CreateTaskDto, @Req() req) {
    return this.tasks.createOwn({ ...dto, projectId: req.user.projectId })
  }
}
