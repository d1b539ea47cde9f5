/// Where the value of a hole comes from, as far as it decides whether the value can change what the SQL means.
enum HoleProvenance {
    /// A constant of the program, or a choice among constants.
    case constant
    /// Number-typed.
    case number
    /// Generated placeholders: `?,?,?`, `$1, $2`.
    case placeholders
    /// Made a parameter by the template it stands in.
    case bound
    /// Quoted or escaped by a function that is for that.
    case escaped
    /// A name that belongs to the program, though its text is not seen here: `self.table`, `Model.__tablename__`.
    case programName
    /// SQL that is put together elsewhere, by its name and its place: `WHERE ${filterClause}`.
    case fragment
    case unknown
}
