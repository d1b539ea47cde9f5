import Testing

@Suite struct PythonConstantsTests {
    @Test func operatorsFold() throws {
        try MarkedSource.check(
            """
            a = "x"; n = 7
            use(a + "y" + a)         # ~~ a + "y" + a = "xyx"
            use("p" 'q')             # ~~ "p" 'q' = "pq"
            use(f"{a}-{n}")          # ~~ f"{a}-{n}" = "x-7"
            use(f"{a:>3}")           # ~~ f"{a:>3}" = ?
            use("%s/%d%%" % (a, n))  # ~~ "%s/%d%%" % (a, n) = "x/7%"
            use("<%s>" % a)          # ~~ "<%s>" % a = "<x>"
            use("{}{1}".format(a, n))  # ~~ "{}{1}".format(a, n) = "x7"
            use("{a}".format(a))     # ~~ "{a}".format(a) = ?
            use((n * 2 - 4) // 3)    # ~~ (n * 2 - 4) // 3 = 3
            use(n / 2)               # ~~ n / 2 = 3.5
            use(-n % 3)              # ~~ -n = -7; -n % 3 = ?
            use("x" in a, "y" not in a)  # ~~ "x" in a = true; "y" not in a = true
            use(n > 3, not n)        # ~~ n > 3 = true; not n = false
            use("b" if n else a)     # ~~ "b" if n else a = "b"
            use(a or input())        # ~~ a or input() = "x"
            use("abc"[-1], n ** 2)   # ~~ "abc"[-1] = "c"; n ** 2 = 49
            use(n / 0, n << 2)       # ~~ n / 0 = ?; n << 2 = ?
            use(9223372036854775807 + n)  # ~~ 9223372036854775807 + n = ?
            """, as: "py")
    }

    @Test func theReachingAssignmentCounts() throws {
        try MarkedSource.check(
            """
            def f():
                x = "a"
                use(x)               # ~~ x = "a"
                x = input()
                use(x)               # ~~ x = ?
                x = "b"
                x += "c"
                use(x)               # ~~ x = "bc"
                y = z = "d"
                use(y, z)            # ~~ y = "d"; z = "d"
                del y
                use(y)               # ~~ y = ?
                p, q = "a", "b"
                use(p)               # ~~ p = ?
            """, as: "py")
    }

    @Test func branchesJoin() throws {
        try MarkedSource.check(
            """
            def f(c, d):
                x = "a"
                y = "a"
                if c:
                    x = "b"
                    y = "b"
                    use(x)           # ~~ x = "b"
                elif d:
                    y = "b"
                    x = "c"
                else:
                    use(x)           # ~~ x = "a"
                    y = "b"
                use(x, y)            # ~~ x = some string; y = "b"
                if c:
                    x = "early"
                    return x         # ~~ x = "early"
                else:
                    x = "late"
                use(x)               # ~~ x = "late"
                if c: d = "no"
                use(d)               # ~~ d = ?
            """, as: "py")
    }

    @Test func knownConditionsLeaveOneBranch() throws {
        try MarkedSource.check(
            """
            def f():
                num = 86
                if 7 * 42 - num > 200:
                    x = "taken"
                else:
                    x = input()
                use(x)               # ~~ x = "taken"
                guess = "ABC"[1]
                match guess:
                    case "A": x = input()
                    case "C" | "B": x = "bob"
                    case _: x = input()
                use(x)               # ~~ x = "bob"
                while True:
                    if x: break
                use(x)               # ~~ x = "bob"
                while True: pass
                use(x)               # ~~ x = ?
            """, as: "py")
    }

    @Test func loopsForgetWhatTheyChange() throws {
        try MarkedSource.check(
            """
            def f(items):
                x = "a"; y = "b"; n = 0
                for item in items:
                    use(x, y, item)  # ~~ x = ?; y = "b"; item = ?
                    if item: continue
                    x = "c"
                    use(x)           # ~~ x = "c"
                else:
                    y = "d"
                use(x, y)            # ~~ x = ?; y = "d"
                while n < 3:
                    n += 1
                use(n)               # ~~ n = ?
            """, as: "py")
    }

    @Test func exceptionsJoinEverythingThatMayHaveBeen() throws {
        try MarkedSource.check(
            """
            def f():
                x = "a"; y = "a"; w = "a"
                try:
                    x = "b"
                    call()
                    x = "c"
                    y = "z"
                except Error as e:
                    use(x, e)        # ~~ x = some string; e = ?
                    y = "z"
                finally:
                    w = "f"
                use(y, w, x)         # ~~ y = "z"; w = "f"; x = some string
                with open(y) as y:
                    use(y)           # ~~ y = ?
            """, as: "py")
    }

    @Test func constantsOfOuterScopesReachFunctions() throws {
        try MarkedSource.check(
            """
            def before(): return TABLE   # ~~ TABLE = "users"
            TABLE = "users"
            QUERY = "select " + TABLE
            changed = "a"
            if TABLE: twice = "a"
            else: twice = "b"
            def f():
                use(QUERY)           # ~~ QUERY = "select users"
                use(changed, twice)  # ~~ changed = ?; twice = ?
                def g():
                    global changed
                    changed = "b"
                later = "c"
                h = lambda: later    # ~~ later = "c"
            use(changed)             # ~~ changed = ?
            """, as: "py")
    }

    @Test func attributesGivenOneValueAreConstant() throws {
        try MarkedSource.check(
            """
            class Config:
                host = "h"
                port = 1
                def __init__(self, user):
                    self.path = "/" + self.host
                    self.user = user
                    self.mode = "a"
                def url(self):
                    use(self.host)   # ~~ self.host = "h"
                    use(self.path)   # ~~ self.path = "/h"
                    use(self.user)   # ~~ self.user = ?
                    use(self.mode)   # ~~ self.mode = ?
                    self.mode = "b"
                    use(self.port)   # ~~ self.port = ?
                    self.port += 1
            use(Config.host)         # ~~ Config.host = "h"
            def free(self): return self.host   # ~~ self.host = ?
            """, as: "py")
    }
}
