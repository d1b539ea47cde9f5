import { handleCallback } from '@vendor/queue'

const onMessage = handleCallback(async (message: Message) => {
  await jobs.run(message)
})

// route: POST /api/queue/job unknown
export const POST = (req: Request) => onMessage(req)
