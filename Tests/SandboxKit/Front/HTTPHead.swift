/// The first lines of an HTTP/1.1 message, and how long its body is.
struct HTTPHead {
    let startLine: String
    private(set) var fields: [(name: String, value: String)]

    /// Nil if `bytes`, which end with the blank line, are not a head.
    init?(_ bytes: ArraySlice<UInt8>) {
        let lines = bytes.split { $0 == 10 }.map { $0.last == 13 ? $0.dropLast() : $0 }
        guard let first = lines.first, first.split(separator: UInt8(ascii: " ")).count >= 2 else { return nil }
        startLine = String(decoding: first, as: UTF8.self)
        fields = lines.dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let value = line[(colon + 1)...].drop { $0 == UInt8(ascii: " ") }
            return (String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
        }
    }

    /// Of an answer.
    init(_ status: Int, _ fields: [(name: String, value: String)]) {
        startLine = "HTTP/1.1 \(status) \(status < 400 ? "OK" : "Error")"
        self.fields = fields
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

    /// What the chunks of a whole chunked body hold.
    static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
        var (body, place): ([UInt8], Int) = ([], 0)
        while let line = end(of: [13, 10], in: bytes, from: place) {
            let digits = String(decoding: bytes[place..<(line - 2)], as: UTF8.self).prefix { $0 != ";" }
            guard let size = Int(digits, radix: 16), size > 0, line + size <= bytes.count else { break }
            body += bytes[line..<(line + size)]
            place = line + size + 2
        }
        return body
    }

    private static func end(of mark: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
        guard bytes.count - start >= mark.count else { return nil }
        for index in start...(bytes.count - mark.count) where bytes[index] == mark[0] {
            if bytes[index..<(index + mark.count)].elementsEqual(mark) { return index + mark.count }
        }
        return nil
    }
}
