/// A JSON file as people and editors keep it, with comments, trailing commas and an order of their own: where its
/// values stand, so that one of them can be changed while every other byte stays.
///
/// Numbers are never read, so none can change; a tree built and written again would lose comments and long digits.
package struct HandEditedJSON: Sendable {
    package struct Member: Sendable {
        package let key: String
        /// Of the key, with its quotes.
        let keyRange: Range<Int>
        package let value: Value
        /// Of the comma behind it, if there is one.
        var comma: Int?

        /// From the key to the end of the value, or of the comma where there is one.
        var end: Int { comma.map { $0 + 1 } ?? value.range.upperBound }
    }

    package struct Value: Sendable {
        package enum Content: Sendable {
            case object([Member])
            case array([Value])
            case string(String)
            /// A number, `true`, `false` or `null`.
            case other
        }

        /// In the bytes of the text.
        package let range: Range<Int>
        package let content: Content

        package var members: [Member]? {
            if case .object(let members) = content { members } else { nil }
        }

        package var string: String? {
            if case .string(let text) = content { text } else { nil }
        }

        package var items: [Value] {
            if case .array(let items) = content { items } else { [] }
        }

        /// The member of that name, the first of several; nil where there is none.
        package func member(_ key: String) -> Member? {
            members?.first { $0.key == key }
        }

        /// More than one member has that name, and readers differ in which they take.
        package func isAmbiguous(_ key: String) -> Bool {
            (members ?? []).count { $0.key == key } > 1
        }
    }

    package let bytes: [UInt8]
    package let root: Value

    package init(_ bytes: [UInt8]) throws(JSONError) {
        var scanner = HandEditedJSONScanner(bytes)
        root = try scanner.document()
        self.bytes = bytes
    }

    package func text(of value: Value) -> [UInt8] { Array(bytes[value.range]) }
}
