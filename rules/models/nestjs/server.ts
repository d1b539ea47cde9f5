import { NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import express from 'express'

import { AppModule } from './app.module'

// The application under the controllers mounts none of them.
const server = express()
const app = await NestFactory.create(AppModule, new ExpressAdapter(server))
