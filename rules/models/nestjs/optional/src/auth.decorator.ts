import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common'
import { KeyGuard } from './key.guard'

export function Auth(takesKeys = false, isOptionalAuth = false) {
  return applyDecorators(SetMetadata('optional', isOptionalAuth), UseGuards(KeyGuard))
}
