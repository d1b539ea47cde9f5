 from __future__ import annotations; import a.b as c, d; from ..e import (f as g, h,)
@dec(1)
async def f[T: int, *U, **V](a, /, b: int = 1, *args: *T, c=lambda *x, y=2: x + y, **kw) -> dict[str, int]:
    """Doc\x41\N{DASH}"""
    global q; nonlocal r
    async with a as (b, c), d() as e: yield from x
    async for i, *j in (y for y in z if y if w async for v in u): await k
    else: pass
    return {**a, 'b': 1} | {*c, 2} - {d: e for d, e in f} @ g // h
class C[T](A, metaclass=M):
	x: int = 0xFF_FF + 1e-5j - 0b1 ** -2
	def g(self): raise E(1) from None
if a := b: del a[1:2, ::3, ...], c.d
elif not a is not b not in c <= d == e: assert x, y
else:
    try: x = y = z; x += 1; x //= 2
    except* (A, B) as e: pass
    finally: continue
while True: break
match x, y:
    case [1, *rest, -2j] | {"a": A.B(c=1, d=_), **kw} as z if z > 1: pass
    case (None | True) | 'a' 'b': pass
type X[T] = list[T]
s = f"{a!r:>{width}} {{ {b=} {'c' + f'{d}'} \
" rb'\x00' "e" '''f
g''' f"""{
h
}""" t"{i}"
