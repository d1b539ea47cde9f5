import { findByEmail } from '../repositories/patients'

export async function merge(emails: string[]) {
  for (const email of emails) {
    console.log(await findByEmail(email))
  }
}
