internal import ResyDomain

/// Reads the lines of an answer's head as they come, and tells the final head from interim ones and trailers.
struct AnswerHead {
    /// Bytes of all lines together, interim answers and trailers included.
    static let limit = 64 << 10

    /// Present once the blank line after the final head was read.
    private(set) var final: HTTPHead?
    private(set) var bytesRead = 0
    private var current: HTTPHead?

    /// One line with its line end. False when the head is too large.
    mutating func read(_ line: [UInt8]) -> Bool {
        bytesRead += line.count
        guard bytesRead <= Self.limit else { return false }
        guard final == nil else { return true }  // a trailer
        var text = String(decoding: line, as: UTF8.self)[...]
        while let last = text.unicodeScalars.last, last == "\r" || last == "\n" { text.unicodeScalars.removeLast() }
        if text.isEmpty {
            // 1xx is only a word before the answer.
            if let head = current, head.status >= 200 { final = head }
            current = nil
        } else if text.hasPrefix("HTTP/") {
            let words = text.split(separator: " ", maxSplits: 2)
            current = HTTPHead(
                status: words.count > 1 ? Int(words[1]) ?? 0 : 0, headers: [], version: words.first.map(String.init))
        } else if text.first == " " || text.first == "\t" {
            // A value folded over two lines, as old servers do.
            if let last = current?.headers.indices.last {
                current?.headers[last].value += " " + Self.trimmed(text)
            }
        } else if let colon = text.firstIndex(of: ":") {
            current?.headers.append((Self.trimmed(text[..<colon]), Self.trimmed(text[text.index(after: colon)...])))
        }
        return true
    }

    private static func trimmed(_ text: Substring) -> String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let start = text.drop(while: isBlank)
        return String(start[..<(start.lastIndex { !isBlank($0) }.map(start.index(after:)) ?? start.startIndex)])
    }
}
