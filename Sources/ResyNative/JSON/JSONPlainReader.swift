internal import ResyDomain
internal import CJansson

/// Reads the JSON that nearly every answer is: texts without escapes, numbers of a few digits, each key once.
///
/// All else is left to jansson, to read or to refuse: a tree from here is the one that jansson would make. That calls
/// two functions for each byte of a text, which was most of what an answer cost.
struct JSONPlainReader {
    private typealias Raw = UnsafeMutablePointer<json_t>

    private static let deepest = 64
    /// Digits that a `Double` holds exactly.
    private static let mostDigits = 15

    private var next: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    private var depth = 0

    /// Nil where it is for jansson to judge.
    static func read(_ bytes: ArraySlice<UInt8>, at place: JSON.Place) -> JSON? {
        bytes.withUnsafeBufferPointer { bytes -> JSON? in
            guard let start = bytes.baseAddress else { return nil }
            var reader = JSONPlainReader(next: start, end: start + bytes.count)
            guard let root = reader.value() else { return nil }
            let json = JSON(owning: root, at: place)
            reader.skipBlanks()
            guard reader.next == reader.end else { return nil }
            return json
        }
    }

    private init(next: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
        self.next = next
        self.end = end
    }

    // MARK: - Values

    /// A new reference, the caller's.
    private mutating func value() -> Raw? {
        skipBlanks()
        switch peek {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return array()
        case UInt8(ascii: "\""):
            guard let text = text() else { return nil }
            return json_stringn(text.start, text.count)  // nil for bytes that are no UTF-8
        case UInt8(ascii: "t"): return skip("true") ? json_true() : nil
        case UInt8(ascii: "f"): return skip("false") ? json_false() : nil
        case UInt8(ascii: "n"): return skip("null") ? json_null() : nil
        default: return number()
        }
    }

    private mutating func object() -> Raw? {
        guard depth < Self.deepest, let object = json_object() else { return nil }
        depth += 1
        next += 1
        skipBlanks()
        var count = 0
        if peek != UInt8(ascii: "}") {
            repeat {
                skipBlanks()
                guard peek == UInt8(ascii: "\""), let key = text() else { return none(object) }
                skipBlanks()
                // Takes the value over, also where it refuses the key.
                guard skip(UInt8(ascii: ":")), let value = value(),
                    json_object_setn_new(object, key.start, key.count, value) == 0
                else { return none(object) }
                count += 1
                skipBlanks()
            } while skip(UInt8(ascii: ","))
        }
        depth -= 1
        // A key that came twice has one place.
        guard skip(UInt8(ascii: "}")), json_object_size(object) == count else { return none(object) }
        return object
    }

    private mutating func array() -> Raw? {
        guard depth < Self.deepest, let array = json_array() else { return nil }
        depth += 1
        next += 1
        skipBlanks()
        if peek != UInt8(ascii: "]") {
            repeat {
                guard let value = value(), json_array_append_new(array, value) == 0 else { return none(array) }
                skipBlanks()
            } while skip(UInt8(ascii: ","))
        }
        depth -= 1
        guard skip(UInt8(ascii: "]")) else { return none(array) }
        return array
    }

    /// As it lies, for the moment; nil for one with an escape or a control character.
    private mutating func text() -> (start: UnsafePointer<CChar>, count: Int)? {
        next += 1
        let start = next
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20, byte != UInt8(ascii: "\\") else { return nil }
            next += 1
        }
        let count = next - start
        guard skip(UInt8(ascii: "\"")) else { return nil }
        return (UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), count)
    }

    /// Nil for one with an exponent, or with so many digits that they would have to be rounded.
    private mutating func number() -> Raw? {
        let isNegative = skip(UInt8(ascii: "-"))
        var digits = 0
        let isLed = peek == UInt8(ascii: "0")
        let whole = readDigits(onto: &digits, atMost: Self.mostDigits)
        guard whole == 1 || whole > 1 && !isLed else { return nil }
        var fraction = 0
        if skip(UInt8(ascii: ".")) {
            fraction = readDigits(onto: &digits, atMost: Self.mostDigits - whole)
            guard fraction > 0 else { return nil }
        }
        // What follows is more of it.
        if let byte = peek, byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") || Self.isDigit(byte) { return nil }
        guard fraction > 0 else { return json_integer(json_int_t(isNegative ? -digits : digits)) }
        // Both numbers are exact, so that the one division rounds as reading the text does.
        let value = Double(digits) / Self.tens[fraction]
        return json_real(isNegative ? -value : value)
    }

    private static let tens: [Double] = (0...mostDigits).map { (0..<$0).reduce(1) { ten, _ in ten * 10 } }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Answers how many there were.
    private mutating func readDigits(onto number: inout Int, atMost most: Int) -> Int {
        let start = next
        while next - start < most, let byte = peek, Self.isDigit(byte) {
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
            next += 1
        }
        return next - start
    }

    // MARK: - Bytes

    private var peek: UInt8? { next < end ? next.pointee : nil }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { next += 1 }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        next += 1
        return true
    }

    private mutating func skip(_ word: StaticString) -> Bool {
        for place in 0..<word.utf8CodeUnitCount {
            guard skip(word.utf8Start[place]) else { return false }
        }
        return true
    }

    private func none(_ begun: Raw) -> Raw? {
        resy_json_decref(begun)
        return nil
    }
}
