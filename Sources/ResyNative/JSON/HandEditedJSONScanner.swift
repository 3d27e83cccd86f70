/// Reads JSON with `//` and `/* */` comments and trailing commas, and remembers where each value stands.
struct HandEditedJSONScanner {
    private static let deepest = 64

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONError) -> HandEditedJSON.Value {
        // In what encoding it would have to be written is not known.
        if String(validating: bytes, as: UTF8.self) == nil {
            index = firstOddLine
            throw fault("it is not UTF-8")
        }
        // A byte order mark: some editors on Windows write one.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        try skipSpace()
        let value = try self.value()
        try skipSpace()
        guard index == bytes.count else { throw fault("something follows its end") }
        return value
    }

    // MARK: - Values

    private mutating func value() throws(JSONError) -> HandEditedJSON.Value {
        let start = index
        let content: HandEditedJSON.Value.Content
        switch peek {
        case UInt8(ascii: "{") where depth < Self.deepest: content = .object(try members())
        case UInt8(ascii: "[") where depth < Self.deepest: content = .array(try items())
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            try skipContainer()
            content = .other
        case UInt8(ascii: "\""): content = .string(try string())
        case nil: throw fault("it ends too early")
        default:
            content = .other
            while let byte = peek, isPlain(byte) { index += 1 }
            guard Self.isScalar(bytes[start..<index]) else { throw fault("not JSON") }
        }
        return HandEditedJSON.Value(range: start..<index, content: content)
    }

    private mutating func members() throws(JSONError) -> [HandEditedJSON.Member] {
        var found: [HandEditedJSON.Member] = []
        try enter()
        while peek != UInt8(ascii: "}") {
            if let last = found.last, last.comma == nil { throw fault("a comma is missing") }
            let start = index
            guard peek == UInt8(ascii: "\"") else { throw fault(peek == nil ? "it ends too early" : "not JSON") }
            let key = try string()
            let keyRange = start..<index
            try skipSpace()
            guard peek == UInt8(ascii: ":") else { throw fault("a colon is missing") }
            index += 1
            try skipSpace()
            let value = try self.value()
            try skipSpace()
            found.append(HandEditedJSON.Member(key: key, keyRange: keyRange, value: value, comma: try comma()))
        }
        leave()
        return found
    }

    private mutating func items() throws(JSONError) -> [HandEditedJSON.Value] {
        var found: [HandEditedJSON.Value] = []
        var hasComma = true
        try enter()
        while peek != UInt8(ascii: "]") {
            guard hasComma else { throw fault("a comma is missing") }
            found.append(try value())
            try skipSpace()
            hasComma = try comma() != nil
        }
        leave()
        return found
    }

    private mutating func string() throws(JSONError) -> String {
        let start = index
        try skipString()
        let inside = bytes[(start + 1)..<(index - 1)]
        // Most are plain, and a file of this kind may hold a hundred thousand.
        if inside.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\\") }),
            let text = String(validating: inside, as: UTF8.self)
        {
            return text
        }
        // Half a character is of no consequence here: the bytes stay, and no text of ours has one.
        guard inside.allSatisfy({ $0 >= 0x20 }), let text = try? JSON(parsing: Array(bytes[start..<index])).words else {
            throw fault("a text is not valid")
        }
        return text
    }

    private mutating func skipString() throws(JSONError) {
        index += 1
        while let byte = peek, byte != UInt8(ascii: "\"") {
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        guard index < bytes.count else { throw fault("it ends too early") }
        index += 1
    }

    /// To the end of an object or array that is nested too deep to hold anything of ours.
    private mutating func skipContainer() throws(JSONError) {
        var open = 0
        repeat {
            switch peek {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open += 1
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                open -= 1
                index += 1
            case UInt8(ascii: "\""): try skipString()
            case UInt8(ascii: "/"): try skipComment()
            case nil: throw fault("it ends too early")
            default: index += 1
            }
        } while open > 0
    }

    // MARK: - Between them

    private mutating func enter() throws(JSONError) {
        depth += 1
        index += 1
        try skipSpace()
    }

    private mutating func leave() {
        depth -= 1
        index += 1
    }

    /// Where the comma stands, if one is next.
    private mutating func comma() throws(JSONError) -> Int? {
        guard peek == UInt8(ascii: ",") else { return nil }
        let place = index
        index += 1
        try skipSpace()
        return place
    }

    private mutating func skipSpace() throws(JSONError) {
        while let byte = peek {
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                index += 1
            } else if byte == UInt8(ascii: "/") {
                try skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() throws(JSONError) {
        let rest = bytes[index...]
        if rest.starts(with: "//".utf8) {
            index = rest.firstIndex(of: 0x0A) ?? bytes.count
        } else if rest.starts(with: "/*".utf8) {
            index += 2
            while index < bytes.count, !bytes[index...].starts(with: "*/".utf8) { index += 1 }
            guard index < bytes.count else { throw fault("a comment does not end") }
            index += 2
        } else {
            throw fault("not JSON")
        }
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// A word or a number of any length: the parser's own integers end at 64 bits.
    private static func isScalar(_ text: ArraySlice<UInt8>) -> Bool {
        if text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8) || text.elementsEqual("null".utf8) {
            return true
        }
        var rest = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
        func digits() -> Int {
            let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole == 1 || (whole > 1 && !startsWithZero) else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }

    /// Where the first line begins that is no UTF-8.
    private var firstOddLine: Int {
        var start = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            guard String(validating: line, as: UTF8.self) != nil else { return start }
            start += line.count + 1
        }
        return start
    }

    private func fault(_ reason: String) -> JSONError {
        .syntax(reason: reason, offset: min(index, bytes.count))
    }
}
