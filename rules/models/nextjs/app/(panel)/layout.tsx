import { answerAll } from '@vendor/panel'
import config from '@/config'

// Whoever it leaves its work to may ask who calls.
// route: POST /answer unknown
const answer = async function (args) {
  'use server'
  return answerAll({ ...args, config })
}

export default function Layout({ children }) {
  return <Panel action={answer}>{children}</Panel>
}
