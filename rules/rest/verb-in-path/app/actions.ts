'use server'

// Whoever calls this gives a function's name; nobody chose a path.
// ok: rest/verb-in-path
export async function updateTitle(title: string) {
  await save(title)
}
