internal import ResyDomain
internal import CJansson

/// A JSON value: jansson's reference-counted node under Swift's ownership, with the place it was read from.
///
/// Nodes are not changed once they are shared, and jansson counts references atomically, so values cross tasks.
///
/// Unchecked because a tree is only read once it is here, and what is in it lives as long as whatever holds its root.
package struct JSON: @unchecked Sendable {
    /// What this value is, or is part of.
    private let root: Node
    let raw: UnsafeMutablePointer<json_t>
    let place: Place
    /// What is odd in this tree; nil where nothing is.
    let marks: JSONMarks?

    /// Where a value stands in its document. Steps are linked and spelled only when an error needs the words:
    /// a text for each child would cost more than the child.
    indirect enum Place: Sendable {
        case document
        /// An element that was cut out of its document, and its index in each array on the way.
        case cut(JSONArrayPath, [Int])
        case member(Place, String)
        case element(Place, Int)

        var path: String {
            switch self {
            case .document: "$"
            case .cut(let way, let indices): way.path(indices)
            case .member(let parent, let key): "\(parent.path).\(key)"
            case .element(let parent, let index): "\(parent.path)[\(index)]"
            }
        }
    }

    /// `$.results.venues[0]`, for errors.
    package var path: String { place.path }

    /// Unchecked for the same reason.
    final class Node: @unchecked Sendable {
        let raw: UnsafeMutablePointer<json_t>

        /// Takes over one reference.
        init(owning raw: UnsafeMutablePointer<json_t>) { self.raw = raw }

        deinit { resy_json_decref(raw) }
    }

    init(node: Node, at place: Place, marks: JSONMarks?) {
        root = node
        raw = node.raw
        self.place = place
        self.marks = marks
    }

    init(owning raw: UnsafeMutablePointer<json_t>, at place: Place = .document, marks: JSONMarks? = nil) {
        self.init(node: Node(owning: raw), at: place, marks: marks)
    }

    /// Part of the other.
    init(_ raw: UnsafeMutablePointer<json_t>, within whole: JSON, at place: Place) {
        root = whole.root
        self.raw = raw
        self.place = place
        marks = whole.marks
    }

    func placed(at place: Place) -> JSON { JSON(raw, within: self, at: place) }

    /// Not only as much: one value that stands in both places.
    package func isIdentical(to other: JSON) -> Bool { raw == other.raw && marks == nil && other.marks == nil }

    // MARK: - Kind

    package enum Kind: Int32, Sendable {
        case object, array, string, integer, real, yes, no, null
        /// A number too large for any use, or a value nested deeper than is read.
        case beyond
        /// Several values that differ, under one key. Where all of them are objects it is one, with what they agree on.
        case disputed
    }

    package var kind: Kind {
        switch mark {
        case .beyond: .beyond
        case .disputed: versions.allSatisfy { $0.kind == .object } ? .object : .disputed
        case .mended, nil: Kind(rawValue: resy_json_type(raw)) ?? .null
        }
    }

    var mark: JSONMarks.Mark? { marks?.mark(of: raw) }

    package var isNull: Bool { kind == .null }

    // MARK: - Members

    /// The member, or nil where it is absent or null, or this is not an object.
    package func optional(_ key: String) -> JSON? {
        guard let child = member(key), !child.isNull else { return nil }
        return child
    }

    /// The member, null included; nil where it is absent or this is not an object.
    package func member(_ key: String) -> JSON? {
        guard mark == nil else { return mark == .disputed ? agreedMember(key) : nil }
        guard let child = JSON.withCharacters(of: key, { json_object_getn(raw, $0, $1) }) else { return nil }
        return JSON(child, within: self, at: .member(place, key))
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
            return (0..<json_array_size(raw)).compactMap { index in
                json_array_get(raw, index).map { JSON($0, within: self, at: .element(place, index)) }
            }
        }
    }

    /// Keys and values of an object, in the order they were written; empty for any other kind.
    package var members: [(key: String, value: JSON)] {
        guard kind == .object else { return [] }
        guard mark == nil else { return keysOfVersions.compactMap { key in member(key).map { (key, $0) } } }
        var found: [(String, JSON)] = []
        var cursor = json_object_iter(raw)
        while let at = cursor {
            if let key = json_object_iter_key(at), let value = json_object_iter_value(at) {
                let name = JSON.text(key, count: json_object_iter_key_len(at))
                found.append((name, JSON(value, within: self, at: .member(place, name))))
            }
            cursor = json_object_iter_next(raw, at)
        }
        return found
    }

    // MARK: - Text

    /// Lends the UTF-8 of a text with its length, so that one that holds a NUL stays whole.
    static func withCharacters<R>(of text: String, _ body: (UnsafePointer<CChar>?, Int) -> R) -> R {
        var copy = text
        return copy.withUTF8 { utf8 in utf8.withMemoryRebound(to: CChar.self) { body($0.baseAddress, $0.count) } }
    }

    static func withCharacters<R>(of text: [UInt8], _ body: (UnsafePointer<CChar>?, Int) -> R) -> R {
        // The place of no bytes may be none, which jansson takes for no text.
        guard !text.isEmpty else { return withCharacters(of: "", body) }
        return text.withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self).baseAddress, $0.count) }
    }

    static func text(_ bytes: UnsafePointer<CChar>, count: Int) -> String {
        bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }
}
