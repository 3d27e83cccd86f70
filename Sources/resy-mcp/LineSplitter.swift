internal import ResyDomain

/// Cuts a stream of bytes into lines at 0x0A, whatever chunks the bytes arrive in.
///
/// Bytes, not characters: Swift sees a line break in U+2028 and one character in CR LF.
struct LineSplitter: Sendable {
    enum Line: Sendable, Equatable {
        case text([UInt8])
        /// Longer than the limit; what follows the next newline is read as usual. With its first bytes, which may hold
        /// the id that its refusal is to carry.
        case tooLong([UInt8])
    }

    private static let headLength = 4096

    /// Longest line in bytes, its newline not counted.
    let limit: Int
    private var pending: [UInt8] = []
    private var isSkipping = false

    init(limit: Int) {
        self.limit = limit
    }

    /// The lines that `chunk` completes. Blank ones are left out.
    mutating func append(_ chunk: some Collection<UInt8>) -> [Line] {
        var lines: [Line] = []
        var rest = chunk[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines += take(rest[..<end])
            if let line = complete() { lines.append(line) }
            rest = rest[rest.index(after: end)...]
        }
        return lines + take(rest)
    }

    /// The last line, where the stream ends without a newline.
    mutating func finish() -> Line? {
        complete()
    }

    /// Keeps the bytes of an unfinished line; reports it as soon as it is over the limit, and only once.
    private mutating func take(_ bytes: some Collection<UInt8>) -> [Line] {
        guard !isSkipping else { return [] }
        // One byte of grace: it may be the CR that is not part of the line.
        guard pending.count + bytes.count <= limit + 1 else {
            let head = pending.prefix(LineSplitter.headLength) + bytes.prefix(LineSplitter.headLength)
            pending = []
            isSkipping = true
            return [.tooLong(Array(head.prefix(LineSplitter.headLength)))]
        }
        pending += bytes
        return []
    }

    private mutating func complete() -> Line? {
        defer { pending.removeAll(keepingCapacity: pending.capacity <= 1 << 16) }
        guard !isSkipping else {
            isSkipping = false
            return nil
        }
        if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
        guard pending.count <= limit else { return .tooLong(Array(pending.prefix(LineSplitter.headLength))) }
        let isBlank = pending.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return isBlank ? nil : .text(pending)
    }
}
