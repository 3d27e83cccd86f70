/// What a browser says of itself: `Chromium 156.0.8078.108 built on Debian GNU/Linux 12`.
struct ChromiumVersion: Sendable, Equatable {
    /// `Chromium`, `Google Chrome`, `Microsoft Edge`.
    var product: String
    /// `156.0.8078.108`
    var number: String

    /// Nil where no line has the form; a launcher may complain on others.
    init?(_ output: String) {
        for line in output.split(whereSeparator: \.isNewline) {
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(where: Self.isNumber), place > 0 else { continue }
            let name = words[..<place]
            guard name.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isLetter } }) else { continue }
            product = name.joined(separator: " ")
            number = String(words[place])
            return
        }
        return nil
    }

    private static func isNumber(_ word: Substring) -> Bool {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { (1...6).contains($0.count) && $0.allSatisfy(\.isWholeNumber) }
    }

    var words: String { "\(product) \(number)" }

    /// What this very browser sends from a window: without one it would call itself headless, and be another browser
    /// to a site than the one the user has. Only the major number is sent, and one platform for all of a kind.
    var userAgent: String {
        #if canImport(Darwin)
            let platform = "Macintosh; Intel Mac OS X 10_15_7"
        #else
            let platform = "X11; Linux x86_64"
        #endif
        let major = number.prefix { $0 != "." }
        let base =
            "Mozilla/5.0 (\(platform)) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/\(major).0.0.0 Safari/537.36"
        return product.hasPrefix("Microsoft Edge") ? base + " Edg/\(major).0.0.0" : base
    }
}
