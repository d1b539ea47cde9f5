/// The node vocabulary shared by the languages. After each kind stand its children, in source order, as `role: what`;
/// `main:` names the token that `mainToken` points to. A list is marked `*`, an optional child `?`. A child without a role in
/// this table has the role `element`. Comments, punctuation and keywords are tokens of the node, never children.
public enum NodeKind: UInt8, Sendable, CaseIterable {
    // MARK: Structure
    /// The whole file. statement*
    case file
    /// `{ .. }` or an indented suite. statement*
    case block
    /// Tokens that could not be parsed. any*
    case error
    /// Swift `#if` with all its clauses. block* (each clause; the condition is not a child)
    case conditionalCompilation

    // MARK: Declarations
    /// A named function, method, initializer, accessor, getter. decorator*, name: identifier?, typeParameters?,
    /// parameters: parameterList?, returnType: type?, body: block?. main: `def`, `func`, `function`, `init`, `get`, or the
    /// name's token where there is no keyword (class and object methods).
    case function
    /// An anonymous function: function expression, arrow, Python lambda, Swift closure. name: identifier? (a named function
    /// expression), parameters: parameterList?, returnType: type?, body: block or expression. main: `function`, `=>`,
    /// `lambda`, `{`. The parameter list of `x => ..` and of `{ a, b in .. }` has no parentheses. A Swift closure's body is
    /// a block over the statements after `in` (the closure's braces belong to the lambda).
    case lambda
    /// parameter*, with its parentheses where it has them.
    case parameterList
    /// decorator*, label: identifier? (Swift's external name), name: identifier, object or array, type: type?,
    /// value: expression? (the default). main: `*`, `**` or `...` of a rest parameter, else the name's first token. A lone
    /// `*` or `/` is a parameter without children.
    case parameter
    /// typeParameter*
    case typeParameters
    /// name: identifier, type: type? (the bound), value: type? (the default)
    case typeParameter
    /// decorator*, name: identifier?, typeParameters?, supertype: expression, keywordArgument or type*, body: block?. main:
    /// `class`, `struct`, `enum`, `extension`, `actor`, `protocol`, `interface`.
    case `class`
    /// A class body's field, or an enum's case. decorator*, name, type?, value?, body: block? (accessors). TypeScript's
    /// class fields and interface members, Swift's enum cases (each with arguments as parameters: parameterList). Swift's
    /// stored properties are variableDeclaration, Python's class attributes assignment.
    case field
    /// `let`, `const`, `var`, `using`: decorator*, declarator*. main: the keyword.
    case variableDeclaration
    /// target: identifier, object, array, tuple or pattern, type: type?, value: expression?, body: block? (Swift's
    /// accessors and observers)
    case declarator
    /// `type X = ..`, `typealias`. name, typeParameters?, value: type
    case typeAlias
    /// `namespace`/`module`. name: identifier, member or string, body: block
    case namespace
    /// `import ..`, `from .. import ..`. source: string (JS), member/identifier/relativeModule (Python, Swift), and
    /// importItem*, importNamespace?, importDefault?. Python's `import a.b as c, d` has one importNamespace each and no
    /// source. Swift's `import A` has a source only; `import struct A.B` has an importItem too. main: `import` or `from`.
    case `import`
    /// One imported name. name: identifier or string, alias: identifier?
    case importItem
    /// `* as ns` (alias: identifier), Python's `import a.b as c` (name: identifier or member, alias: identifier?), or
    /// `from a import *` (no children).
    case importNamespace
    /// JavaScript's default import. alias: identifier
    case importDefault
    /// Leading dots with an optional module: `..pkg.mod`. name: identifier or member?
    case relativeModule
    /// `export ..`. value: declaration or expression?, importItem*, source: string?. main: `default` where it stands, else
    /// `export`.
    case export
    /// `@expr` or Swift `@Name(..)`. value: identifier, member or call. main: `@`.
    case decorator

    // MARK: Statements
    /// value: expression. Spans the expression and its semicolon.
    case expressionStatement
    /// value: expression?. main: the keyword, as in every statement below.
    case `return`
    /// `throw`, `raise`. value: expression?, cause: expression? (`from`)
    case `throw`
    case `break`
    case `continue`
    /// `pass`, `;`
    case empty
    /// `del`. expression*
    case delete
    /// condition: expression, value: expression?
    case assert
    /// `global`, `nonlocal`. name: identifier*
    case scopeDeclaration
    /// condition: expression, optionalBinding or pattern*, body: block or statement, alternate: if, block or statement?.
    /// `elif` is an `if` in the place of the alternate, starting at its keyword.
    case `if`
    /// Swift `guard`. condition*, alternate: block
    case `guard`
    /// `if let x = y`, `case let x = y` in a condition. target, type?, value?
    case optionalBinding
    /// condition*, body, alternate: block?
    case `while`
    /// `do .. while`, `repeat .. while`. body, condition
    case doWhile
    /// `for x in y`, `for (x of y)`. target: expression, pattern or variableDeclaration, iterable: expression,
    /// condition: expression? (Swift's `where`), body, alternate: block?. main: `for`.
    case forEach
    /// `for (a; b; c)`. initializer?, condition?, update?, body
    case `for`
    /// subject: expression, case*. main: `switch`, `match`.
    case `switch`
    /// pattern: expression or pattern*, condition: expression? (a guard), body: block. A default has no pattern. main:
    /// `case`, `default`.
    case `case`
    /// `try`, Swift `do`. body: block, catch*, alternate: block? (`else`), finalizer: block?
    case `try`
    /// pattern: expression*? (the exception types or pattern), name: identifier, object or array?, body: block. main:
    /// `catch`, `except`.
    case `catch`
    /// withItem*, body: block. `async with` starts at `async`; main: `with`.
    case with
    /// value: expression, target: expression?
    case withItem
    /// Swift `defer`. body: block
    case `defer`
    /// name: identifier, body: statement
    case labeled

    // MARK: Expressions
    case identifier
    /// object: expression? (none for Swift's `.name`), name: identifier. main: `.` or `?.`.
    case member
    /// object: expression, index: expression, slice or keywordArgument*. main: `[`.
    case index
    /// lower?, upper?, step? as role lower, upper, step
    case slice
    /// callee: expression, typeArguments?, arguments: argumentList
    case call
    /// `new C(..)`. callee, typeArguments?, arguments: argumentList?
    case new
    /// (expression, keywordArgument, spread)*, with its parentheses where they stand. Trailing closures are its last elements.
    case argumentList
    /// label: identifier, value: expression. Python's `a=1`, Swift's `a: 1`.
    case keywordArgument
    /// type*
    case typeArguments
    /// value: expression. main: `*`, `**`, `...`.
    case spread
    /// Prefix operator, `not`, `typeof`, `void`, `delete`, `inout &`. value: expression. main: the operator.
    case unary
    /// `x++`, `x--`, Swift's postfix operators, `x!` (both languages), `x?`. value: expression. main: the operator.
    case postfix
    /// left, right. main: the operator (`not in` and `is not` start there). Swift's operators are folded by standard precedence.
    case binary
    /// body (the value when true), condition, alternate, each by its role. main: `?` or `if`.
    case conditional
    /// `=`, `:=`. target: expression, type: type? (Python's annotation), value: expression? (absent in `x: int`). `a = b = 1`
    /// nests to the right. main: the operator, or the annotation's colon.
    case assignment
    /// `+=` and its like. target, value. main: the operator.
    case augmentedAssignment
    /// value: expression
    case await
    /// `yield`, `yield from`, `yield*`. value: expression?
    case yield
    /// Swift `try`, `try?`, `try!`. value: expression. main: `try`.
    case tryExpression
    /// `as`, `as?`, `as!`, `satisfies`, `is` with a type, `<T>x`. value: expression, type: type
    case cast
    /// value: expression
    case parenthesized
    /// JavaScript's comma. expression*
    case sequence
    /// `[..]`. element: (expression, spread, elision)*
    case array
    /// A Python or Swift tuple, with its parentheses where it has them. (expression, spread, keywordArgument)*
    case tuple
    /// Python `{a, b}`. expression*
    case set
    /// A JavaScript object or object pattern, Python dict, Swift dictionary. (pair, shorthand, spread, function)*
    case object
    /// key: identifier, string, number or expression, value: expression. main: `[` of a computed key, else `:`.
    case pair
    /// `{a}` or, in a pattern, `{a = 1}`. name: identifier, value: expression?
    case shorthand
    /// Python's comprehensions. value: expression or pair, comprehensionClause*. main: `[`, `{`, `(`.
    case comprehension
    /// target, iterable, condition: expression*. main: `for`.
    case comprehensionClause
    /// A string literal without interpolation. A leaf.
    case string
    /// (stringText, interpolation)*
    case interpolatedString
    /// A leaf.
    case stringText
    /// value: expression, (Swift: keywordArgument or further expressions)*, format: interpolatedString or stringText?
    case interpolation
    /// Adjacent Python literals. (string, interpolatedString)+
    case concatenatedString
    /// tag: expression, value: string or interpolatedString
    case taggedTemplate
    case regex
    case number
    case boolean
    /// `null`, `None`, `nil`.
    case null
    /// Swift `\A.b`. type?, (member chain)
    case keyPath
    /// Swift `#name(..)`. name: identifier, arguments: argumentList?
    case macro
    /// A missing element: `[a, , b]`.
    case elision

    // MARK: Patterns of the languages that are not written as expressions
    /// `let x`, `var (a, b)` inside a Swift pattern. value
    case bindingPattern
    /// Python `case p as x`. value, name: identifier
    case asPattern
    /// `_` in a pattern.
    case wildcard

    // MARK: JSX
    /// name: identifier or member?, jsxAttribute or spread*, child: (jsxElement, jsxText, jsxExpression)*. A fragment has
    /// no name.
    case jsxElement
    /// name: identifier, value: string, jsxExpression or jsxElement?
    case jsxAttribute
    case jsxText
    /// value: expression?
    case jsxExpression

    // MARK: Types
    /// The wrapper of everything written in type position. value: a type expression: identifier, member, genericType,
    /// typeOther, string, null, and in Python any expression.
    case type
    /// name: identifier or member, typeArguments
    case genericType
    /// Any other type; its children are the type nodes inside it.
    case typeOther

    // MARK: Patterns of rules
    case metavariable
    /// `$...X`
    case ellipsisMetavariable
    /// `...` as an expression, statement, argument, parameter, pair, field or member name. In Python source a plain `...` too.
    case ellipsis
    /// `<... e ...>`. value: expression
    case deepEllipsis
    /// `($X : T)`. name: metavariable, type: type
    case typedMetavariable
}

/// What a child is to its parent.
public enum Role: UInt8, Sendable, CaseIterable {
    case element
    case name, label, alias, source
    case parameters, typeParameters, returnType, type, supertype
    case body, alternate, finalizer
    case condition, subject, pattern
    case target, iterable, value, initializer, update
    case object, index, callee, arguments, typeArguments
    case left, right
    case key, tag, cause, format
    case lower, upper, step
    case child
}
