import Syntax

/// A value known when the file is read.
public enum Constant: Hashable, Sendable {
    /// The decoded value, UTF-8.
    case string([UInt8])
    case integer(Int)
    case float(Double)
    case boolean(Bool)
    case null
    /// One of several strings that the file itself spells: `"a" if x else "b"`, `"a" * n`.
    case someString
}

/// What the names of one file mean, by node. `Facts` computes it from the tree; matching only reads it. All arrays are as
/// long as the tree has nodes.
public struct Semantics: Sendable {
    /// Of an `identifier` that names something imported: the index in `names` of its qualified name (`flask.request` for
    /// `request` after `from flask import request`); -1 else. A name that some other declaration shadows has none.
    public var qualified: [Int32]
    /// Of an `identifier` in a use or a definition: the variable it denotes, numbered in this file from 0; -1 where it
    /// is not declared in this file (a builtin, a global) or names no variable (a member's name, a label, a key).
    public var variables: [Int32]
    /// Of an expression whose value is known: the index in `constants`; -1 else. Literals have none here (they are their
    /// own value), but names bound once to a constant, and concatenations, arithmetic and interpolations of constants do.
    public var folded: [Int32]
    /// The modules all of whose names an import brings in (`from a import *`), with dots between the parts.
    public var wildcardModules: Set<[UInt8]> = []
    /// Qualified names with dots between the parts, UTF-8.
    public var names: [[UInt8]] = []
    /// Of each of the names: how many bytes of it, from the start, name the module. No dot tells: modules may have dots, too.
    public var moduleLengths: [Int] = []
    public var constants: [Constant] = []
    /// Of each variable: the `type` node of its declaration, the class expression it was constructed from
    /// (`x = Foo()`, `new Foo()`), or -1.
    public var variableTypes: [NodeIndex] = []
    /// Of each variable: the node of its only definition's value, or -1 where it has several definitions or none.
    public var variableValues: [NodeIndex] = []
    /// Of an identifier that reads a variable of several definitions: the expression, not a constant, that it was given last
    /// on every path.
    public var reachingValues: [NodeIndex: NodeIndex] = [:]
    /// Of each variable: the function or class declaration that is its only definition, or -1.
    public var variableDeclarations: [NodeIndex] = []
    /// Of a variable whose declaration repeats the name of another in the same scope, where that may be declared only
    /// once: the other variable.
    public var replacedVariables: [Int32: Int32] = [:]
    /// Of a variable that is given what another of its name holds, which nothing else in the text says (`if let x`): the other.
    public var reboundVariables: [Int32: Int32] = [:]

    /// Nothing known.
    public init(nodes count: Int) {
        qualified = [Int32](repeating: -1, count: count)
        variables = qualified
        folded = qualified
    }
}
