/// What nobody reads is looked at all the same: it must be JSON.
extension JSONPlainReader {
    /// Past a value that nobody reads; false where it is for jansson to judge. An odd text or number is no fault here: it
    /// would be marked for whoever reads it.
    mutating func skipValue() -> Bool {
        skipBlanks()
        values += 1
        switch peek {
        case UInt8(ascii: "{"):
            return skipMembers(to: UInt8(ascii: "}")) { $0.skipText() && $0.skipColon() && $0.skipValue() }
        case UInt8(ascii: "["): return skipMembers(to: UInt8(ascii: "]")) { $0.skipValue() }
        case UInt8(ascii: "\""): return skipText()
        case UInt8(ascii: "t"): return skip("true")
        case UInt8(ascii: "f"): return skip("false")
        case UInt8(ascii: "n"): return skip("null")
        default: return skipNumber()
        }
    }

    private mutating func skipMembers(to close: UInt8, _ skipOne: (inout Self) -> Bool) -> Bool {
        guard depth < deepest else { return false }
        depth += 1
        next += 1
        skipBlanks()
        if peek != close {
            repeat {
                skipBlanks()
                guard skipOne(&self) else { return false }
                skipBlanks()
            } while skip(UInt8(ascii: ","))
        }
        depth -= 1
        return skip(close)
    }

    private mutating func skipText() -> Bool {
        guard skip(UInt8(ascii: "\"")) else { return false }
        while true {
            _ = skipPlain()
            switch peek {
            case UInt8(ascii: "\""):
                next += 1
                return true
            case UInt8(ascii: "\\"):
                guard skipEscape() else { return false }
            default: return false
            }
        }
    }

    /// All of the escape that begins here is there; what is cut off is as good as at its end.
    var hasEscape: Bool {
        mutating get {
            guard end - next < 2 || end - next <= 6 && next[1] == UInt8(ascii: "u") else { return true }
            next = end
            return false
        }
    }

    private mutating func skipEscape() -> Bool {
        guard hasEscape else { return false }
        switch next[1] {
        case UInt8(ascii: "u"):
            guard (2..<6).allSatisfy({ Self.isHex(next[$0]) }) else { return false }
            next += 6
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            next += 2
        default: return false
        }
        return true
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    private mutating func skipNumber() -> Bool {
        _ = skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")) {
            guard skipDigits() else { return false }
        }
        if skip(UInt8(ascii: ".")), !skipDigits() { return false }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            guard skipDigits() else { return false }
        }
        return true
    }

    private mutating func skipDigits() -> Bool {
        let start = next
        while let byte = peek, Self.isDigit(byte) { next += 1 }
        return next > start
    }
}
