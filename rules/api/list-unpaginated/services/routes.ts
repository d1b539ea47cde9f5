import { Router } from 'express'
import type { WalletRepository } from './repository'

interface Services {
  wallets: WalletRepository
  log: Console
}
type Others = { wallets?: WalletRepository; size: number }

export const walletRoutes = ({ wallets, log }: Services, { wallets: others }: Others) => {
  const router = Router()
  router.get('/', (req, res) => {
    log.info('wallets')
    res.json(wallets.ofUser(req.user.id))
  })
  router.get('/others', (req, res) => res.json(others.ofOthers(req.user.id)))
  router.get('/few', (req, res) => res.json(wallets.few(req.user.id)))
  return router
}
