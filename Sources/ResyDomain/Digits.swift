/// ASCII digits to numbers and back, without a locale.
package enum Digits {
    /// Nil for an empty text, for anything but ASCII digits, and beyond nine digits.
    package static func number(_ bytes: some Collection<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
        var value = 0
        for byte in bytes {
            guard let digit = digit(byte) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    static func digit(_ byte: UInt8) -> Int? {
        let digit = byte &- UInt8(ascii: "0")
        return digit < 10 ? Int(digit) : nil
    }

    /// Digits and signs of full width, as some keyboards write them, as plain ones.
    static func ascii(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0xFF01...0xFF5E).contains($0.value) }) else { return text }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            plain.append((isWide ? Unicode.Scalar(scalar.value - 0xFEE0) : nil) ?? scalar)
        }
        return String(plain)
    }

    package static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value)
        let missing = width - digits.utf8.count
        return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
    }
}
