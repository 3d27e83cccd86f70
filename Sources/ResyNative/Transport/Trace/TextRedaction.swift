/// Text without a form: what stands behind a telling name, queries, and whatever looks like a token, an address
/// or a phone number.
struct TextRedaction {
    /// Opaque strings from this length on are masked whatever they are.
    static let opaqueLength = 40

    private let bytes: [UInt8]
    private var index = 0
    private var out: [UInt8] = []

    static func redact(_ bytes: [UInt8]) -> [UInt8] {
        var scan = TextRedaction(bytes: bytes)
        return scan.run()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func run() -> [UInt8] {
        out.reserveCapacity(bytes.count)
        while index < bytes.count {
            let byte = bytes[index]
            if maskSlotToken() || maskPhone() || maskAddress() || maskQuery() { continue }
            if byte.isWord {
                word()
            } else {
                out.append(byte)
                index += 1
            }
        }
        return out
    }

    private mutating func mask(upTo end: Int) {
        out += Redactor.mask.utf8
        index = end
    }

    private func end(from start: Int, while isIncluded: (UInt8) -> Bool) -> Int {
        bytes[start...].firstIndex { !isIncluded($0) } ?? bytes.count
    }

    private func starts(with text: String, at start: Int) -> Bool {
        let text = text.utf8
        guard start >= 0, start + text.count <= bytes.count else { return false }
        return zip(bytes[start...], text).allSatisfy { $0.lowercase == $1 }
    }

    // MARK: - By looks

    /// `rr://…`, the name of a slot, also percent-encoded.
    private mutating func maskSlotToken() -> Bool {
        guard ["rr://", "rr%3a", "rr:\\/"].contains(where: { starts(with: $0, at: index) }) else { return false }
        mask(upTo: end(from: index) { !" \t\r\n\"'<>&,;)}]".utf8.contains($0) })
        return true
    }

    /// A plus and seven or more digits, with the marks people put between them.
    private mutating func maskPhone() -> Bool {
        guard let plus = ["+", "%2b", "\\u002b", "&#43;"].first(where: { starts(with: $0, at: index) }) else {
            return false
        }
        var (position, digits, last) = (index + plus.utf8.count, 0, index)
        while position < bytes.count, bytes[position].isDigit || " -.()".utf8.contains(bytes[position]) {
            if bytes[position].isDigit {
                digits += 1
                last = position + 1
            }
            position += 1
        }
        guard digits >= 7 else { return false }
        mask(upTo: last)
        return true
    }

    /// An e-mail address: at its `@` the part before it is taken back out of what was written.
    private mutating func maskAddress() -> Bool {
        guard let at = ["@", "%40", "\\u0040", "&#64;"].first(where: { starts(with: $0, at: index) }) else {
            return false
        }
        let domain = index + at.utf8.count
        let stop = end(from: domain) { $0.isWord || $0 == UInt8(ascii: ".") || $0 >= 0x80 }
        guard stop > domain else { return false }
        while let last = out.last, last.isWord || last >= 0x80 || ".!#$%'*+/?^`{|}~".utf8.contains(last) {
            out.removeLast()
        }
        mask(upTo: stop)
        return true
    }

    /// A name, a word, a token.
    private mutating func word() {
        let stop = end(from: index) { $0.isWord }
        let name = bytes[index..<stop]
        if name.starts(with: "eyJ".utf8) {
            let token = end(from: index) { $0.isWord || ".=".utf8.contains($0) }
            if token - index >= 8 { return mask(upTo: token) }
        }
        if stop - index >= Self.opaqueLength { return mask(upTo: stop) }
        // Judged by its first part: to walk all of a long path from each of its words would take too long.
        let wider = bytes[index...].prefix(4 * Self.opaqueLength).prefix { $0.isBase64 }
        if wider.count >= Self.opaqueLength, wider.isMixed { return mask(upTo: end(from: index) { $0.isBase64 }) }
        if let value = valueBehind(name) {
            out += bytes[index..<value.lowerBound]
            return mask(upTo: value.upperBound)
        }
        out += name
        index = stop
    }

    // MARK: - By name

    /// The value that belongs to a sensitive name: `password=x`, `"token": "x"`, `Authorization: a b`.
    private func valueBehind(_ name: ArraySlice<UInt8>) -> Range<Int>? {
        let text = String(decoding: name, as: UTF8.self)
        guard SensitiveNames.contains(text) else { return nil }
        var position = name.endIndex
        let quoted = quote(at: position)
        position += quoted
        position = end(from: position) { $0 == 0x20 }
        guard quoted > 0 || SensitiveNames.isUnmistakable(text) || starts(with: "=", at: position) else { return nil }
        guard let sign = [":", "=", "%3d", "%3a"].first(where: { starts(with: $0, at: position) }) else { return nil }
        position = end(from: position + sign.utf8.count) { $0 == 0x20 }
        let opening = quote(at: position)
        let start = position + opening
        guard start < bytes.count, !"{[".utf8.contains(bytes[start]) else { return nil }
        var stop = start
        if opening > 0 {
            let mark = Array(bytes[position..<start])
            while stop < bytes.count, !bytes[stop...].starts(with: mark) {
                stop += mark.count == 1 && bytes[stop] == UInt8(ascii: "\\") && stop + 1 < bytes.count ? 2 : 1
            }
        } else if ["authorization", "cookie", "auth"].contains(where: { text.lowercased().hasSuffix($0) }) {
            stop = end(from: start) { !"\r\n".utf8.contains($0) }
        } else {
            stop = end(from: start) { !" \t\r\n,;&<>\"')}]\\".utf8.contains($0) }
        }
        return stop > start ? start..<min(stop, bytes.count) : nil
    }

    /// Length of a quotation mark here, also one escaped within a JSON string or a page.
    private func quote(at position: Int) -> Int {
        ["\\\"", "&quot;", "%22", "\"", "'"].first { starts(with: $0, at: position) }?.utf8.count ?? 0
    }

    /// `?name=value&…` behind a path.
    private mutating func maskQuery() -> Bool {
        guard bytes[index] == UInt8(ascii: "?") else { return false }
        let stop = end(from: index) { !" \t\r\n\"'<>\\".utf8.contains($0) }
        let query = bytes[(index + 1)..<stop]
        guard let equals = query.firstIndex(of: UInt8(ascii: "=")), equals > query.startIndex,
            query[..<equals].allSatisfy({ $0.isWord || "[].%".utf8.contains($0) })
        else { return false }
        out.append(UInt8(ascii: "?"))
        out += FormRedaction.redact(Array(query))
        index = stop
        return true
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }

    /// A letter, a digit, `_` or `-`.
    var isWord: Bool { isDigit || (0x61...0x7A).contains(lowercase) || self == 0x5F || self == 0x2D }

    fileprivate var isBase64: Bool { isWord || self == 0x2B || self == 0x2F || self == 0x3D }

    var lowercase: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
    /// Digits, small and capital letters: base64 rather than a path.
    fileprivate var isMixed: Bool {
        contains(where: \.isDigit) && contains { (0x61...0x7A).contains($0) } && contains { (0x41...0x5A).contains($0) }
    }
}
