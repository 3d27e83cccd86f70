internal import ResyDomain

/// What a browser writes while it starts: where it can be talked to, or why it does not start.
struct StartWords: Sendable {
    typealias Reason = BrowserError.StartReason

    /// Bytes kept of one line.
    private static let limit = 16 << 10
    private static let announcement = "DevTools listening on "

    private var line: [UInt8] = []
    private(set) var reason = Reason.unknown

    /// The DevTools address, once.
    mutating func read(_ bytes: ArraySlice<UInt8>) -> String? {
        var found: String?
        for byte in bytes {
            guard byte == 10 else {
                if line.count < Self.limit { line.append(byte) }
                continue
            }
            let text = String(decoding: line, as: UTF8.self)
            line = []
            if text.hasPrefix(Self.announcement) {
                found = found ?? Self.address(String(text.dropFirst(Self.announcement.count)))
            } else if let reason = Self.reason(text) {
                self.reason = reason
            }
        }
        return found
    }

    /// Only what a browser of this machine announces: `ws://127.0.0.1:PORT/devtools/browser/UUID`.
    private static func address(_ text: String) -> String? {
        let url = text.trimmed
        guard let address = try? WebSocketAddress(url), address.target.isLoopback,
            address.path.hasPrefix("/devtools/browser/")
        else { return nil }
        return url
    }

    static func reason(in output: String) -> Reason {
        output.split(whereSeparator: \.isNewline).compactMap { reason(String($0)) }.last ?? .unknown
    }

    private static func reason(_ text: String) -> Reason? {
        let signs: [(String, Reason)] = [
            ("No usable sandbox", .sandbox), ("without --no-sandbox is not supported", .sandbox),
            ("Failed to move to new namespace", .sandbox), ("setuid sandbox", .sandbox),
            ("Missing X server", .display), ("cannot open display", .display), ("Unable to open X display", .display),
            ("Failed to connect to Wayland display", .display), ("error while loading shared libraries", .library),
        ]
        return signs.first { text.contains($0.0) }?.1
    }
}
