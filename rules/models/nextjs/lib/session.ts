export const readSession = () => cookies().get('session')
export const getSession = (req) => sessions.read(req.cookies.session)
