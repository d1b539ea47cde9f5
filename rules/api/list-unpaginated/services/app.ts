import express from 'express'
import { walletRoutes } from './routes'
import { WalletRepository } from './repository'

const app = express()
app.use('/wallets', walletRoutes({ wallets: new WalletRepository(), log: console }, { wallets: new WalletRepository() }))
