internal import ResyDomain

/// A TOML file as people and programs keep it, line by line: where each value stands, so that one entry can be changed
/// while every other byte stays.
///
/// TOML 1.0, strictly: a newer form is refused, since its meaning is not known here.
struct HandEditedTOML: Sendable {
    struct Value: Sendable {
        enum Content: Sendable {
            case text(String)
            case integer(Int)
            case flag(Bool)
            case array([Value])
            /// An inline table.
            case table([Pair])
            /// A float, a date or a number too large for an `Int`.
            case other
        }

        /// In the bytes of the text.
        let range: Range<Int>
        let content: Content

        var text: String? {
            if case .text(let text) = content { text } else { nil }
        }

        var pairs: [Pair]? {
            if case .table(let pairs) = content { pairs } else { nil }
        }
    }

    struct Pair: Sendable {
        let keys: [String]
        let keyRange: Range<Int>
        let value: Value

        var range: Range<Int> { keyRange.lowerBound..<value.range.upperBound }
    }

    /// One or more whole lines, with the end of the last one.
    struct Statement: Sendable {
        enum Content: Sendable {
            case blank
            case comment
            /// `[keys]`, or `[[keys]]`.
            case header([String], isArray: Bool)
            case pair(Pair)
        }

        let range: Range<Int>
        let content: Content

        var isBlank: Bool {
            if case .blank = content { true } else { false }
        }

        var header: [String]? {
            if case .header(let keys, _) = content { keys } else { nil }
        }

        var pair: Pair? {
            if case .pair(let pair) = content { pair } else { nil }
        }
    }

    /// A value that is no inline table with something in it, and the whole way to it.
    struct Leaf: Sendable {
        let path: [String]
        let value: Value
    }

    let bytes: [UInt8]
    let statements: [Statement]

    init(_ bytes: [UInt8]) throws(ServerListFault) {
        var scanner = HandEditedTOMLScanner(bytes)
        statements = try scanner.document()
        self.bytes = bytes
        var tables = TOMLTables()
        for statement in statements { try tables.add(statement) }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The way to the table that a statement stands in, for each of them.
    var headers: [[String]] {
        var header: [String] = []
        return statements.map { statement in
            defer { header = statement.header ?? header }
            return header
        }
    }

    /// All values below that way, inline tables opened; the paths begin behind it.
    func leaves(below way: [String]) -> [Leaf] {
        zip(statements, headers).flatMap { leaves(of: $0, below: $1) }.filter { $0.path.starts(with: way) }.map {
            Leaf(path: Array($0.path.dropFirst(way.count)), value: $0.value)
        }
    }

    /// Their paths are whole.
    func leaves(of statement: Statement, below header: [String]) -> [Leaf] {
        statement.pair.map { HandEditedTOML.leaves(of: $0, below: header) } ?? []
    }

    private static func leaves(of pair: Pair, below way: [String]) -> [Leaf] {
        let path = way + pair.keys
        guard let pairs = pair.value.pairs, !pairs.isEmpty else { return [Leaf(path: path, value: pair.value)] }
        return pairs.flatMap { leaves(of: $0, below: path) }
    }
}
