import { MiddlewareConsumer, Module, NestModule, RequestMethod } from '@nestjs/common'
import { BirdsController, NestsController, TreesController } from './birds.controller'
import { AuthMiddleware } from './auth.middleware'
import { KeeperMiddleware } from './keeper.middleware'

const kept = [NestsController]

@Module({ controllers: [BirdsController, NestsController, TreesController] })
export class BirdsModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    consumer
      .apply(KeeperMiddleware)
      .forRoutes(
        { path: 'birds', method: RequestMethod.POST },
        { path: 'birds/:name', method: RequestMethod.DELETE },
        'trees/deep',
      )
    consumer.apply(KeeperMiddleware).forRoutes(...kept)
    consumer.apply(AuthMiddleware).forRoutes('doves')
    consumer.apply(KeeperMiddleware).exclude('trees/open').forRoutes('trees')
  }
}
