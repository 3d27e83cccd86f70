/// A message has few lines: what does not fit is told by the ones that follow it, one a tick.
extension WatchMessage {
    package static let mostLines = 12

    /// Tables that differ in the time alone: one line.
    package struct Group: Sendable {
        package private(set) var tables: [Table]

        package var kind: Table { tables[0] }
        package var times: [TimeOfDay] { tables.map(\.time).sorted() }

        fileprivate init(_ table: Table) { tables = [table] }

        fileprivate mutating func take(_ table: Table) -> Bool {
            var (one, other) = (kind, table)
            (one.time, one.charges, other.charges) = (other.time, one.charges.timeless, other.charges.timeless)
            guard one == other else { return false }
            tables.append(table)
            return true
        }
    }

    package var groups: [Group] {
        tables.reduce(into: []) { groups, table in
            for place in groups.indices where groups[place].take(table) { return }
            groups.append(Group(table))
        }
    }

    /// As many messages as its tables need; together they name each of them once.
    package var parts: [WatchMessage] {
        let groups = groups
        var left = tables.count
        return stride(from: 0, to: groups.count, by: Self.mostLines).map { start in
            var part = self
            part.tables = groups[start..<min(start + Self.mostLines, groups.count)].flatMap(\.tables)
                .sorted { ($0.day, $0.time) < ($1.day, $1.time) }
            left -= part.tables.count
            part.more = left
            return part
        }
    }
}
