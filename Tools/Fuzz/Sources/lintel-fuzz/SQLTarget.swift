extension FuzzTarget {
    /// The SQL lexer and parser, and everything that reads their result; see `fuzz`, which the tests run, too.
    static let sql = FuzzTarget(name: "sql") { bytes in
        require(fuzz(bytes), "a fact outside the text")
    }
}
