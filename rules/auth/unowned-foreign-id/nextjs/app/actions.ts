'use server'
import { auth } from '@/auth'
import { prisma } from '@/prisma'

export async function addTask(formData: FormData) {
  const session = await auth()
  if (!session) throw new Error('Unauthorized')
  const projectId = formData.get('projectId') as string
  // ruleid: auth/unowned-foreign-id
  await prisma.task.create({ data: { title: 'New', projectId } })
}
