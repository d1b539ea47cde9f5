export @a
export default @b
export class C {}
<Row label="a" 
const app = expre
