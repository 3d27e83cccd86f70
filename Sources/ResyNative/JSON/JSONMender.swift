internal import CJansson

/// Reads JSON that the strict parser refuses for one odd value: half a surrogate pair, bytes that are no UTF-8, a number
/// too large, a key that occurs twice, a NUL in a key.
///
/// The grammar is the strict parser's. What cannot be held as it is gets a mark, so that whoever needs that very value
/// learns of it and nobody else does. Depth is bounded by the splitter that the pieces come from.
struct JSONMender {
    /// Of one key that differ: more are as unclear as these, and would be compared with all before them.
    private static let mostVersions = 16

    private let bytes: [UInt8]
    private let offset: Int
    private var index = 0
    private var odd = JSONMarks.Book()

    private init(_ bytes: [UInt8], offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    /// - Parameter offset: where the bytes begin in the text they were cut from, for errors.
    static func read(_ bytes: [UInt8], at place: JSON.Place, offset: Int) throws(JSONError) -> JSON {
        var mender = JSONMender(bytes, offset: offset)
        mender.skipSpace()
        let root = try mender.value()
        mender.skipSpace()
        guard mender.index == bytes.count else { throw mender.fault("something follows its end") }
        mender.odd.kept.append(root)
        return JSON(node: root, at: place, marks: mender.odd.marks.isEmpty ? nil : JSONMarks(mender.odd))
    }

    // MARK: - Values

    private mutating func value() throws(JSONError) -> JSON.Node {
        switch peek {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""):
            let (text, isMended) = try string()
            let node = JSON.textNode(text)
            if isMended { mark(node, .mended) }
            return node
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
        case UInt8(ascii: "t"): return try literal("true", json_true())
        case UInt8(ascii: "f"): return try literal("false", json_false())
        case UInt8(ascii: "n"): return try literal("null", json_null())
        default: throw unexpected
        }
    }

    private mutating func object() throws(JSONError) -> JSON.Node {
        let object = JSON.Node(owning: JSON.allocated(json_object()))
        var again: [[UInt8]: [JSON.Node]] = [:]
        index += 1
        skipSpace()
        var isFirst = true
        while isFirst ? peek != UInt8(ascii: "}") : try comma(or: UInt8(ascii: "}")) {
            isFirst = false
            guard peek == UInt8(ascii: "\"") else { throw unexpected }
            let key = try string().text
            skipSpace()
            guard peek == UInt8(ascii: ":") else { throw unexpected }
            index += 1
            skipSpace()
            add(try value(), as: key, to: object, &again)
            skipSpace()
        }
        index += 1
        for (key, versions) in again { set(disputed(versions), as: key, in: object) }
        return object
    }

    private mutating func array() throws(JSONError) -> JSON.Node {
        let array = JSON.Node(owning: JSON.allocated(json_array()))
        index += 1
        skipSpace()
        var isFirst = true
        while isFirst ? peek != UInt8(ascii: "]") : try comma(or: UInt8(ascii: "]")) {
            isFirst = false
            append(try value(), to: array)
            skipSpace()
        }
        index += 1
        return array
    }

    private mutating func number() throws(JSONError) -> JSON.Node {
        let start = index
        if peek == UInt8(ascii: "-") { index += 1 }
        if peek == UInt8(ascii: "0") { index += 1 } else { try digits() }
        var isInteger = true
        if peek == UInt8(ascii: ".") {
            isInteger = false
            index += 1
            try digits()
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            isInteger = false
            index += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isInteger, let integer = Int(text) {
            return JSON.Node(owning: JSON.allocated(json_integer(json_int_t(integer))))
        }
        if !isInteger, let real = Double(text), real.isFinite {
            return JSON.Node(owning: JSON.allocated(json_real(real)))
        }
        let node = JSON.textNode(Array(bytes[start..<index]))
        mark(node, .beyond)
        return node
    }

    private mutating func digits() throws(JSONError) {
        let start = index
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        guard index > start else { throw unexpected }
    }

    private mutating func literal(
        _ word: StaticString, _ raw: UnsafeMutablePointer<json_t>?
    ) throws(JSONError) -> JSON.Node {
        for offset in 0..<word.utf8CodeUnitCount {
            guard peek == word.utf8Start[offset] else { throw unexpected }
            index += 1
        }
        return JSON.Node(owning: JSON.allocated(raw))
    }

    /// Past the comma and the space behind it; false at the closing bracket.
    private mutating func comma(or close: UInt8) throws(JSONError) -> Bool {
        if peek == close { return false }
        guard peek == UInt8(ascii: ",") else { throw unexpected }
        index += 1
        skipSpace()
        return true
    }

    // MARK: - Texts

    private mutating func string() throws(JSONError) -> (text: [UInt8], isMended: Bool) {
        var text = JSONMendedText()
        index += 1
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte == UInt8(ascii: "\\") else {
                let start = index
                while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { index += 1 }
                text.append(bytes[start..<index])
                continue
            }
            index += 1
            guard let letter = peek else { throw unexpected }
            index += 1
            if letter == UInt8(ascii: "u") {
                text.append(unit: try unit())
            } else if let plain = JSONMendedText.escaped(letter) {
                text.append(plain)
            } else {
                throw unexpected
            }
        }
        guard peek != nil else { throw unexpected }
        index += 1
        return text.finished()
    }

    /// Four hexadecimal digits.
    private mutating func unit() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw unexpected }
            unit = unit << 4 | UInt16(digit)
            index += 1
        }
        return unit
    }

    // MARK: - Members

    private mutating func add(
        _ value: JSON.Node, as key: [UInt8], to object: JSON.Node, _ again: inout [[UInt8]: [JSON.Node]]
    ) {
        guard let raw = JSON.withCharacters(of: key, { json_object_getn(object.raw, $0, $1) }) else {
            return set(value, as: key, in: object)
        }
        let known = again[key] ?? [JSON.Node(owning: resy_json_incref(raw))]
        // It may be left out of the tree, with marks in it.
        odd.kept.append(value)
        guard known.count <= Self.mostVersions,
            !known.contains(where: { JSON.isSame($0.raw, value.raw) { odd.marks[UInt(bitPattern: $0)] } })
        else { return }
        if known.count < Self.mostVersions {
            again[key] = known + [value]
        } else {
            let rest = JSON.textNode(JSONSplitter.beyond)
            mark(rest, .beyond)
            again[key] = known + [rest]
        }
    }

    private mutating func disputed(_ versions: [JSON.Node]) -> JSON.Node {
        let array = JSON.Node(owning: JSON.allocated(json_array()))
        for version in versions { append(version, to: array) }
        mark(array, .disputed)
        return array
    }

    private func append(_ value: JSON.Node, to array: JSON.Node) {
        let status = json_array_append_new(array.raw, resy_json_incref(value.raw))
        precondition(status == 0, "out of memory")
    }

    private func set(_ value: JSON.Node, as key: [UInt8], in object: JSON.Node) {
        let status = JSON.withCharacters(of: key) {
            json_object_setn_new(object.raw, $0, $1, resy_json_incref(value.raw))
        }
        precondition(status == 0, "out of memory")
    }

    private mutating func mark(_ node: JSON.Node, _ mark: JSONMarks.Mark) {
        odd.marks[UInt(bitPattern: node.raw)] = mark
    }

    // MARK: - Bytes

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
    }

    private var unexpected: JSONError { fault(index < bytes.count ? "not JSON" : "it ends too early") }

    private func fault(_ reason: String) -> JSONError { .syntax(reason: reason, offset: offset + index) }
}
