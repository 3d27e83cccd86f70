internal import ResyDomain

/// Which tables and values a file has defined so far: TOML lets each be defined once, in one way.
struct TOMLTables {
    private final class Node {
        enum Kind {
            case table
            /// `[[…]]`; a further one begins anew.
            case array
            /// Nothing can be added to it.
            case value
        }

        var kind: Kind
        /// A line has named it, so that it cannot be begun again.
        var isNamed = false
        var children: [String: Node] = [:]

        init(_ kind: Kind) { self.kind = kind }
    }

    private let root = Node(.table)
    private var table: Node
    /// Tables that the keys under the present header have made.
    private var pending: [Node] = []

    init() { table = root }

    mutating func add(_ statement: HandEditedTOML.Statement) throws(ServerListFault) {
        let offset = statement.range.lowerBound
        switch statement.content {
        case .blank, .comment: return
        case .header(let keys, let isArray):
            for node in pending { node.isNamed = true }
            pending = []
            table = try header(keys, isArray: isArray, offset)
        case .pair(let pair): try add(pair, to: table)
        }
    }

    private func header(_ keys: [String], isArray: Bool, _ offset: Int) throws(ServerListFault) -> Node {
        var node = root
        for key in keys.dropLast() {
            let next = node.children[key] ?? Node(.table)
            guard next.kind != .value else { throw twice(offset) }
            node.children[key] = next
            node = next
        }
        let last = keys[keys.count - 1]
        guard let old = node.children[last] else {
            let new = Node(isArray ? .array : .table)
            new.isNamed = true
            node.children[last] = new
            return new
        }
        switch old.kind {
        case .array where isArray: old.children = [:]
        case .table where !isArray && !old.isNamed: old.isNamed = true
        case .array, .table, .value: throw twice(offset)
        }
        return old
    }

    private mutating func add(_ pair: HandEditedTOML.Pair, to start: Node) throws(ServerListFault) {
        let offset = pair.keyRange.lowerBound
        var node = start
        for key in pair.keys.dropLast() {
            let next = node.children[key] ?? Node(.table)
            guard next.kind == .table, !next.isNamed else { throw twice(offset) }
            node.children[key] = next
            node = next
            pending.append(next)
        }
        let last = pair.keys[pair.keys.count - 1]
        guard node.children[last] == nil else { throw twice(offset) }
        node.children[last] = Node(.value)
        try TOMLTables.check(pair.value)
    }

    /// An inline table is a world of its own.
    private static func check(_ value: HandEditedTOML.Value) throws(ServerListFault) {
        switch value.content {
        case .array(let items): for item in items { try check(item) }
        case .table(let pairs):
            var tables = TOMLTables()
            for pair in pairs { try tables.add(pair, to: tables.root) }
        case .text, .integer, .flag, .other: return
        }
    }

    private func twice(_ offset: Int) -> ServerListFault { .syntax(reason: "a key occurs twice", offset: offset) }
}
