internal import ResyDomain

/// A cookie in the Netscape format: domain, tail match, path, secure, expires, name and value between tabs.
struct CookieLine: Sendable {
    /// Renews a token without a password; Resy's site keeps its visitors signed in with it.
    static let refreshName = "production_refresh_token"

    private let fields: [String]

    /// Nil for a line of another form.
    init?(_ line: Secret) {
        let fields = line.reveal().split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 7, !fields[0].isEmpty, !fields[5].isEmpty, !fields[6].isEmpty else { return nil }
        self.fields = fields
    }

    var name: String { fields[5] }
    var value: String { fields[6] }

    /// Nil for one that ends with the browser's session.
    private var expires: Instant? {
        Double(fields[4]).flatMap { $0 > 0 ? Instant(seconds: $0) : nil }
    }

    func isGood(for host: String, now: Instant) -> Bool {
        if let expires, expires <= now { return false }
        var domain = fields[0].lowercased()[...]
        if domain.hasPrefix("#httponly_") { domain = domain.dropFirst("#httponly_".count) }
        if domain.hasPrefix(".") { domain = domain.dropFirst() }
        let host = host.lowercased()
        return host == domain || (fields[1].uppercased() == "TRUE" && host.hasSuffix("." + domain))
    }

    /// The same cookie, over long since: a jar that takes it drops the live one.
    var ended: Secret {
        var fields = fields
        fields[4] = "1"
        return Secret(fields.joined(separator: "\t"))
    }

    static func isEnded(_ line: Secret) -> Bool { CookieLine(line)?.fields[4] == "1" }

    static func isRefresh(_ line: Secret) -> Bool { CookieLine(line)?.name == refreshName }
}
