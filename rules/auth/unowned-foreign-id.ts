import express from 'express'
import { PrismaClient } from '@prisma/client'

const app = express()
const prisma = new PrismaClient()

app.post('/tasks', requireAuth, async (req, res) => {
  // ruleid: auth/unowned-foreign-id
  const task = await prisma.task.create({ data: { title: req.body.title, projectId: req.body.projectId } })
  res.status(201).json(task)
})

app.post('/notes', requireAuth, async (req, res) => {
  const { text, board_id } = req.body
  // ruleid: auth/unowned-foreign-id
  await pool.query('INSERT INTO notes (text, board_id) VALUES ($1, $2)', [text, board_id])
  res.sendStatus(201)
})

app.post('/comments', requireAuth, async (req, res) => {
  const { taskId } = req.body
  const task = await prisma.task.findUnique({ where: { id: taskId } })
  if (!task) return res.sendStatus(404)
  // ruleid: auth/unowned-foreign-id
  await prisma.comment.create({ data: { taskId, text: req.body.text } })
  res.sendStatus(201)
})

app.post('/checked', requireAuth, async (req, res) => {
  const { projectId } = req.body
  const project = await prisma.project.findFirst({ where: { id: projectId, ownerId: req.user.id } })
  if (!project) return res.sendStatus(404)
  // ok: auth/unowned-foreign-id
  await prisma.task.create({ data: { projectId } })
  res.sendStatus(201)
})

app.post('/compared', requireAuth, async (req, res) => {
  const { projectId } = req.body
  const project = await prisma.project.findUnique({ where: { id: projectId } })
  if (project.ownerId !== req.user.id) return res.sendStatus(403)
  // ok: auth/unowned-foreign-id
  await prisma.task.create({ data: { projectId } })
  res.sendStatus(201)
})

app.post('/helped', requireAuth, async (req, res) => {
  await assertOwnsProject(req.user, req.body.projectId)
  // ok: auth/unowned-foreign-id
  await prisma.task.create({ data: { projectId: req.body.projectId } })
  res.sendStatus(201)
})

app.post('/projects/:projectId/tasks', requireAuth, async (req, res) => {
  // ok: auth/unowned-foreign-id
  await prisma.task.create({ data: { projectId: req.params.projectId, title: req.body.title } })
  res.sendStatus(201)
})

app.post('/wishlist', requireAuth, async (req, res) => {
  const { productId } = req.body
  // ok: auth/unowned-foreign-id
  await prisma.wishlistItem.create({ data: { userId: req.user.id, productId } })
  res.sendStatus(201)
})

app.post('/filled', requireAuth, async (req, res) => {
  const data = { title: req.body.title, projectId: req.body.projectId }
  // ruleid: auth/unowned-foreign-id
  await prisma.task.create({ data })
  res.sendStatus(201)
})

app.post('/linked', requireAuth, async (req, res) => {
  const { spreadsheetId, baseId } = req.body
  // ok: auth/unowned-foreign-id
  await prisma.link.create({ data: { ownerId: req.user.id, google_sheet_id: spreadsheetId, airtable_base_id: baseId } })
  res.sendStatus(201)
})

app.post('/published', requireAuth, async (req, res) => {
  const { documentId } = req.body
  // ruleid: auth/unowned-foreign-id
  await prisma.document.update({ where: { id: documentId }, data: { published: true } })
  res.sendStatus(204)
})

// Who runs the shop assigns what he likes to whom he likes.
app.post('/assignments', requireAdmin, async (req, res) => {
  // ok: auth/unowned-foreign-id
  await prisma.assignment.create({ data: { courierId: req.body.courierId, orderId: req.body.orderId } })
  res.sendStatus(201)
})

app.post('/shifts', requireRole(['admin', 'courier']), async (req, res) => {
  // ruleid: auth/unowned-foreign-id
  await prisma.shift.create({ data: { courierId: req.body.courierId } })
  res.sendStatus(201)
})

app.post('/depots', requireRole(['admin', Role.STAFF]), async (req, res) => {
  // ok: auth/unowned-foreign-id
  await prisma.depot.create({ data: { courierId: req.body.courierId } })
  res.sendStatus(201)
})

app.post('/steps', requireAuth, async (req, res) => {
  const { stepId, markOtherIds } = req.body
  const step = await prisma.step.findFirst({ where: { id: stepId } })
  // The row found by it belongs to what was checked before.
  if (step.funnelId !== funnel.id) return res.sendStatus(403)
  // ok: auth/unowned-foreign-id
  await prisma.step.update({ where: { id: stepId }, data: { markOtherIds: markOtherIds || false } })
  res.sendStatus(204)
})

app.post('/steps/copies', requireAuth, async (req, res) => {
  const { stepId } = req.body
  const step = await prisma.step.findFirst({ where: { id: stepId } })
  if (step.funnelId !== null && step.depth === 3) return res.sendStatus(409)
  // ruleid: auth/unowned-foreign-id
  await prisma.copy.create({ data: { stepId } })
  res.sendStatus(201)
})

app.post('/machines', requireAuth, async (req, res) => {
  if (!isStaff(req.user)) return res.sendStatus(403)
  // ok: auth/unowned-foreign-id
  await prisma.machine.create({ data: { projectId: req.body.projectId } })
  res.sendStatus(201)
})

app.post('/votes', requireAuth, async (req, res) => {
  const { targetId } = req.body
  // ok: auth/unowned-foreign-id
  await prisma.vote.create({ data: { voterId: req.user.id, targetId } })
  res.sendStatus(201)
})

// What a service is given counts where some caller is seen to give it what nobody has checked.
export async function createTask(input: CreateTaskInput) {
  // ruleid: auth/unowned-foreign-id
  return prisma.task.create({ data: { title: input.title, projectId: input.projectId } })
}

app.post('/services/tasks', requireAuth, async (req, res) => res.json(await createTask(req.body)))

export async function createCheckedTask(input: CreateTaskInput) {
  // ok: auth/unowned-foreign-id
  return prisma.task.create({ data: { title: input.title, projectId: input.projectId } })
}

app.post('/services/checked', requireAuth, async (req, res) => {
  await assertMember(req.user.id, req.body.projectId)
  res.json(await createCheckedTask(req.body))
})

export async function createUnusedTask(input: CreateTaskInput) {
  // ok: auth/unowned-foreign-id
  return prisma.task.create({ data: { title: input.title, projectId: input.projectId } })
}

// What a schema gives back is what it was given.
app.post('/checked/tasks', requireAuth, async (req, res) => {
  const { projectId } = NewTask.parse(req.body)
  // ruleid: auth/unowned-foreign-id
  await prisma.task.create({ data: { title: 'New', projectId } })
  res.sendStatus(201)
})

app.post('/tried/tasks', requireAuth, async (req, res) => {
  const parsed = NewTask.safeParse(req.body)
  if (!parsed.success) return res.sendStatus(400)
  // ruleid: auth/unowned-foreign-id
  await prisma.task.create({ data: { title: 'New', projectId: parsed.data.projectId } })
  res.sendStatus(201)
})

// Neither the name of the table nor that of the ids says who asks.
app.patch('/members', requireAuth, async (req, res) => {
  const { memberIds } = req.body
  // ruleid: auth/unowned-foreign-id
  await prisma.member.updateMany({ where: { id: { in: memberIds } }, data: { role: 'editor' } })
  res.sendStatus(204)
})

app.patch('/team/members', requireAuth, async (req, res) => {
  const { memberIds } = req.body
  // ok: auth/unowned-foreign-id
  await prisma.member.updateMany({ where: { id: { in: memberIds }, team: { ownerId: req.user.id } }, data: { role: 'x' } })
  res.sendStatus(204)
})

// What a function finds for the request is the caller's.
app.put('/baskets/lines', requireAuth, async (req, res) => {
  const { line_id, quantity } = req.body
  const basket = loadBasket(pool, req)
  // ok: auth/unowned-foreign-id
  await pool.query('UPDATE basket_lines SET quantity = $1 WHERE id = $2 AND basket_id = $3', [quantity, line_id, basket.id])
  res.sendStatus(204)
})

app.put('/shelves/lines', requireAuth, async (req, res) => {
  const { line_id, quantity } = req.body
  const shelf = loadShelf(pool)
  // ruleid: auth/unowned-foreign-id
  await pool.query('UPDATE shelf_lines SET quantity = $1 WHERE id = $2 AND shelf_id = $3', [quantity, line_id, shelf.id])
  res.sendStatus(204)
})

// An id that is made text is the same id.
app.post('/texts', requireAuth, async (req, res) => {
  const boardId = String(req.body.boardId)
  const board = await prisma.board.findFirst({ where: { id: boardId, ownerId: req.user.id } })
  if (!board) return res.sendStatus(404)
  // ok: auth/unowned-foreign-id
  await prisma.note.create({ data: { boardId, text: req.body.text } })
  res.sendStatus(201)
})

// Whom middleware put on the request, whatever it calls them.
app.post('/rides', requireAuth, async (req, res) => {
  const { depotId } = req.body
  const found = await pool.query('SELECT 1 FROM depots WHERE id = $1 AND $2 = ANY (couriers)', [depotId, req.courier])
  if (found.rowCount === 0) return res.sendStatus(403)
  // ok: auth/unowned-foreign-id
  await pool.query('INSERT INTO rides (depot_id) VALUES ($1)', [depotId])
  res.sendStatus(201)
})

app.post('/walks', requireAuth, async (req, res) => {
  const { depotId } = req.body
  const found = await pool.query('SELECT 1 FROM depots WHERE id = $1 AND host = $2', [depotId, req.hostname])
  if (found.rowCount === 0) return res.sendStatus(403)
  // ruleid: auth/unowned-foreign-id
  await pool.query('INSERT INTO walks (depot_id) VALUES ($1)', [depotId])
  res.sendStatus(201)
})

// Tied to a row that is the user's own.
app.post('/labelled', requireAuth, async (req, res) => {
  const project = await prisma.project.findFirst({ where: { id: req.params.id, ownerId: req.user.id } })
  if (!project) return res.sendStatus(404)
  const { labelId } = req.body
  const label = await prisma.label.findFirst({ where: { id: labelId, projectId: project.id } })
  if (!label) return res.sendStatus(404)
  // ok: auth/unowned-foreign-id
  await prisma.task.create({ data: { labelId, projectId: project.id } })
  res.sendStatus(201)
})

app.post('/coloured', requireAuth, async (req, res) => {
  const project = await prisma.project.findFirst({ where: { id: req.params.id } })
  const { labelId } = req.body
  const label = await prisma.label.findFirst({ where: { id: labelId, projectId: project.id } })
  if (!label) return res.sendStatus(404)
  // ruleid: auth/unowned-foreign-id
  await prisma.task.create({ data: { labelId } })
  res.sendStatus(201)
})
