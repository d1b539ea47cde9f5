// ruleid: api/money-float
export const cost = parseFloat(process.env.COST ?? '0')
