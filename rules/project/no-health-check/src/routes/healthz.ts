import { Router } from 'express';

// A folder gives this file its path.
const router = Router();
// ok: project/no-health-check
router.get('/', (req, res) => res.sendStatus(200));
export default router;
