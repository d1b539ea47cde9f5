import { IsString } from 'class-validator'

class Titled {
  @IsString() title: string
}

export class CreateTaskDto extends Titled {
  @IsString() projectId: string
}

export class RenameTaskDto extends Titled {
  color?: string
}

export interface MoveTaskDto {
  projectId: string
  note?: string
}
