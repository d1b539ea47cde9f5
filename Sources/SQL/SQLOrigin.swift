/// Where SQL text comes from, because a file may hold what a string literal of a program never does.
public enum SQLOrigin: UInt8, Sendable {
    /// A string of a program. Its escape sequences may still be in it: outside quotes `\n` is white space.
    case literal
    /// A `.sql` file: `psql` commands and the data lines of `COPY .. FROM stdin` are skipped.
    case file
}
