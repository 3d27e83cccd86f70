/// The first lines of an HTTP/1.1 message, and how long its body is.
struct HTTPHead {
    let startLine: String
    private(set) var fields: [(name: String, value: String)]

    /// Nil if `bytes`, which end with the blank line, are not a head.
    init?(_ bytes: ArraySlice<UInt8>) {
        let lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: true)
        guard let first = lines.first, first.split(separator: " ").count >= 2 else { return nil }
        startLine = String(first)
        fields = lines.dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            var value = line[line.index(after: colon)...]
            while value.first == " " { value.removeFirst() }
            return (String(line[..<colon]), String(value))
        }
    }

    subscript(name: String) -> String? {
        get { fields.first { $0.name.lowercased() == name.lowercased() }?.value }
        set {
            fields.removeAll { $0.name.lowercased() == name.lowercased() }
            if let newValue { fields.append((name, newValue)) }
        }
    }

    /// What a request asks.
    var endpoint: Endpoint {
        let parts = startLine.split(separator: " ")
        let path = parts.count > 1 ? parts[1].prefix { $0 != "?" } : ""
        return Endpoint(path: FormText.decode(path.replacing("+", with: "%2B")))
    }

    var isChunked: Bool { self["Transfer-Encoding"]?.lowercased().contains("chunked") ?? false }
    var length: Int { self["Content-Length"].flatMap { Int($0) } ?? 0 }

    var bytes: [UInt8] {
        var text = startLine + "\r\n"
        for (name, value) in fields { text += "\(name): \(value)\r\n" }
        return Array((text + "\r\n").utf8)
    }

    /// Where the head in `bytes` ends, blank line included.
    static func end(in bytes: [UInt8]) -> Int? { end(of: [13, 10, 13, 10], in: bytes) }

    /// Where the last chunk of a chunked body in `bytes` ends, from `start` on.
    static func endOfChunks(in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while let line = end(of: [13, 10], in: bytes, from: place) {
            let digits = String(decoding: bytes[place..<(line - 2)], as: UTF8.self).prefix { $0 != ";" }
            guard let size = Int(digits, radix: 16) else { return nil }
            if size == 0 { return end(of: [13, 10], in: bytes, from: line) }
            place = line + size + 2
            guard place <= bytes.count else { return nil }
        }
        return nil
    }

    private static func end(of mark: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
        guard bytes.count - start >= mark.count else { return nil }
        for index in start...(bytes.count - mark.count) where bytes[index] == mark[0] {
            if bytes[index..<(index + mark.count)].elementsEqual(mark) { return index + mark.count }
        }
        return nil
    }
}
