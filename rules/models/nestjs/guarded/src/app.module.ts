import { Module } from '@nestjs/common'
import { OwlsController } from './owls.controller'
import { SessionGuard } from './session.guard'

@Module({
  controllers: [OwlsController],
  providers: [{ provide: 'APP_GUARD', useClass: SessionGuard }],
})
export class AppModule {}
