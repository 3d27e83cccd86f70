internal import ResyDomain

/// Checks an address that paths are added to: `https`, or `http` to this machine.
enum BaseURL {
    enum Verdict: Equatable {
        /// Without a slash at its end.
        case good(String)
        /// What would be allowed.
        case bad(String)
    }

    static func check(_ text: String) -> Verdict {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !text.contains(where: { "\"<>\\^`{|}?#".contains($0) })
        else { return .bad("give a plain URL without spaces, query or fragment, such as https://api.resy.com") }
        let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[1].isEmpty, let scheme = Scheme(rawValue: parts[0].lowercased()) else {
            return .bad("give a URL that begins with https://")
        }
        guard let host = host(ofAuthority: parts[2]) else {
            return .bad("give a host, with a port from 1 to 65535 if need be, and no user name")
        }
        if scheme == .plain && !isLoopback(host) {
            return .bad("plain http is only for this machine (localhost, 127.0.0.1, [::1]); use https")
        }
        var url = text
        while url.last == "/" { url.removeLast() }
        return .good(url)
    }

    /// The same of a whole address, which may have a query.
    static func checkWhole(_ text: String) -> Verdict {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !text.contains(where: { "\"<>\\^`{|}#".contains($0) })
        else { return .bad("give an address without spaces and without a fragment") }
        let head = text.prefix { $0 != "?" }
        if case .bad(let reason) = check(String(head)) { return .bad(reason) }
        return .good(text)
    }

    /// A user name with a password, or something asked for: an address that has one is not shown.
    static func mayHoldSecret(_ text: String) -> Bool { text.contains { "@?#".contains($0) } || text.contains("%40") }

    private enum Scheme: String { case secure = "https:", plain = "http:" }

    /// Nil where there is a user name, no host, or a port that is none.
    private static func host(ofAuthority text: Substring) -> String? {
        guard !text.contains("@") else { return nil }
        let host: Substring
        let rest: Substring
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            host = text[...end]
            rest = text[text.index(after: end)...]
        } else {
            let end = text.firstIndex(of: ":") ?? text.endIndex
            host = text[..<end]
            rest = text[end...]
        }
        guard !host.isEmpty, host != "[]" else { return nil }
        if !rest.isEmpty {
            guard rest.first == ":", let port = Int(rest.dropFirst()), (1...65535).contains(port),
                rest.dropFirst().allSatisfy(\.isNumber)
            else { return nil }
        }
        return host.lowercased()
    }

    private static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return parts.count == 4 && parts.allSatisfy { $0 != nil } && parts[0] == 127
    }
}
