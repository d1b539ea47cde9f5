import { TasksService } from '../tasks/tasks.service'

export async function seed(tasks: TasksService) {
  await tasks.importAll({ title: 'First', projectId: 'p1' })
}
