import { OwnRouter } from './ownRouter'

export default function deleteThing(own: OwnRouter) {
  // What the project's own router does with it is not known.
  // route: DELETE /things unknown
  own.delete('/things', async () => ({}))
}
