export class TeaController {
  list = async (req, res) => {
    res.json([])
  }

  show = async (req, res) => {
    res.json({})
  }
}
