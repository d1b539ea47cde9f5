/// The words that the parser compares. Most of them may also be names, depending on where they stand; `isReserved` tells
/// the ones that never are, unless quoted.
public enum SQLKeyword: String, Sendable, CaseIterable {
    /// Any other word.
    case none = ""
    case select, from, `where`, group, by, having, order, limit, offset, fetch, first, next, row, rows, only, top
    case `for`, update, share, insert, into, values, value, replace, ignore, delete, set, with, recursive, `as`, union
    case all, except, intersect, distinct, on, using, join, left, right, inner, outer, full, cross, natural, lateral
    case and, or, not, `in`, `is`, null, like, ilike, rlike, regexp, glob, similar, between, exists, `case`, when
    case then, `else`, end, asc, desc, nulls, last, escape, collate, interval, `true`, `false`, any, some, array, over
    case filter, partition, window, within, cast, at, time, zone, create, table, index, unique, view, trigger
    case function, procedure, type, sequence, schema, database, `extension`, temporary, temp, unlogged, virtual
    case materialized, alter, add, drop, column, constraint, primary, key, foreign, references, check, `default`
    case rename, to, modify, change, truncate, merge, `if`, concurrently, generated, identity, autoincrement
    case auto_increment, inherits, of, without, match, cascade, restrict, exclude, fulltext, spatial, comment, engine
    case character, owner, enable, disable, validate, attach, detach, convert, force, cluster, after, unsigned
    case zerofill, begin, start, transaction, work, tran, commit, rollback, savepoint, release, immediate, deferred
    case exclusive, abort, returning, conflict, `do`, nothing, duplicate, low_priority, delayed, high_priority, quick
    case fail, straight_join, global, local, isolation, read, serializable, chain, explain, analyze, verbose, pragma
    case copy, stdin, grant, revoke, vacuum, call, use, lock, tables, declare, refresh, reindex, reset, user, role
    case policy, domain, aggregate, `operator`, server, event, rule, publication, delimiter, separator, count, sum
    case avg, min, max, group_concat, string_agg, array_agg, json_agg, jsonb_agg, bool_and, bool_or, json_object_agg
    case jsonb_object_agg, total, every, stddev, variance, xmlagg, json_group_array, json_group_object, json_arrayagg
    case isnull, notnull, `div`, xor, binary, overlaps, tablesample, ordinality, language, system, range, statement
    case before, instead, data, no, the, a, an, your, this, that, these, those, our, my, its, it, here, there, below
    case above

    /// Whether the word is never a name where it stands unquoted, in any of the dialects that matter for reading on.
    public var isReserved: Bool {
        switch self {
        case .select, .from, .where, .group, .by, .having, .order, .limit, .offset, .fetch, .union, .all, .except,
            .intersect, .distinct, .on, .using, .join, .left, .right, .inner, .full, .cross, .natural, .and, .or, .not,
            .in, .is, .null, .like, .ilike, .between, .exists, .case, .when, .then, .else, .end, .as, .asc, .desc,
            .insert, .into, .update, .delete, .set, .with, .values, .create, .table, .alter, .drop, .returning, .for,
            .primary, .foreign, .references, .check, .default, .constraint, .unique, .true, .false, .lateral, .to,
            .rlike, .regexp, .glob, .collate, .window, .straight_join:
            true
        default: false
        }
    }

    /// Whether a call of the function of this name makes one row of many.
    public var isAggregate: Bool {
        switch self {
        case .count, .sum, .avg, .min, .max, .group_concat, .string_agg, .array_agg, .json_agg, .jsonb_agg, .bool_and,
            .bool_or, .json_object_agg, .jsonb_object_agg, .total, .every, .stddev, .variance, .xmlagg,
            .json_group_array, .json_group_object, .json_arrayagg:
            true
        default: false
        }
    }

    /// Whether English puts the word before a noun, or ends a sentence with it, where SQL would have a name.
    var isEnglish: Bool {
        switch self {
        case .the, .a, .an, .your, .this, .that, .these, .those, .our, .my, .its, .it, .here, .there, .below, .above:
            true
        default: false
        }
    }

    /// Whether a statement may start with the word.
    var startsStatement: Bool {
        switch self {
        case .select, .insert, .update, .delete, .with, .replace, .merge, .create, .alter, .drop, .truncate, .begin,
            .start, .commit, .rollback, .savepoint, .release, .explain, .pragma, .copy, .grant, .revoke, .values, .set,
            .comment, .refresh, .vacuum, .analyze, .reindex, .lock, .call, .do, .declare, .rename:
            true
        default: false
        }
    }
}
