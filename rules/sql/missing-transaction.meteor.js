import mongodb from 'mongodb'
import Settings from '/models/settings'
import PDFDocument from 'pdfkit'

Template.settings.events({
  'click .save'() {
    Settings.update('failures', { $set: { value: 1 } })
    // ok: sql/missing-transaction
    Accounts.update('period', { $set: { value: 2 } })
  },
})
