internal import CJansson

/// A JSON value: jansson's reference-counted node under Swift's ownership, with the path it was read from.
///
/// Nodes are not changed once they are shared, and jansson counts references atomically, so values cross tasks.
package struct JSON: Sendable {
    let node: Node
    /// `$.results.venues[0]`, for errors.
    package let path: String

    final class Node: @unchecked Sendable {
        let raw: UnsafeMutablePointer<json_t>

        /// Takes over one reference.
        init(owning raw: UnsafeMutablePointer<json_t>) { self.raw = raw }

        deinit { resy_json_decref(raw) }
    }

    init(owning raw: UnsafeMutablePointer<json_t>, path: String = "$") {
        node = Node(owning: raw)
        self.path = path
    }

    /// Adds one reference to a node that another owns.
    init(sharing raw: UnsafeMutablePointer<json_t>, path: String) {
        resy_json_incref(raw)
        self.init(owning: raw, path: path)
    }

    // MARK: - Kind

    package enum Kind: Int32, Sendable { case object, array, string, integer, real, yes, no, null }

    package var kind: Kind { Kind(rawValue: resy_json_type(node.raw)) ?? .null }
    package var isNull: Bool { kind == .null }

    // MARK: - Members

    /// The member, or nil where it is absent or null, or this is not an object.
    package func optional(_ key: String) -> JSON? {
        guard let child = member(key), !child.isNull else { return nil }
        return child
    }

    /// The member, null included; nil where it is absent or this is not an object.
    package func member(_ key: String) -> JSON? {
        guard kind == .object,
            let child = key.withCString(encodedAs: UTF8.self, { bytes in
                bytes.withMemoryRebound(to: CChar.self, capacity: key.utf8.count + 1) { json_object_get(node.raw, $0) }
            })
        else { return nil }
        return JSON(sharing: child, path: "\(path).\(key)")
    }

    package subscript(key: String) -> JSON {
        get throws(JSONError) {
            guard let child = optional(key) else { throw .missing(path: "\(path).\(key)") }
            return child
        }
    }

    /// The elements of an array; throws for any other kind.
    package var items: [JSON] {
        get throws(JSONError) {
            guard kind == .array else { throw .wrongKind(path: path, wanted: "an array") }
            return (0..<json_array_size(node.raw)).compactMap { index in
                json_array_get(node.raw, index).map { JSON(sharing: $0, path: "\(path)[\(index)]") }
            }
        }
    }

    /// Keys and values of an object, in the order they were written; empty for any other kind.
    package var members: [(key: String, value: JSON)] {
        guard kind == .object else { return [] }
        var found: [(String, JSON)] = []
        var cursor = json_object_iter(node.raw)
        while let at = cursor {
            if let key = json_object_iter_key(at), let value = json_object_iter_value(at) {
                let name = String(cString: key)
                found.append((name, JSON(sharing: value, path: "\(path).\(name)")))
            }
            cursor = json_object_iter_next(node.raw, at)
        }
        return found
    }

    // MARK: - Scalars

    package var string: String {
        get throws(JSONError) {
            guard kind == .string, let bytes = json_string_value(node.raw) else {
                throw .wrongKind(path: path, wanted: "a string")
            }
            let length = json_string_length(node.raw)
            return bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
                String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
            }
        }
    }

    /// A string, or a number as its text: ids arrive as either.
    package var text: String {
        get throws(JSONError) {
            switch kind {
            case .integer: String(json_integer_value(node.raw))
            case .real: String(json_real_value(node.raw))
            default: try string
            }
        }
    }

    /// An integer, a real with an integral value, or a string of either.
    package var integer: Int {
        get throws(JSONError) {
            switch kind {
            case .integer: return Int(json_integer_value(node.raw))
            case .real:
                if let exact = Int(exactly: json_real_value(node.raw)) { return exact }
            case .string:
                let text = try string
                if let exact = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }) { return exact }
            default: break
            }
            throw .wrongKind(path: path, wanted: "an integer")
        }
    }

    /// A finite number, or a string of one.
    package var number: Double {
        get throws(JSONError) {
            switch kind {
            case .integer: return Double(json_integer_value(node.raw))
            case .real: return json_real_value(node.raw)
            case .string:
                if let value = Double(try string), value.isFinite { return value }
            default: break
            }
            throw .wrongKind(path: path, wanted: "a number")
        }
    }

    /// True or false, 0 or 1, or a string of either.
    package var flag: Bool {
        get throws(JSONError) {
            switch kind {
            case .yes: return true
            case .no: return false
            case .integer, .real, .string:
                switch try text.lowercased() {
                case "1", "1.0", "true": return true
                case "0", "0.0", "false", "": return false
                default: break
                }
            default: break
            }
            throw .wrongKind(path: path, wanted: "true or false")
        }
    }
}

/// What is wrong with a JSON text or value, and where; never the value itself.
package enum JSONError: Error, Sendable, Equatable {
    /// Not JSON, or not UTF-8, at that byte.
    case syntax(reason: String, offset: Int)
    case missing(path: String)
    case wrongKind(path: String, wanted: String)
    /// More bytes, values or depth than the endpoint may send.
    case tooLarge(reason: String)

    /// `$.a.b`, where the fault has one.
    package var path: String? {
        switch self {
        case .missing(let path), .wrongKind(let path, _): path
        case .syntax, .tooLarge: nil
        }
    }
}
