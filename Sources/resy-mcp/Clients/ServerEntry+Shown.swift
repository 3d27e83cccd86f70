internal import ResyDomain
internal import ResyNative

/// Another program's entry as it may be shown: it is to be known again, and may hold what nobody else is to see. What is not
/// surely harmless is left out.
extension OtherServer {
    init(_ entry: ServerEntry) {
        var words = [entry.command.map { Self.shown(command: $0) }].compactMap(\.self)
        // Where the command is one that runs others, the first word tells which, unless what stands before it is odd.
        var canName = Self.runners.contains(entry.program)
        var mayBeValue = false
        for word in entry.words {
            let isFlag = word.hasPrefix("-")
            let shown: String
            if isFlag {
                shown = Self.shown(flag: word)
            } else if mayBeValue {
                shown = Self.hidden
            } else if Self.usualWords.contains(word) {
                shown = word
            } else if canName {
                canName = false
                shown = Self.isPackage(word) || Self.isScript(word) ? word : Self.hidden
            } else {
                shown = Self.host(word) ?? Self.hidden
            }
            if shown != Self.hidden || words.last != Self.hidden { words.append(shown) }
            mayBeValue = isFlag && !word.contains("=") && !Self.switches.contains(word)
            if mayBeValue, !entry.isContainer || !ServerEntry.containerFlags.contains(word) { canName = false }
        }
        self.init(
            words: words, host: entry.url.map { Self.host($0) ?? Self.hidden },
            variables: entry.variables.map { Self.isVariable($0) ? $0 : Self.hidden },
            isContainerOfOurs: entry.isContainerOfOurs)
    }

    private static let hidden = "…"
    /// Of others' flags these alone are known to have no value: behind any other may stand a secret.
    private static let switches: Set = ["-y", "--yes", "-i", "--rm"]
    /// What these run is named by the first word behind them.
    private static let runners: Set = [
        "npx", "bunx", "uvx", "pipx", "uv", "npm", "pnpm", "yarn", "bun", "deno", "node", "python", "python3", "docker",
        "podman",
    ]
    private static let usualWords: Set = [
        "serve", "server", "start", "run", "exec", "mcp", "stdio", "dlx", "x", "tool",
    ]

    /// Some write a whole command line there: what follows its first word may be anything. Others write an address.
    private static func shown(command: String) -> String {
        if command.firstRange(of: "://") != nil { return host(command) ?? hidden }
        let path = command.prefix { !$0.isWhitespace }
        let isOnDrive = path.first?.isLetter == true && path.dropFirst().hasPrefix(":\\")
        guard isPlain(isOnDrive ? path.dropFirst(2) : path, with: "/\\._-+@~"), !path.hasPrefix("-") else {
            return hidden
        }
        return path.count == command.count ? command : "\(path) \(hidden)"
    }

    private static func shown(flag: String) -> String {
        let name = flag.prefix { $0 != "=" }
        let bare = name.drop { $0 == "-" }
        // `-phunter2` is a flag with its value.
        let isOne = name.hasPrefix("--") ? bare.first?.isLetter == true && bare.count <= 24 : bare.count == 1
        let letters = name.hasPrefix("--") ? bare.filter { $0.isNumber || $0.isUppercase }.count : 0
        guard isOne, letters <= 2, isPlain(bare, with: "-") else { return hidden }
        return name.count == flag.count ? flag : "\(name)=\(hidden)"
    }

    /// `some-package@1.2`, `@scope/package`, `docker.io/a/image:tag`.
    private static func isPackage(_ word: String) -> Bool {
        word.count <= 64 && !word.contains("://") && !word.contains { $0.isUppercase }
            && word.split(whereSeparator: { "/@:".contains($0) }).allSatisfy { $0.count <= 32 }
            && isPlain(word[...], with: "/._-@:") && word.contains { $0.isLetter }
    }

    private static func isScript(_ word: String) -> Bool {
        [".js", ".mjs", ".cjs", ".ts", ".py"].contains { word.hasSuffix($0) } && isPlain(word[...], with: "/\\._-~:")
    }

    /// A program's, not a secret that landed among the names.
    private static func isVariable(_ name: String) -> Bool {
        name.count <= 40 && isPlain(name[...], with: "_") && name.first?.isNumber == false
    }

    private static func isPlain(_ text: Substring, with marks: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || marks.contains($0)) }
    }

    /// Of an address on the web, without a user's name, a way and what is asked for; nil for anything else.
    private static func host(_ url: String) -> String? {
        guard url.hasPrefix("https://") || url.hasPrefix("http://"), let start = url.firstRange(of: "://")?.upperBound
        else { return nil }
        let place = url[start...].prefix { !"/?#\\".contains($0) }
        guard let host = place.split(separator: "@").last, isPlain(host, with: ".-:"),
            host.prefix(while: { $0 != ":" }).split(separator: ".").allSatisfy({ $0.count <= 24 }),
            host.drop(while: { $0 != ":" }).dropFirst().allSatisfy({ $0.isNumber })
        else { return nil }
        return "\(url[..<start])\(host)"
    }
}

extension ServerEntry {
    /// The last of the command's path; on Windows it has an ending.
    fileprivate var program: String {
        let name = ((command ?? "").split(whereSeparator: { "/\\".contains($0) }).last ?? "").lowercased()
        return [".exe", ".cmd"].first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? name
    }

    fileprivate var isContainer: Bool { ["docker", "podman"].contains(program) && words.first == "run" }

    /// Of `docker run`, with a value each.
    fileprivate static let containerFlags: Set = [
        "-v", "--volume", "-e", "--env", "--name", "-u", "--user", "--userns", "--network", "--mount",
    ]

    /// It runs the image of this program, as docs/install.md has it: ours, and set up by hand.
    fileprivate var isContainerOfOurs: Bool {
        guard isContainer else { return false }
        var rest = words.dropFirst()
        while let word = rest.popFirst() {
            guard word.hasPrefix("-") else {
                return (word.split(separator: "/").last ?? "").prefix { !":@".contains($0) } == "resy-mcp"
            }
            if Self.containerFlags.contains(word) { rest = rest.dropFirst() }
        }
        return false
    }

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
