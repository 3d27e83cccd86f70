/// JSON, also cut short or broken: a scan of its tokens that masks strings and numbers below sensitive keys and
/// looks through all other strings, keys included.
struct JSONRedaction {
    private struct Frame {
        var isObject: Bool
        var isSensitive: Bool
        var key = ""
        var awaitsValue = false
    }

    private let bytes: [UInt8]
    private var index = 0
    private var out: [UInt8] = []
    private var stack: [Frame] = []

    static func redact(_ bytes: [UInt8]) -> [UInt8] {
        var scan = JSONRedaction(bytes: bytes)
        return scan.run()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func run() -> [UInt8] {
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""): string()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                stack.append(Frame(isObject: byte == UInt8(ascii: "{"), isSensitive: isSensitive))
                copy()
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = stack.popLast()
                copy()
            case UInt8(ascii: ":"):
                withTop { $0.awaitsValue = true }
                copy()
            case UInt8(ascii: ","):
                withTop { $0.awaitsValue = false }
                copy()
            case 0x20, 0x09, 0x0A, 0x0D: copy()
            default: word()
            }
        }
        return out
    }

    /// Whether a value at this place is to be masked.
    private var isSensitive: Bool {
        guard let frame = stack.last else { return false }
        guard frame.isObject else { return frame.isSensitive }
        if frame.isSensitive { return !SensitiveNames.isHarmlessWithin(frame.key) }
        return SensitiveNames.contains(frame.key)
    }

    private mutating func string() {
        var end = index + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        let isWhole = end < bytes.count
        let content = Array(bytes[(index + 1)..<min(end, bytes.count)])
        index = min(end + 1, bytes.count)
        let isKey = stack.last.map { $0.isObject && !$0.awaitsValue } ?? false
        if isKey { withTop { $0.key = Self.decoded(content) } }
        out.append(UInt8(ascii: "\""))
        if !isWhole || (!isKey && isSensitive) {
            out += Redactor.mask.utf8
        } else {
            out += TextRedaction.redact(content)
        }
        if isWhole { out.append(UInt8(ascii: "\"")) }
    }

    /// A number, a literal, or whatever broken text holds.
    private mutating func word() {
        let start = index
        while index < bytes.count, !" \t\r\n\",:{}[]".utf8.contains(bytes[index]) { index += 1 }
        let word = Array(bytes[start..<index])
        let isLiteral = ["true", "false", "null"].contains(String(decoding: word, as: UTF8.self))
        out += isSensitive && !isLiteral ? Array(Redactor.mask.utf8) : TextRedaction.redact(word)
    }

    private mutating func copy() {
        out.append(bytes[index])
        index += 1
    }

    private mutating func withTop(_ change: (inout Frame) -> Void) {
        guard !stack.isEmpty else { return }
        change(&stack[stack.count - 1])
    }

    /// `"pass\u0077ord"` is a password, too.
    private static func decoded(_ content: [UInt8]) -> String {
        var plain: [UInt8] = []
        var index = 0
        while index < content.count {
            if content[index] == UInt8(ascii: "\\"), let escape = Escape.read(content, at: index) {
                plain += escape.bytes
                index = escape.end
            } else {
                plain.append(content[index])
                index += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
