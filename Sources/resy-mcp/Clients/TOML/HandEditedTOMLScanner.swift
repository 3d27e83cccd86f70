internal import ResyDomain

/// Reads TOML 1.0 and remembers where each line and value stands.
struct HandEditedTOMLScanner {
    private static let deepest = 64

    let bytes: [UInt8]
    var index = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(ServerListFault) -> [HandEditedTOML.Statement] {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw fault("it is not UTF-8") }
        // A byte order mark: some editors on Windows write one.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        var statements: [HandEditedTOML.Statement] = []
        while index < bytes.count {
            let start = statements.isEmpty ? 0 : index
            let content = try statement()
            statements.append(HandEditedTOML.Statement(range: start..<index, content: content))
        }
        return statements
    }

    private mutating func statement() throws(ServerListFault) -> HandEditedTOML.Statement.Content {
        skipBlanks()
        let content: HandEditedTOML.Statement.Content
        switch peek {
        case nil, 0x0A, 0x0D: content = .blank
        case UInt8(ascii: "#"): content = .comment
        case UInt8(ascii: "["): content = try header()
        default: content = .pair(try pair())
        }
        try endLine()
        return content
    }

    private mutating func header() throws(ServerListFault) -> HandEditedTOML.Statement.Content {
        index += 1
        let isArray = peek == UInt8(ascii: "[")
        if isArray { index += 1 }
        skipBlanks()
        let keys = try self.keys().names
        for _ in 0..<(isArray ? 2 : 1) {
            guard peek == UInt8(ascii: "]") else { throw fault("a ] is missing") }
            index += 1
        }
        return .header(keys, isArray: isArray)
    }

    private mutating func pair() throws(ServerListFault) -> HandEditedTOML.Pair {
        let (keys, range) = try self.keys()
        guard peek == UInt8(ascii: "=") else { throw fault("an = is missing") }
        index += 1
        skipBlanks()
        return HandEditedTOML.Pair(keys: keys, keyRange: range, value: try value())
    }

    // MARK: - Keys

    /// With the blanks behind them; the range is without.
    private mutating func keys() throws(ServerListFault) -> (names: [String], range: Range<Int>) {
        let start = index
        var names: [String] = []
        while true {
            names.append(try key())
            // A tree as deep as a stranger likes would end us when it is taken down.
            guard names.count <= Self.deepest else { throw .tooDeep }
            let end = index
            skipBlanks()
            guard peek == UInt8(ascii: ".") else { return (names, start..<end) }
            index += 1
            skipBlanks()
        }
    }

    private mutating func key() throws(ServerListFault) -> String {
        if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") {
            let start = index
            let text = try self.text()
            guard !isLong(start) else { throw fault("not a key") }
            return text
        }
        let start = index
        while let byte = peek, TOMLText.isBare(byte) { index += 1 }
        guard index > start else { throw fault("not a key") }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private func isLong(_ start: Int) -> Bool {
        bytes[start...].starts(with: "\"\"\"".utf8) || bytes[start...].starts(with: "'''".utf8)
    }

    // MARK: - Values

    private mutating func value() throws(ServerListFault) -> HandEditedTOML.Value {
        let start = index
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .tooDeep }
        let content: HandEditedTOML.Value.Content
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): content = .text(try text())
        case UInt8(ascii: "["): content = .array(try items())
        case UInt8(ascii: "{"): content = .table(try pairs())
        default: content = try scalar()
        }
        return HandEditedTOML.Value(range: start..<index, content: content)
    }

    private mutating func items() throws(ServerListFault) -> [HandEditedTOML.Value] {
        var found: [HandEditedTOML.Value] = []
        var hasComma = true
        index += 1
        try skipLines()
        while peek != UInt8(ascii: "]") {
            guard hasComma else { throw fault("a comma is missing") }
            found.append(try value())
            try skipLines()
            hasComma = peek == UInt8(ascii: ",")
            if hasComma { index += 1 }
            try skipLines()
        }
        index += 1
        return found
    }

    /// On one line, and without a comma behind the last.
    private mutating func pairs() throws(ServerListFault) -> [HandEditedTOML.Pair] {
        var found: [HandEditedTOML.Pair] = []
        index += 1
        skipBlanks()
        if peek == UInt8(ascii: "}") {
            index += 1
            return []
        }
        while true {
            found.append(try pair())
            skipBlanks()
            let byte = peek
            index += 1
            if byte == UInt8(ascii: "}") { return found }
            guard byte == UInt8(ascii: ",") else {
                index -= 1
                throw fault("a comma or a } is missing")
            }
            skipBlanks()
        }
    }

    private mutating func scalar() throws(ServerListFault) -> HandEditedTOML.Value.Content {
        let start = index
        func isPart(_ byte: UInt8) -> Bool { TOMLText.isBare(byte) || "+.:".utf8.contains(byte) }
        while let byte = peek, isPart(byte) { index += 1 }
        // The one value with a blank in it: a day and a time.
        if peek == 0x20, index + 1 < bytes.count, (0x30...0x39).contains(bytes[index + 1]),
            TOMLScalar.isDay(bytes[start..<index])
        {
            index += 1
            while let byte = peek, isPart(byte) { index += 1 }
        }
        guard let content = TOMLScalar.content(bytes[start..<index]) else {
            index = start
            throw fault(start == bytes.count ? "it ends too early" : "not a value")
        }
        return content
    }

    // MARK: - Between them

    private mutating func skipBlanks() {
        while peek == 0x20 || peek == 0x09 { index += 1 }
    }

    /// Blanks, comments and ends of lines.
    private mutating func skipLines() throws(ServerListFault) {
        while true {
            skipBlanks()
            guard let byte = peek else { throw fault("it ends too early") }
            guard byte == UInt8(ascii: "#") || byte == 0x0A || byte == 0x0D else { return }
            try endLine()
        }
    }

    private mutating func endLine() throws(ServerListFault) {
        skipBlanks()
        if peek == UInt8(ascii: "#") {
            while let byte = peek, byte != 0x0A, !isReturn {
                guard byte == 0x09 || (byte >= 0x20 && byte != 0x7F) else { throw fault("a control character") }
                index += 1
            }
        }
        guard index < bytes.count else { return }
        guard skipNewline() else { throw fault("something follows the value") }
    }

    /// `\r\n` stands here.
    private var isReturn: Bool { peek == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A }

    @discardableResult
    mutating func skipNewline() -> Bool {
        if isReturn { index += 1 }
        guard peek == 0x0A else { return false }
        index += 1
        return true
    }

    var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    func fault(_ reason: String) -> ServerListFault {
        .syntax(reason: reason, offset: min(index, bytes.count))
    }
}
