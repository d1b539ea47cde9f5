import { Module } from '@nestjs/common'
import { RouterModule } from '@nestjs/core'
import { OfficeModule } from './office.module'
import { FiguresModule } from './figures.module'
import { StampsModule } from './stamps.module'
import { LobbyModule } from './lobby.module'

@Module({
  imports: [
    OfficeModule,
    FiguresModule,
    StampsModule,
    LobbyModule,
    RouterModule.register([
      {
        path: 'office',
        module: OfficeModule,
        children: [{ path: 'figures', module: FiguresModule }, StampsModule],
      },
    ]),
  ],
})
export class AppModule {}
