import { pool } from '../pool'

// ruleid: sql/n-plus-one
export const find = (id: number) => pool.query('SELECT id, name FROM patients WHERE id = $1', [id])

// ok: sql/n-plus-one
export const findMany = (ids: number[]) => pool.query('SELECT id, name FROM patients WHERE id = ANY($1)', [ids])

// Called once, with what is the same for all.
// ok: sql/n-plus-one
export const ofClinic = (clinic: number) => pool.query('SELECT id, name FROM patients WHERE clinic_id = $1', [clinic])

// By a program that somebody starts by hand.
// ok: sql/n-plus-one
export const findByEmail = (email: string) => pool.query('SELECT id FROM patients WHERE email = $1', [email])

// In pages.
export async function visitsOf(patient: number) {
  const visits = []
  while (true) {
    // ok: sql/n-plus-one
    const page = await pool.query('SELECT id FROM visits WHERE patient_id = $1 LIMIT 100 OFFSET $2', [patient, visits.length])
    if (page.rows.length === 0) return visits
    visits.push(...page.rows)
  }
}

export class VisitRepository {
  async last(patientId: number, limit: number) {
    // ruleid: sql/n-plus-one
    return pool.query('SELECT at FROM visits WHERE patient_id = $1 ORDER BY at DESC LIMIT $2', [patientId, limit])
  }

  async first(patientId: number) {
    // ok: sql/n-plus-one
    return pool.query('SELECT at FROM visits WHERE patient_id = $1 ORDER BY at LIMIT 1', [patientId])
  }
}

export class DoctorRepository {
  async last(doctorId: number) {
    // Another class has a method of this name, which is called for each element.
    // ok: sql/n-plus-one
    return pool.query('SELECT at FROM shifts WHERE doctor_id = $1 ORDER BY at DESC LIMIT 1', [doctorId])
  }
}
