import { Router } from 'express';

const router = Router();
// ok: project/no-health-check
router.get('/', (req, res) => res.json([]));
router.post('/', (req, res) => res.status(201).json({}));
router.delete('/:id', (req, res) => res.sendStatus(204));
export default router;
