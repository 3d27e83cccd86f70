// Stands in for Foundation's smaller half in the release file. swift-argument-parser imports it for one cast and for the JSON
// of its hidden `--experimental-dump-help`, and a static link would take all of it: a third of the file.
// What it uses of it is here, under the same names; anything more fails to compile.

public protocol LocalizedError: Error {
    var errorDescription: String? { get }
}

public struct Data: Sendable {
    let text: String
}

extension String {
    public struct Encoding: Sendable {
        public static let utf8 = Encoding()
    }

    public init?(data: Data, encoding: Encoding) { self = data.text }
}

public final class JSONEncoder {
    public struct OutputFormatting: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let prettyPrinted = OutputFormatting(rawValue: 1)
        public static let sortedKeys = OutputFormatting(rawValue: 2)
    }

    /// Taken and not heeded: a program reads the text.
    public var outputFormatting: OutputFormatting = []

    public init() {}

    public func encode<T: Encodable>(_ value: T) throws -> Data {
        let node = Node()
        try node.encode(value)
        return Data(text: node.text)
    }
}

/// One value of the text, filled in by whoever encodes into it; at once every kind of container.
private final class Node {
    enum Content {
        case scalar(String)
        case array([Node])
        case object([(key: String, value: Node)])
    }

    private var content = Content.scalar("null")
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    var text: String {
        switch content {
        case .scalar(let text): text
        case .array(let items): "[" + items.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Node.quoted($0.key) + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }

    func encode<T: Encodable>(_ value: T) throws {
        switch value {
        case let text as String: content = .scalar(Node.quoted(text))
        case let flag as Bool: content = .scalar(flag ? "true" : "false")
        case let number as any BinaryInteger: content = .scalar("\(number)")
        default: try value.encode(to: self)
        }
    }

    func item() -> Node {
        let node = Node()
        if case .array(let items) = content { content = .array(items + [node]) } else { content = .array([node]) }
        return node
    }

    func member(_ key: String) -> Node {
        let node = Node()
        if case .object(let members) = content {
            content = .object(members + [(key, node)])
        } else {
            content = .object([(key, node)])
        }
        return node
    }

    func beEmpty(_ empty: Content) { if case .scalar = content { content = empty } }

    var count: Int { if case .array(let items) = content { items.count } else { 0 } }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case ..<" ":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Node: Encoder, SingleValueEncodingContainer {
    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        beEmpty(.object([]))
        return KeyedEncodingContainer(Members(node: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        beEmpty(.array([]))
        return Items(node: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
    func encodeNil() {}
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: Node
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { _ = node.member(key.stringValue) }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try node.member(key.stringValue).encode(value) }
    func nestedContainer<K: CodingKey>(keyedBy type: K.Type, forKey key: Key) -> KeyedEncodingContainer<K> {
        node.member(key.stringValue).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        node.member(key.stringValue).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { node.member("super") }
    func superEncoder(forKey key: Key) -> any Encoder { node.member(key.stringValue) }
}

private struct Items: UnkeyedEncodingContainer {
    let node: Node
    var codingPath: [any CodingKey] { [] }
    var count: Int { node.count }

    func encodeNil() { _ = node.item() }
    func encode<T: Encodable>(_ value: T) throws { try node.item().encode(value) }
    func nestedContainer<K: CodingKey>(keyedBy type: K.Type) -> KeyedEncodingContainer<K> {
        node.item().container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { node.item().unkeyedContainer() }
    func superEncoder() -> any Encoder { node.item() }
}
