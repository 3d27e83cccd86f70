internal import ResyDomain
internal import CJansson
internal import LibC

/// Reads the JSON that nearly every answer is: plain texts, ordinary numbers, each key once.
///
/// All else is left to jansson, to read or to refuse: a tree from here is the one that jansson would make. That calls
/// two functions for each byte of a text, which was most of what an answer cost.
struct JSONPlainReader {
    typealias Raw = UnsafeMutablePointer<json_t>

    static let deepest = 64
    /// Digits that a `Double` holds exactly.
    private static let mostDigits = 15

    var next: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    let deepest: Int
    var depth = 0
    /// More are not even begun: a tree takes many times the room of its text.
    var mostValues = Int.max
    /// Objects, arrays and scalars, those that were left out too.
    var values = 0
    /// Of the members that are wanted; nil where no element is like this one.
    var repeats: JSONRepeats?

    /// Nil where it is for jansson to judge.
    static func read(_ bytes: ArraySlice<UInt8>, at place: JSON.Place, _ limits: JSONLimits? = nil) -> JSON? {
        guard bytes.count <= limits?.bytes ?? bytes.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes -> JSON? in
            guard let start = bytes.baseAddress else { return nil }
            var reader = JSONPlainReader(from: start, to: start + bytes.count, deepest: limits?.depth ?? deepest)
            reader.mostValues = limits.map { min($0.values, $0.valuesPerTree) } ?? .max
            guard let json = reader.read(at: place) else { return nil }
            reader.skipBlanks()
            guard reader.isAtEnd else { return nil }
            return json
        }
    }

    init(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, deepest: Int = JSONPlainReader.deepest) {
        next = start
        self.end = end
        self.deepest = min(deepest, JSONPlainReader.deepest)
    }

    /// The value that begins here.
    mutating func read(at place: JSON.Place) -> JSON? {
        value().map { JSON(owning: $0, at: place) }
    }

    /// Where nothing was read, this tells that there may be more to come.
    var isAtEnd: Bool { next >= end }

    // MARK: - Values

    /// A new reference, the caller's.
    mutating func value() -> Raw? {
        skipBlanks()
        values += 1
        guard values <= mostValues else { return nil }
        switch peek {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return array()
        case UInt8(ascii: "\""):
            let start = next + 1
            guard let text = text() else { return escapedText(from: start) }
            // What is no UTF-8 is refused.
            return text.isASCII ? json_stringn_nocheck(text.start, text.count) : json_stringn(text.start, text.count)
        case UInt8(ascii: "t"): return skip("true") ? json_true() : nil
        case UInt8(ascii: "f"): return skip("false") ? json_false() : nil
        case UInt8(ascii: "n"): return skip("null") ? json_null() : nil
        default: return number()
        }
    }

    private mutating func object() -> Raw? {
        guard depth < deepest, let object = json_object() else { return nil }
        depth += 1
        next += 1
        skipBlanks()
        var count = 0
        if peek != UInt8(ascii: "}") {
            repeat {
                skipBlanks()
                guard peek == UInt8(ascii: "\""), let key = text(), skipColon(), let value = value(),
                    add(value, under: key, to: object)
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

    /// Takes the value over, also where it refuses the key.
    private func add(_ value: Raw, under key: Text, to object: Raw) -> Bool {
        let status =
            key.isASCII
            ? json_object_setn_new_nocheck(object, key.start, key.count, value)
            : json_object_setn_new(object, key.start, key.count, value)
        return status == 0
    }

    private mutating func array() -> Raw? {
        guard depth < deepest, let array = json_array() else { return nil }
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

    typealias Text = (start: UnsafePointer<CChar>, count: Int, isASCII: Bool)

    /// As it lies, for the moment; nil for one with an escape or a control character.
    mutating func text() -> Text? {
        next += 1
        let start = next
        let isASCII = skipPlain()
        guard peek == UInt8(ascii: "\"") else { return nil }
        let count = next - start
        next += 1
        return (UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), count, isASCII)
    }

    /// Nil for one that no number here can hold.
    private mutating func number() -> Raw? {
        let start = next
        let isNegative = skip(UInt8(ascii: "-"))
        var digits = 0
        let isLed = peek == UInt8(ascii: "0")
        let whole = readDigits(onto: &digits, atMost: Self.mostIntegerDigits)
        guard whole == 1 || whole > 1 && !isLed, !isDigitNext else { return nil }
        guard skip(UInt8(ascii: ".")) else {
            return isExponentNext ? roundedReal(from: start) : json_integer(json_int_t(isNegative ? -digits : digits))
        }
        guard whole < Self.mostDigits else { return roundedReal(from: start) }
        let fraction = readDigits(onto: &digits, atMost: Self.mostDigits - whole)
        guard fraction > 0, !isDigitNext, !isExponentNext else { return roundedReal(from: start) }
        // Both numbers are exact, so that the one division rounds as reading the text does.
        let value = Double(digits) / Self.tens[fraction]
        return json_real(isNegative ? -value : value)
    }

    /// One with an exponent, or with more digits than are exact: `40.727399999999996`, as places have it.
    private mutating func roundedReal(from start: UnsafePointer<UInt8>) -> Raw? {
        next = start
        _ = skip(UInt8(ascii: "-"))
        skipDigits()
        if skip(UInt8(ascii: ".")) { guard skipDigits() > 0 else { return nil } }
        if isExponentNext {
            next += 1
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            guard skipDigits() > 0 else { return nil }
        }
        guard next - start < Self.longestReal else { return nil }
        let value = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Self.longestReal) { text in
            for place in 0..<(next - start) { text[place] = CChar(bitPattern: start[place]) }
            text[next - start] = 0
            return text.baseAddress.map { strtod($0, nil) } ?? .infinity
        }
        return value.isFinite ? json_real(value) : nil
    }

    /// With the NUL behind it.
    private static let longestReal = 48

    /// Of a whole number that is never too large.
    private static let mostIntegerDigits = 18

    private var isDigitNext: Bool { peek.map { Self.isDigit($0) } ?? false }

    private var isExponentNext: Bool { peek.map { $0 | 0x20 == UInt8(ascii: "e") } ?? false }

    @discardableResult
    private mutating func skipDigits() -> Int {
        let start = next
        while isDigitNext { next += 1 }
        return next - start
    }

    private static let tens: [Double] = (0...mostDigits).map { (0..<$0).reduce(1) { ten, _ in ten * 10 } }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

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

    var peek: UInt8? { next < end ? next.pointee : nil }

    /// Past bytes of a text that stand for themselves, eight at a time; answers whether all were ASCII.
    mutating func skipPlain() -> Bool {
        var met: UInt64 = 0
        while end - next >= 8 {
            // The first byte is the lowest.
            let word = UInt64(littleEndian: UnsafeRawPointer(next).loadUnaligned(as: UInt64.self))
            let odd = Self.oddBytes(word)
            guard odd == 0 else {
                met |= word & (odd & (0 &- odd) &- 1)
                next += odd.trailingZeroBitCount / 8
                return met & Self.highBits == 0
            }
            met |= word
            next += 8
        }
        while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            met |= UInt64(byte)
            next += 1
        }
        return met & Self.highBits == 0
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The high bit of the first byte that is a quote, a backslash or a control character, and perhaps of some behind it; 0
    /// where there is none.
    private static func oddBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        // The high bit of a byte is set where that byte is zero, or below 0x20. What one byte borrows shows in those behind
        // it alone.
        let found =
            (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- (ones &* 0x20)) & ~word
        return found & highBits
    }

    mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { next += 1 }
    }

    mutating func skipColon() -> Bool {
        skipBlanks()
        return skip(UInt8(ascii: ":"))
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        next += 1
        return true
    }

    mutating func skip(_ word: StaticString) -> Bool {
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
