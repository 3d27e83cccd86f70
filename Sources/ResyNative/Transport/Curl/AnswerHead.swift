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
        var text = line[...]
        while let last = text.last, last == UInt8(ascii: "\r") || last == UInt8(ascii: "\n") { text.removeLast() }
        if text.isEmpty {
            // 1xx is only a word before the answer.
            if let head = current, head.status >= 200 { final = head }
            current = nil
        } else if text.starts(with: "HTTP/".utf8) {
            let words = text.split(separator: UInt8(ascii: " "), maxSplits: 2).map {
                String(decoding: $0, as: UTF8.self)
            }
            current = HTTPHead(
                status: words.count > 1 ? Int(words[1]) ?? 0 : 0, headers: [], version: words.first)
        } else if let first = text.first, Self.isBlank(first) {
            // A value folded over two lines, as old servers do.
            if let last = current?.headers.indices.last {
                current?.headers[last].value += " " + Self.trimmed(text)
            }
        } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
            current?.headers.append((Self.trimmed(text[..<colon]), Self.trimmed(text[(colon + 1)...])))
        }
        return true
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
        var text = text.drop(while: isBlank)
        while let last = text.last, isBlank(last) { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}
