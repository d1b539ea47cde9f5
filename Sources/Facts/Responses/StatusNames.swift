/// HTTP statuses by the names that frameworks give them: the reason phrases of RFC 9110 and its registry, in any spelling.
enum StatusNames {
    /// The status that a name means: `HTTP_404_NOT_FOUND`, `NOT_FOUND`, `notFound`, `NotFound`.
    static func status(of name: String) -> Int? {
        let digits = name.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
        if digits.count == 3, let status = Int(String(decoding: digits, as: UTF8.self)), (100...599).contains(status) {
            return status
        }
        let letters = name.utf8.compactMap { byte -> UInt8? in
            let lower = byte | 0x20
            return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") ? lower : nil
        }
        var word = String(decoding: letters, as: UTF8.self)
        if let known = byName[word] { return known }
        // `HttpResponseNotFound`, `NotFoundException`, `HTTPNotFoundError`.
        for prefix in ["http", "response"] where word.hasPrefix(prefix) {
            word = String(word.dropFirst(prefix.utf8.count))
        }
        for suffix in ["exception", "error"] where word.hasSuffix(suffix) && byName[word] == nil {
            word = String(word.dropLast(suffix.utf8.count))
        }
        return byName[word]
    }

    private static let byName: [String: Int] = [
        "continue": 100, "ok": 200, "created": 201, "accepted": 202, "nonauthoritativeinformation": 203,
        "nocontent": 204, "resetcontent": 205, "partialcontent": 206, "multistatus": 207, "movedpermanently": 301,
        "found": 302, "seeother": 303, "notmodified": 304, "temporaryredirect": 307, "permanentredirect": 308,
        "badrequest": 400, "unauthorized": 401, "paymentrequired": 402, "forbidden": 403, "notfound": 404,
        "methodnotallowed": 405, "notacceptable": 406, "proxyauthenticationrequired": 407, "requesttimeout": 408,
        "conflict": 409, "gone": 410, "lengthrequired": 411, "preconditionfailed": 412, "payloadtoolarge": 413,
        "contenttoolarge": 413, "requestentitytoolarge": 413, "uritoolong": 414, "requesturitoolong": 414,
        "unsupportedmediatype": 415, "rangenotsatisfiable": 416, "requestedrangenotsatisfiable": 416,
        "expectationfailed": 417, "imateapot": 418, "misdirectedrequest": 421, "unprocessableentity": 422,
        "unprocessablecontent": 422, "locked": 423, "faileddependency": 424, "tooearly": 425, "upgraderequired": 426,
        "preconditionrequired": 428, "toomanyrequests": 429, "requestheaderfieldstoolarge": 431,
        "unavailableforlegalreasons": 451, "internalservererror": 500, "internalserver": 500, "server": 500,
        "internalerror": 500, "notimplemented": 501,
        "badgateway": 502, "serviceunavailable": 503, "gatewaytimeout": 504, "httpversionnotsupported": 505,
        "insufficientstorage": 507, "loopdetected": 508, "networkauthenticationrequired": 511,
    ]
}
