internal import ResyDomain
internal import ResyNative

/// Another program's entry as it may be shown: it is to be known again, and may hold what nobody else is to see.
extension OtherServer {
    init(_ entry: ServerEntry) {
        var words = [entry.command].compactMap(\.self)
        var isSecret = false
        for word in entry.words {
            words.append(isSecret ? "…" : Self.shown(word))
            isSecret = word.hasPrefix("-") && !word.contains("=") && !Self.switches.contains(word)
        }
        self.init(words: words, host: entry.url.map(Self.host), variables: entry.variables)
    }

    /// Of others' flags these alone are known to have no value: behind any other may stand a secret.
    private static let switches: Set = ["-y", "--yes", "-i", "--rm", "-m"]

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

extension ServerEntry {
    /// The arguments of an entry of ours, as JSON; nil where it has none.
    func shownArguments(_ program: String?, _ flags: ServeFlags) -> String? {
        guard let text = text(of: "args") else { return nil }
        let way = words.prefix(words.count - serving(program).count)
        let isUsualWay = way.isEmpty || way.first == "-e" && way.count == 2 || way.first == "-d" && way.count == 4
        if flags.unknown.isEmpty, isUsualWay { return text }
        let words = (isUsualWay ? Array(way) : ["…"]) + flags.shown
        return JSON.array(words.map { .string($0) }).compact
    }
}
