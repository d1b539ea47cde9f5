import { Session } from 'meteor/session'
import mongodb from 'mongodb'
import Cards from '/models/cards'

export function toggle(ids, label) {
  // The browser has its own copy of what it is shown.
  for (const id of ids) {
    // ok: sql/n-plus-one
    const card = Cards.findOne(id)
    card.toggle(Session.get('label'))
  }
}
