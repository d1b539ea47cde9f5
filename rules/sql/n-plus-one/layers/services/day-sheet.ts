import * as patients from '../repositories/patients'
import { VisitRepository } from '../repositories/patients'

interface Appointment {
  clinic: number
  patient: number
}

export class DaySheet {
  constructor(private readonly visits: VisitRepository) {}

  async rows(appointments: Appointment[]) {
    const rows = []
    for (const appointment of appointments) {
      const patient = await patients.find(appointment.patient)
      await patients.visitsOf(appointment.patient)
      rows.push({ patient, visits: await this.visits.last(appointment.patient, 3) })
    }
    return rows
  }

  async all(appointments: Appointment[], clinic: number) {
    const found = await patients.findMany(appointments.map((appointment) => appointment.patient))
    for (const day of [1, 2, 3]) {
      await this.visits.first(day)
    }
    return { found, others: await Promise.all(appointments.map(() => patients.ofClinic(clinic))) }
  }
}
