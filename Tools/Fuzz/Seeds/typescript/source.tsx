 import a, { type b as c } from "d"; import * as e from 'e'; import f = require("g"); export * as h from "i"
@dec() export default abstract class A<in out T extends {}> extends B<T>(x) implements C, D {
  static #p?: readonly string[] = []; declare x!: number; get y(): this { return this.#p! } static { z() }
  constructor(private a?: A, ...rest: any[]) { super(); } async *[Symbol.iterator]<const K>(this: A, { a, b: [c = 1] }) { yield* a; }
}
type F = new (...a: [x: string, y?: number, ...z: T[]]) => asserts x is string; type G = { readonly [K in keyof T as `x${K}`]-?: T[K] }
type H = T extends (infer U extends string)[] ? U : never | typeof import("x", { with: { a: "b" } }); declare module "m" { var q: unique symbol }
enum E { A = 1 << 2, B = "b" } namespace N.M { export const v = <T,>(x: T): x is T => x satisfies T as const }
label: for await (const [k, v] of o) { if (a) continue label; else if (b) break; else throw new Error(`t${`u${v}`}`, { cause }) }
for (let i = 0, j = 1_000n; i < j; i++, --j) switch (i) { case 1: default: debugger }
do { try { x?.y?.[z]?.(w) } catch { } finally { } } while (/[/\]]+/giu.test(s) && !(a ?? b) || 0x1F ** .5e-3)
const el = <A.b c:d="e" {...f} g={h => <>text &amp; {/* c */} {i}</>}>x</A.b>; var fn = async function* <T>() { await using r = q; }
a = b ? (c) : d => e; a ||= b; void 0, delete a.b, typeof c; if (a < b && c > (d)) ; new.target; import.meta.url; <any>x
