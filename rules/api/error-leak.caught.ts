import { Controller, Get, Post, ConflictException, InternalServerErrorException } from '@nestjs/common'

@Controller('requests')
export class RequestsController {
  @Post()
  async create() {
    try {
      await this.prisma.$transaction(async (tx) => {
        try {
          await tx.request.create({ data: {} })
        } catch (error) {
          // The block around it lets nobody know.
          // ok: api/error-leak
          throw new ConflictException(error)
        }
      })
    } catch (error) {
      console.error('No request was made', error)
      return { code: 'request/failed' }
    }
  }

  @Get()
  async list() {
    try {
      return await this.read()
    } catch (error) {
      // ruleid: api/error-leak
      throw new InternalServerErrorException(error)
    }
  }

  @Get('all')
  async all() {
    try {
      this.later(async () => {
        try {
          await this.read()
        } catch (error) {
          // Nobody waits for it.
          // ruleid: api/error-leak
          throw new InternalServerErrorException(error)
        }
      })
    } catch (error) {
      return []
    }
  }

  @Get('sorted')
  async sorted() {
    for (;;) {
      try {
        return await this.prisma.$transaction(async (tx) => {
          try {
            return await tx.request.updateMany({ data: {} })
          } catch (error) {
            // ok: api/error-leak
            throw new ConflictException(error)
          }
        })
      } catch (error) {
        if (error.code !== 'P2034') return { code: 'request/not_sorted' }
      }
    }
  }

  @Get('some')
  async some() {
    try {
      try {
        return await this.read()
      } catch (error) {
        // ruleid: api/error-leak
        throw new InternalServerErrorException(error)
      }
    } catch (error) {
      this.logger.warn(error)
      throw error
    }
  }
}
