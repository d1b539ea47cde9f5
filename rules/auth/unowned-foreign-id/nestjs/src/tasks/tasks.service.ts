import { ForbiddenException, Injectable } from '@nestjs/common'
import { PrismaService } from '../prisma.service'
import { CreateTaskDto, MoveTaskDto, RenameTaskDto } from './create-task.dto'

@Injectable()
export class TasksService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly projects: ProjectsService,
  ) {}

  create(dto: CreateTaskDto, authorId: string) {
    // ruleid: auth/unowned-foreign-id
    return this.prisma.task.create({ data: { ...dto, authorId } })
  }

  createPlain(dto: CreateTaskDto) {
    // ruleid: auth/unowned-foreign-id
    return this.prisma.task.create({ data: dto })
  }

  async createOfParts(dto: CreateTaskDto) {
    // ruleid: auth/unowned-foreign-id
    return this.prisma.task.create({
      data: { title: dto.title, project: { connect: { id: dto.projectId } } },
    })
  }

  createFor(title: string, projectId: string) {
    // ruleid: auth/unowned-foreign-id
    return this.prisma.task.create({ data: { title, projectId } })
  }

  createIn(projectId: string) {
    // ruleid: auth/unowned-foreign-id
    return this.prisma.task.create({ data: { title: 'New', projectId } })
  }

  move(id: string, dto: MoveTaskDto) {
    // ruleid: auth/unowned-foreign-id
    return this.prisma.task.update({ where: { id }, data: dto })
  }

  async createChecked(dto: CreateTaskDto, userId: string) {
    const project = await this.prisma.project.findFirst({ where: { id: dto.projectId, ownerId: userId } })
    if (!project) throw new ForbiddenException()
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: dto })
  }

  async createLookedAt(dto: CreateTaskDto) {
    await this.projects.findOne(dto.projectId)
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: { ...dto } })
  }

  createGuarded(dto: CreateTaskDto) {
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: dto })
  }

  createHanded(dto: CreateTaskDto) {
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: dto })
  }

  createTakenOut(dto: CreateTaskDto) {
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: dto })
  }

  createBelow(projectId: string, dto: RenameTaskDto) {
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: { ...dto, projectId } })
  }

  rename(id: string, dto: RenameTaskDto) {
    // ok: auth/unowned-foreign-id
    return this.prisma.task.update({ where: { id }, data: dto })
  }

  createByRole(dto: CreateTaskDto) {
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: dto })
  }

  createReplaced(dto: CreateTaskDto, user: User) {
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: { ...dto, projectId: user.projectId } })
  }

  createOwn(dto: CreateTaskDto) {
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: dto })
  }

  createForStaff(dto: CreateTaskDto) {
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: dto })
  }

  // Nobody's request comes here.
  importAll(dto: CreateTaskDto) {
    // ok: auth/unowned-foreign-id
    return this.prisma.task.create({ data: dto })
  }
}
