import ResyDomain

/// Names of fields and keys whose values are nobody's business.
enum SensitiveNames {
    /// Told by a part of the name, so that `x-resy-auth-token`, `legacy_token` and `refreshToken` all are.
    private static let parts = [
        "password", "passwd", "passphrase", "token", "secret", "apikey", "authorization", "universalauth", "cookie",
        "email", "emaddress", "mobile", "phone", "captcha", "challengeid", "requeststate", "jwt", "session",
        "credential", "refresh", "paymentmethod", "paymentdisplay", "lastfour", "last4", "cardnumber", "billing",
        "firstname", "lastname", "fullname", "birth", "csrf", "signature", "specialrequest", "occasion",
    ]
    private static let whole: Set<String> = [
        "code", "contact", "description", "display", "key", "otp", "pin", "pwd", "auth",
    ]
    /// Shown although what holds them is masked: they say when, not what.
    private static let harmless: Set<String> = ["dateexpires", "expiresin"]

    static func contains(_ name: some StringProtocol) -> Bool {
        let name = plain(name)
        return whole.contains(name) || parts.contains { name.contains($0) }
    }

    /// In running text `code: 28` is no secret; the short names count only where they are quoted like keys.
    static func isUnmistakable(_ name: some StringProtocol) -> Bool {
        let name = plain(name)
        return parts.contains { name.contains($0) }
    }

    static func isHarmlessWithin(_ name: some StringProtocol) -> Bool {
        harmless.contains(plain(name))
    }

    private static func plain(_ name: some StringProtocol) -> String {
        String(name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != "." })
    }
}

/// Headers whose values may be shown.
enum HeaderNames {
    private static let harmless: Set<String> = [
        "accept", "accept-encoding", "accept-language", "accept-ranges", "age", "allow", "alt-svc", "cache-control",
        "connection", "content-encoding", "content-language", "content-length", "content-type", "date", "dnt",
        "expires", "host", "keep-alive", "last-modified", "location", "origin", "pragma", "priority", "referer",
        "retry-after", "sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform", "sec-fetch-dest", "sec-fetch-mode",
        "sec-fetch-site", "server", "strict-transport-security", "te", "trailer", "transfer-encoding", "upgrade",
        "user-agent", "vary", "via", "x-cache", "x-content-type-options", "x-frame-options", "x-goog-fieldmask",
        "x-origin",
    ]

    static func isHarmless(_ name: String) -> Bool {
        harmless.contains(name.lowercased())
    }
}

/// Fields of forms and queries whose values may be shown.
enum FieldNames {
    private static let harmless: Set<String> = [
        "allow", "book_on_behalf_of", "commit", "day", "device_type_id", "end_date", "favorite", "id", "lat", "limit",
        "location", "long", "method", "num_seats", "offset", "party_size", "query", "replace", "service_type_id",
        "source_id", "start_date", "type", "url_slug", "venue_id", "venue_marketing_opt_in",
    ]

    static func isHarmless(_ name: String) -> Bool {
        harmless.contains(name.lowercased())
    }
}
