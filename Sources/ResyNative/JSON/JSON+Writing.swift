internal import CJansson

extension JSON {
    package static var null: JSON { JSON(owning: json_null()) }
    package static func bool(_ value: Bool) -> JSON { JSON(owning: value ? json_true() : json_false()) }
    package static func integer(_ value: Int) -> JSON { JSON(owning: allocated(json_integer(json_int_t(value)))) }

    /// An integral value is written without a fraction; a value that is not finite becomes null.
    package static func number(_ value: Double) -> JSON {
        guard value.isFinite else { return .null }
        if let exact = Int(exactly: value), abs(value) < 1e15 { return .integer(exact) }
        return JSON(owning: allocated(json_real(value)))
    }

    package static func string(_ value: String) -> JSON {
        JSON(owning: allocated(withCharacters(of: value) { json_stringn($0, $1) }))
    }

    /// Nil becomes null.
    package static func string(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
    package static func integer(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }
    package static func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
    package static func bool(_ value: Bool?) -> JSON { value.map { .bool($0) } ?? .null }

    package static func array(_ values: [JSON]) -> JSON {
        let raw = allocated(json_array())
        for value in values {
            let status = json_array_append_new(raw, resy_json_incref(value.raw))
            precondition(status == 0, "out of memory")
        }
        return JSON(owning: raw, marks: JSONMarks.joined(values))
    }

    /// Members in the order given; a later one replaces an earlier one of the same name.
    package static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
        object(members.map { ($0.key, $0.value) })
    }

    package static func object(_ members: [(String, JSON)]) -> JSON {
        let raw = allocated(json_object())
        for (key, value) in members {
            let status = withCharacters(of: key) { json_object_setn_new(raw, $0, $1, resy_json_incref(value.raw)) }
            precondition(status == 0, "out of memory")
        }
        return JSON(owning: raw, marks: JSONMarks.joined(members.map(\.1)))
    }

    /// A value that is written as these bytes, whatever is in them, and read by nobody.
    package static func verbatim(_ bytes: [UInt8]) -> JSON {
        let node = textNode(bytes)
        let marks = JSONMarks(JSONMarks.Book())
        marks.add(.beyond, to: node)
        return JSON(node: node, at: .document, marks: marks)
    }

    /// A copy with one member set; this value stays as it was. Anything but an object becomes one.
    package func setting(_ key: String, to value: JSON) -> JSON {
        .object(members.map { ($0.key, $0.value) } + [(key, value)])
    }

    /// Of any bytes: whether they are UTF-8 is the caller's to know.
    static func textNode(_ bytes: [UInt8]) -> Node {
        Node(owning: allocated(withCharacters(of: bytes) { json_stringn_nocheck($0, $1) }))
    }

    /// Out of memory is not an input: there is nothing left to answer with.
    static func allocated(_ raw: UnsafeMutablePointer<json_t>?) -> UnsafeMutablePointer<json_t> {
        guard let raw else { preconditionFailure("out of memory") }
        return raw
    }
}

extension JSON: Equatable {
    /// As the nodes have it, whatever is odd in them. `json_equal` takes keys that hold a NUL for different ones.
    package static func == (left: JSON, right: JSON) -> Bool { isSame(left.raw, right.raw) { _ in nil } }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }
    package init(nilLiteral: ()) { self = .null }
}
