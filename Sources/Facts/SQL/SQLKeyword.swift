/// The words that the parser compares. Most of them may also be names, depending on where they stand; `isReserved` tells
/// the ones that never are, unless quoted.
public enum SQLKeyword: String, Sendable, CaseIterable {
    /// Any other word.
    case none = ""
    case select, from, `where`, group, by, having, order, limit, offset, fetch, first, next, row, rows, only, top
    case `for`, update, share, insert, into, values, value, replace, ignore, delete, set, with, recursive, `as`
    case union, all, except, intersect, minus, distinct, on, using, join, left, right, inner, outer, full, cross, natural
    case lateral, and, or, not, `in`, `is`, null, like, ilike, rlike, regexp, glob, similar, between, exists
    case `case`, when, then, `else`, end, asc, desc, nulls, last, escape, collate, interval, `true`, `false`, any, some
    case array, row_number, over, filter, partition, window, within, cast, extract, at, time, zone
    case create, table, index, unique, view, trigger, function, procedure, type, sequence, schema, database, `extension`
    case temporary, temp, unlogged, virtual, materialized, alter, add, drop, column, constraint, primary, key, foreign
    case references, check, `default`, rename, to, modify, change, truncate, merge, matched, `if`, concurrently
    case generated, always, identity, stored, autoincrement, auto_increment, inherits, of, without, deferrable
    case initially, match, cascade, restrict, exclude, fulltext, spatial, comment, engine, charset, character, owner
    case enable, disable, validate, attach, detach, convert, force, cluster, tablespace, after, unsigned, zerofill
    case begin, start, transaction, work, tran, commit, rollback, savepoint, release, immediate, deferred, exclusive
    case abort, returning, conflict, `do`, nothing, duplicate, low_priority, delayed, high_priority, quick
    case fail, straight_join, global, local, isolation, level, read, write, serializable, chain, mode
    case explain, analyze, analyse, verbose, pragma, copy, stdin, grant, revoke, vacuum, call, execute, exec, prepare
    case deallocate, show, use, lock, unlock, tables, declare, describe, refresh, reindex, reset, user, role, policy
    case domain, aggregate, `operator`, server, event, rule, publication, subscription, privileges, discard, listen
    case notify, optimize, kill, handler, load, raise, delimiter, unnest, nowait, skip, locked, separator, `public`
    case count, sum, avg, min, max, group_concat, string_agg, array_agg, json_agg, jsonb_agg, bool_and, bool_or
    case json_object_agg, jsonb_object_agg, total, every, stddev, variance, xmlagg, json_group_array, json_group_object
    case json_arrayagg, current_date, current_time, current_timestamp, localtime, localtimestamp
    case current_user, session_user, both, leading, trailing, isnull, notnull, `div`, xor, binary, sounds, overlaps
    case tablesample, qualify, ordinality, `return`, returns, language, system, range, groups
    case preceding, following, unbounded, current, statement, each, before, instead, data, no, option
    case generate_series, the, a, an, your, this, that, these, those, our, my, its, it, here, there, below, above

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
