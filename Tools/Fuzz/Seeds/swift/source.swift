 import struct A.B; @_exported @testable import C
@available(iOS 17, *) public final class A<T: B & C, each U>: D where T.E == [F], repeat each U: G {
  @Wrapper(1) private(set) static lazy var x: Int? = { [weak self, y = z] (a: inout Int, _ b) async throws(E) -> Void in return }()
  var y: some P { get async throws { 1 } set(v) { } } ; var z = 1 { willSet { } didSet { } }
  init?<V>(_ a: borrowing V..., b c: @escaping @Sendable () -> ~Copyable = {}) rethrows { super.init(); self.x! += 1 }
  subscript(i: Int) -> (a: Int, b: String) { (i, #"\#(i)"#) } deinit { } static func == (l: Self, r: Self) -> Bool { l.x === r.x }
  indirect enum E: Int, Codable { case a(Int, b: String = ""), c = 2; case d } ; associatedtype X: Y = Z; typealias W = [Int: any P.Type]
}
extension A: @retroactive B where T == Int { actor C { nonisolated func f() async let } } macro m(_ x: Int) = #externalMacro(module: "a", type: "b")
#if os(Linux) && swift(>=5.9) || canImport(A)
infix operator <+>: P ; precedencegroup P { higherThan: Q }
#elseif !DEBUG
#else
#endif
func f() { guard let a, case .b(let c)? = d, #available(macOS 14, *) else { fatalError() }
  label: for await case let (i, j) in k where i > j { switch i { case 1...2, ..<3 where x: fallthrough; case is A, let b as B: break label; @unknown default: continue } }
  repeat { defer { x() } ; do throws(E) { try? await a?.b![c](d) { $0 } e: { _ in } } catch let e as F { throw e } catch { } } while a ?? b ? c : d
  let s = """
    a \(b + "c\(d)") \
    \u{1F600}
    """ ; let r = /a[b/]c/ ; let q = ##/x/## ; let k = \A.b?.c[0] ; `class` = &x ; x = if a { 1 } else { switch b { default: 2 } }
  a<B<C>>.d(e as! F) ; if a < b, c > (d) { } ; .init(a: .b, -1.5e3, 0x1p-2, 0b1_0) ; discard self ; consume x ; #selector(a) ; (a, b) = c
}
