import mongoose from 'mongoose'
import PDFDocument from 'pdfkit'

export function draw(lines) {
  const pdf = new PDFDocument({ margin: 10 })
  for (const line of lines) {
    pdf.save().fillColor(line.color).rect(0, line.y, 10, 10).fill().restore()
    // ok: sql/missing-transaction
    pdf.save().lineWidth(0.5).rect(0, line.y, 10, 10).stroke().restore()
  }
}

export function open(name) {
  const account = new Account({ name })
  const wallet = new Wallet({ name })
  return account.save().then(() => {
    // ruleid: sql/missing-transaction
    return wallet.save().catch(log)
  })
}
