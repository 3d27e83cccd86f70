internal import ResyDomain

/// The four kinds of text.
extension HandEditedTOMLScanner {
    mutating func text() throws(ServerListFault) -> String {
        guard let quote = peek else { throw fault("it ends too early") }
        let isLong = index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
        index += isLong ? 3 : 1
        // The end of a line right behind the quotes does not count.
        if isLong { skipNewline() }
        var found: [UInt8] = []
        while true {
            guard let byte = peek else { throw fault("a text does not end") }
            if byte == quote, let end = closing(quote, isLong: isLong) {
                found += [UInt8](repeating: quote, count: end.extra)
                index = end.index
                break
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                try escape(into: &found, isLong: isLong)
            } else if isLong, byte == 0x0A || byte == 0x0D {
                guard skipNewline() else { throw fault("a control character") }
                found.append(0x0A)
            } else {
                guard byte == 0x09 || (byte >= 0x20 && byte != 0x7F) else {
                    throw fault(byte == 0x0A || byte == 0x0D ? "a text does not end" : "a control character")
                }
                found.append(byte)
                index += 1
            }
        }
        return String(decoding: found, as: UTF8.self)
    }

    /// Where the text ends; up to two quotes right before the three that end it are part of it.
    private func closing(_ quote: UInt8, isLong: Bool) -> (extra: Int, index: Int)? {
        guard isLong else { return (0, index + 1) }
        let count = bytes[index...].prefix { $0 == quote }.prefix(5).count
        return count < 3 ? nil : (count - 3, index + count)
    }

    private mutating func escape(into found: inout [UInt8], isLong: Bool) throws(ServerListFault) {
        index += 1
        guard let byte = peek else { throw fault("a text does not end") }
        index += 1
        switch byte {
        case UInt8(ascii: "b"): found.append(0x08)
        case UInt8(ascii: "t"): found.append(0x09)
        case UInt8(ascii: "n"): found.append(0x0A)
        case UInt8(ascii: "f"): found.append(0x0C)
        case UInt8(ascii: "r"): found.append(0x0D)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): found.append(byte)
        case UInt8(ascii: "u"): try number(digits: 4, into: &found)
        case UInt8(ascii: "U"): try number(digits: 8, into: &found)
        default:
            index -= 1
            guard isLong, skipFold() else { throw fault("an escape is not valid") }
        }
    }

    /// A \ at the end of a line takes all blanks and ends of lines behind it along.
    private mutating func skipFold() -> Bool {
        while peek == 0x20 || peek == 0x09 { index += 1 }
        guard skipNewline() else { return false }
        while peek == 0x20 || peek == 0x09 || skipNewline() {
            if peek == 0x20 || peek == 0x09 { index += 1 }
        }
        return true
    }

    private mutating func number(digits: Int, into found: inout [UInt8]) throws(ServerListFault) {
        let text = bytes[index...].prefix(digits)
        let isHex = text.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
        }
        guard text.count == digits, isHex, let number = UInt32(String(decoding: text, as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(number)
        else { throw fault("an escape is not valid") }
        found += Array(String(scalar).utf8)
        index += digits
    }
}
