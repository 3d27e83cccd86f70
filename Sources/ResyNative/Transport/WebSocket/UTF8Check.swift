/// Judges UTF-8 as it arrives: false at the first byte that no continuation could mend (RFC 3629).
struct UTF8Check: Equatable {
    /// Continuation bytes still owed, and what the next of them may be.
    private var owed = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    /// True between two characters.
    var isComplete: Bool { owed == 0 }

    /// Undefined after a false.
    mutating func accept(_ bytes: some Collection<UInt8>) -> Bool {
        for byte in bytes {
            if owed == 0 {
                if byte < 0x80 { continue }
                guard begin(byte) else { return false }
            } else {
                guard allowed.contains(byte) else { return false }
                allowed = 0x80...0xBF
                owed -= 1
            }
        }
        return true
    }

    private mutating func begin(_ lead: UInt8) -> Bool {
        switch lead {
        case 0xC2...0xDF: owed = 1
        case 0xE0...0xEF: owed = 2
        case 0xF0...0xF4: owed = 3
        default: return false
        }
        switch lead {
        case 0xE0: allowed = 0xA0...0xBF  // shorter forms exist
        case 0xED: allowed = 0x80...0x9F  // surrogates
        case 0xF0: allowed = 0x90...0xBF  // shorter forms exist
        case 0xF4: allowed = 0x80...0x8F  // beyond U+10FFFF
        default: allowed = 0x80...0xBF
        }
        return true
    }

    static func isText(_ bytes: [UInt8]) -> Bool {
        var check = UTF8Check()
        return check.accept(bytes) && check.isComplete
    }
}
