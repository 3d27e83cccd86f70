internal import ResyNative

/// Finds the bytes of one member of an object, in a text that may be broken elsewhere.
///
/// It looks at strings and brackets alone, so what is wrong inside a value, before or behind, does not matter. Values
/// that are cut off by the end of the text are none.
struct RawMember {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    /// The value of that member of the outermost object; nil where it has none, or several that differ.
    static func find(_ key: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var reader = RawMember(bytes: bytes, index: bytes.startIndex)
        return reader.find(key)
    }

    private mutating func find(_ wanted: String) -> ArraySlice<UInt8>? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index += 3 }
        skipSpace()
        guard peek == UInt8(ascii: "{") else { return nil }
        var found: ArraySlice<UInt8>?
        repeat {
            index += 1
            skipSpace()
            guard peek == UInt8(ascii: "\""), let key = string() else { return found }
            skipSpace()
            guard peek == UInt8(ascii: ":") else { return found }
            index += 1
            skipSpace()
            guard let value = value() else { return found }
            guard Self.isKey(key, wanted) else { continue }
            if let found, !found.elementsEqual(value) { return nil }
            found = value
        } while peek == UInt8(ascii: ",")
        return found
    }

    /// As far as the comma or the bracket that ends it, without the space before that.
    private mutating func value() -> ArraySlice<UInt8>? {
        let start = index
        var open = 0
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                guard string() != nil else { return nil }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if open == 0 { return trimmed(start) }
                open -= 1
            case UInt8(ascii: ",") where open == 0: return trimmed(start)
            default: break
            }
            index += 1
        }
        return nil
    }

    private func trimmed(_ start: Int) -> ArraySlice<UInt8> {
        let value = bytes[start..<index]
        return value[..<(value.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? start)]
    }

    /// With its quotes; nil where it does not end.
    private mutating func string() -> ArraySlice<UInt8>? {
        let start = index
        index += 1
        while let byte = peek {
            index += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") { return bytes[start..<index] }
        }
        return nil
    }

    private static func isKey(_ key: ArraySlice<UInt8>, _ wanted: String) -> Bool {
        if key.dropFirst().dropLast().elementsEqual(wanted.utf8) { return true }
        return key.contains(UInt8(ascii: "\\")) && (try? JSON(parsing: Array(key)).string) == wanted
    }

    private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = peek, Self.isSpace(byte) { index += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
