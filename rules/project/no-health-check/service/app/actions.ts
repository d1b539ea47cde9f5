'use server'

// Called by its name, this is none of the project's paths.
// ok: project/no-health-check
export async function rename(name: string) {
  await save(name)
}
