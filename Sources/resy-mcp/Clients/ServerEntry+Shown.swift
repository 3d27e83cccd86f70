internal import ResyDomain

/// Another program's entry as it may be shown: it is to be known again, and may hold what nobody else is to see.
extension OtherServer {
    init(_ entry: ServerEntry) {
        var words = [entry.command].compactMap(\.self)
        var isSecret = false
        for word in entry.words {
            words.append(isSecret ? "…" : Self.shown(word))
            isSecret = word.hasPrefix("-") && !word.contains("=") && Self.isTelling(word)
        }
        self.init(words: words, host: entry.url.map(Self.host), variables: entry.variables)
    }

    private static func isTelling(_ word: String) -> Bool {
        let word = word.lowercased()
        return ["token", "key", "secret", "pass", "auth", "bearer", "header", "credential", "env"].contains {
            word.contains($0)
        }
    }

    private static func shown(_ word: String) -> String {
        if word.contains("://") { return host(word) }
        if let equals = word.firstIndex(of: "=") { return "\(word[...equals])…" }
        // Too long for a name, and without a path's or a version's marks.
        let isPlain = !word.contains { "/.@ ".contains($0) }
        return word.count > 24 && isPlain ? "…" : word
    }

    /// Without a user's name, a way and what is asked for.
    private static func host(_ url: String) -> String {
        guard let start = url.firstRange(of: "://")?.upperBound else { return "…" }
        let place = url[start...].prefix { !"/?#".contains($0) }
        return "\(url[..<start])\(place.split(separator: "@").last ?? "")"
    }
}
