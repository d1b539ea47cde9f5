import { RequestMethod, VersioningType } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module'

async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.setGlobalPrefix('api', { exclude: ['ready', { path: 'newts/free', method: RequestMethod.GET }] })
  app.enableVersioning({ type: VersioningType.URI, prefix: `${process.env.CONTEXT}v`, defaultVersion: '1' })
  await app.listen(3000)
}
bootstrap()
