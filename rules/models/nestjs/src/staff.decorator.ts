import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common'
import { ApiOperation } from '@nestjs/swagger'
import { MembersGuard } from './members.guard'
import { StaffGuard } from './staff.guard'

export function Signed(optional = false) {
  return applyDecorators(optional ? UseGuards(MembersGuard) : UseGuards(MembersGuard, StaffGuard))
}

export function Staff() {
  return applyDecorators(Signed(), UseGuards(StaffGuard))
}

export const Keepers = () => UseGuards(StaffGuard)

export function Described(summary: string) {
  return applyDecorators(ApiOperation({ summary }))
}
