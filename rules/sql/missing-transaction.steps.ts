import { PrismaClient } from '@prisma/client'
import mongoose from 'mongoose'

const prisma = new PrismaClient()
const Invoice = mongoose.model('Invoice')
const Ledger = mongoose.model('Ledger')

// One row that is changed in steps is one row.
export async function renew(stripeId: string, quantity: number, changed: boolean) {
  if (changed) {
    await prisma.team.update({ where: { stripeId }, data: { seats: quantity } })
  }
  // ok: sql/missing-transaction
  await prisma.team.update({ where: { stripeId }, data: { renewedAt: new Date() } })
}

export async function move(from: string, to: string) {
  await prisma.team.update({ where: { id: from }, data: { open: false } })
  // ruleid: sql/missing-transaction
  await prisma.team.update({ where: { id: to }, data: { open: true } })
}

export async function bill(body: any) {
  const invoice = await Invoice.create(body)
  // ok: sql/missing-transaction
  await Invoice.findOneAndUpdate({ _id: invoice._id }, { file: `invoice-${invoice._id}.pdf` })
  // ruleid: sql/missing-transaction
  await Ledger.create({ invoice: invoice._id })
}

// Whoever does everything again finds what is there.
export async function publish(name: string, version: string) {
  const app = await prisma.app.upsert({ where: { name }, update: { name }, create: { name } })
  // ok: sql/missing-transaction
  await prisma.version.create({ data: { appId: app.id, version } })
}

export async function count(name: string, version: string) {
  await prisma.app.upsert({ where: { name }, update: { builds: { increment: 1 } }, create: { name } })
  // ruleid: sql/missing-transaction
  await prisma.version.create({ data: { name, version } })
}

// How far some work has come is noted around it.
export async function index(id: string, pages: string[]) {
  await prisma.document.update({ where: { id }, data: { status: 'running', startedAt: new Date() } })
  // ok: sql/missing-transaction
  await prisma.chunk.createMany({ data: pages.map((text) => ({ documentId: id, text })) })
  // ok: sql/missing-transaction
  await prisma.document.update({ where: { id }, data: { status: 'done' } })
}

export async function runImport(jobId: string, rows: any[]) {
  await prisma.row.createMany({ data: rows })
  // ok: sql/missing-transaction
  await prisma.importJob.update({ where: { id: jobId }, data: { status: 'done', finishedAt: new Date() } })
}

// A state that is set once is no step of a work.
export async function pay(id: string, sku: string) {
  await prisma.order.update({ where: { id }, data: { status: 'paid' } })
  // ruleid: sql/missing-transaction
  await prisma.stock.delete({ where: { sku } })
}

// What is done where something failed.
export function request(mediaId: string, requestId: string, server: any) {
  server
    .add(mediaId)
    .then(async () => {
      await prisma.media.update({ where: { id: mediaId }, data: { added: true } })
    })
    .catch(async () => {
      // ok: sql/missing-transaction
      await prisma.request.update({ where: { id: requestId }, data: { refused: true } })
    })
}

export async function removeStaleCounts(limit: Date) {
  await prisma.hourCount.deleteMany({ where: { at: { lt: limit } } })
  // ok: sql/missing-transaction
  await prisma.dayCount.deleteMany({ where: { at: { lt: limit } } })
}

export async function disable(segment: any, count: number) {
  await prisma.segment.update({
    where: {
      id: segment.id,
    },
    data: { surveys: count },
  })
  // ok: sql/missing-transaction
  await prisma.segment.update({ where: { id: segment.id, open: true }, data: { open: false } })
}

export async function keep(media: any, hash: string) {
  await prisma.media.createMany({ data: [media], skipDuplicates: true })
  // ok: sql/missing-transaction
  await prisma.file.create({ data: { hash } })
}

export async function keepAsText(hash: string) {
  await prisma.$executeRaw`INSERT INTO media (hash) VALUES (${hash}) ON CONFLICT DO NOTHING`
  // ok: sql/missing-transaction
  await prisma.file.create({ data: { hash } })
}

export async function countAsText(hash: string) {
  await prisma.$executeRaw`INSERT INTO hits (hash, n) VALUES (${hash}, 1) ON CONFLICT (hash) DO UPDATE SET n = hits.n + 1`
  // ruleid: sql/missing-transaction
  await prisma.file.create({ data: { hash } })
}

export async function remove(id: string) {
  await prisma.venue.update({ where: { id: id }, data: { events: { set: [] } } })
  // ok: sql/missing-transaction
  await prisma.venue.delete({ where: { id } })
}

export async function importAsset(name: string, model: string) {
  const known = await prisma.assetModel.findFirst({ where: { name: model } })
  if (!known) {
    await prisma.assetModel.create({ data: { name: model } })
  }
  // ok: sql/missing-transaction
  await prisma.asset.create({ data: { name, model } })
}

export async function importOwner(name: string, owner: string) {
  const known = await prisma.asset.findFirst({ where: { name } })
  if (!known) {
    await prisma.owner.create({ data: { name: owner } })
  }
  // ruleid: sql/missing-transaction
  await prisma.assetOwner.create({ data: { name, owner } })
}

export async function unsubscribe(userId: string, token: string) {
  const [first, second] = await Promise.allSettled([
    prisma.user.update({ where: { id: userId }, data: { wantsMail: false } }),
    // ok: sql/missing-transaction
    prisma.mailToken.delete({ where: { id: token } }),
  ])
  return { first, second }
}

// What is used at once is no promise: objects of the domain, which make themselves.
export function compose(props: any) {
  const title = Title.create({ value: props.title })
  if (title.isFailure) return title
  // ok: sql/missing-transaction
  const votes = { votes: props.votes ? props.votes : Votes.create([]), comments: Comments.create([]) }
  return new Post(title.value, votes)
}

export async function composed(props: any) {
  const invoice = await Invoice.create({ title: props.title })
  // ruleid: sql/missing-transaction
  const ledger = await Ledger.create({ invoice: invoice.id })
  return { invoice, ledger }
}

export async function confirm(id: string, code: string) {
  const found = await prisma.verification.update({ where: { id }, data: { attemptCount: { increment: 1 } } })
  if (found.code !== code) throw new Error('wrong')
  // ok: sql/missing-transaction
  await prisma.user.update({ where: { id: found.userId }, data: { verified: true } })
}

// What is noted before the work and after it is one row, found by what it was made with.
export async function once(key: string, userId: string, work: () => Promise<unknown>) {
  await prisma.attempt.create({ data: { key, userId, state: 'running' } })
  const result = await work()
  // ok: sql/missing-transaction
  await prisma.attempt.updateMany({ where: { key, userId }, data: { state: 'done', result } })
}

export async function another(key: string, userId: string, other: string) {
  await prisma.attempt.create({ data: { key, userId, label: 'first' } })
  // ruleid: sql/missing-transaction
  await prisma.attempt.updateMany({ where: { key: other }, data: { label: 'second' } })
}
