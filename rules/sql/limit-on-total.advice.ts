import OpenAI from 'openai'
import { generateText } from 'ai'
import { prisma } from './prisma'

const openai = new OpenAI()

export async function advise(userId: string) {
  // ruleid: sql/limit-on-total
  const expenses = await prisma.expense.findMany({ where: { userId }, orderBy: { createdAt: 'desc' }, take: 30 })
  const lines = expenses.map((expense) => `${expense.category}: ${expense.amount}`).join('\n')
  const prompt = `You are a budget advisor. Spending:\n${lines}`
  return generateText({ model: 'some-model', prompt })
}

export async function tell(userId: string) {
  // ruleid: sql/limit-on-total
  const meals = await prisma.meal.findMany({ where: { userId }, take: 50 })
  return openai.chat.completions.create({
    model: 'some-model',
    messages: [{ role: 'user', content: JSON.stringify(meals) }],
  })
}

export async function adviseOnAll(userId: string) {
  // ok: sql/limit-on-total
  const totals = await prisma.expense.groupBy({ by: ['category'], where: { userId }, _sum: { amount: true } })
  return generateText({ model: 'some-model', prompt: JSON.stringify(totals) })
}

// The latest messages are what a conversation goes on from.
export async function reply(chatId: string) {
  // ok: sql/limit-on-total
  const history = await prisma.message.findMany({ where: { chatId }, orderBy: { createdAt: 'desc' }, take: 20 })
  return openai.chat.completions.create({
    model: 'some-model',
    messages: history.map((message) => ({ role: message.role, content: message.text })),
  })
}

export async function list(userId: string) {
  // ok: sql/limit-on-total
  const expenses = await prisma.expense.findMany({ where: { userId }, take: 30 })
  await openai.chat.completions.create({ model: 'some-model', messages: [{ role: 'user', content: 'hello' }] })
  return expenses
}
