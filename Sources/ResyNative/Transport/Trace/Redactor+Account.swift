internal import ResyDomain

/// What stands for an account, wherever it comes from.
extension Redactor {
    /// Lines of the jar, in the Netscape format.
    func register(cookies lines: [Secret]) {
        for cookie in lines.compactMap({ CookieLine($0) }) { register(cookie: cookie.name, cookie.value) }
    }

    /// A header line `Set-Cookie: name=value; …`.
    func register(setCookie line: [UInt8]) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
        let pair = line[line.index(after: colon)...].prefix { $0 != UInt8(ascii: ";") && $0 != 13 && $0 != 10 }
        guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return }
        let name = String(decoding: pair[..<equals], as: UTF8.self).trimmed
        register(cookie: name, String(decoding: pair[pair.index(after: equals)...], as: UTF8.self).trimmed)
    }

    /// Everything that the answer to a sign-in calls a token, whether it is kept or not.
    func register(tokensOf answer: JSON) {
        for (key, value) in answer.members {
            for version in value.versions {
                if let text = try? version.words {
                    if Self.namesToken(key), text.utf8.count >= 8 { register(Secret(text), as: .renewed) }
                } else {
                    register(tokensOf: version)
                }
            }
        }
        for item in (try? answer.items) ?? [] { register(tokensOf: item) }
    }

    private func register(cookie name: String, _ value: String) {
        var value = value[...]
        if value.utf8.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") { value = value.dropFirst().dropLast() }
        let secret = Secret(String(value))
        if Self.namesToken(name) {
            // Shorter ones are words: a cookie that goes is set to `deleted`.
            if value.utf8.count >= 8 { register(secret, as: .renewed) }
        } else if value.utf8.count >= 16 {
            // A short one is a setting such as a language or a town, and words of that kind are to be read.
            register(secret)
        }
    }

    private static func namesToken(_ name: String) -> Bool { name.lowercased().contains("token") }
}
