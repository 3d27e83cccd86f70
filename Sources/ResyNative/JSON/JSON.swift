internal import CJansson

/// A JSON value: jansson's reference-counted node under Swift's ownership, with the place it was read from.
///
/// Nodes are not changed once they are shared, and jansson counts references atomically, so values cross tasks.
package struct JSON: Sendable {
    let node: Node
    private let place: Place

    /// Where a value stands in its document. Steps are linked and spelled only when an error needs the words:
    /// a text for each child would cost more than the child.
    indirect enum Place: Sendable {
        case root(String)
        case member(Place, String)
        case element(Place, Int)

        var path: String {
            switch self {
            case .root(let path): path
            case .member(let parent, let key): "\(parent.path).\(key)"
            case .element(let parent, let index): "\(parent.path)[\(index)]"
            }
        }

        static let document = Place.root("$")
    }

    /// `$.results.venues[0]`, for errors.
    package var path: String { place.path }

    /// Unchecked because a tree is only read once it is here, and jansson counts its references atomically.
    final class Node: @unchecked Sendable {
        let raw: UnsafeMutablePointer<json_t>

        /// Takes over one reference.
        init(owning raw: UnsafeMutablePointer<json_t>) { self.raw = raw }

        deinit { resy_json_decref(raw) }
    }

    init(owning raw: UnsafeMutablePointer<json_t>, at place: Place = .document) {
        node = Node(owning: raw)
        self.place = place
    }

    /// Adds one reference to a node that another owns.
    init(sharing raw: UnsafeMutablePointer<json_t>, at place: Place) {
        resy_json_incref(raw)
        self.init(owning: raw, at: place)
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
            let child = JSON.withCharacters(of: key, { json_object_getn(node.raw, $0, $1) })
        else { return nil }
        return JSON(sharing: child, at: .member(place, key))
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
                json_array_get(node.raw, index).map { JSON(sharing: $0, at: .element(place, index)) }
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
                let name = JSON.text(key, count: json_object_iter_key_len(at))
                found.append((name, JSON(sharing: value, at: .member(place, name))))
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
            return JSON.text(bytes, count: json_string_length(node.raw))
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
                if let exact = Int(text) ?? JSON.decimal(text).flatMap({ Int(exactly: $0) }) { return exact }
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
                if let value = JSON.decimal(try string) { return value }
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

    // MARK: - Text

    /// Lends the UTF-8 of a text with its length, so that one that holds a NUL stays whole.
    static func withCharacters<R>(of text: String, _ body: (UnsafePointer<CChar>?, Int) -> R) -> R {
        var copy = text
        return copy.withUTF8 { utf8 in utf8.withMemoryRebound(to: CChar.self) { body($0.baseAddress, $0.count) } }
    }

    private static func text(_ bytes: UnsafePointer<CChar>, count: Int) -> String {
        bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }

    /// A finite decimal number; `Double` alone would also read `0x1p3`, `inf` and `nan`.
    private static func decimal(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text), value.isFinite
        else { return nil }
        return value
    }
}
