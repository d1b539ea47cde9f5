import { Service } from 'typedi'

@Service()
export class BusController {
  list(req, res) {
    res.json([])
  }

  update = (req, res) => res.json({})
}
