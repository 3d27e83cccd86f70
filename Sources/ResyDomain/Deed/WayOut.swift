/// Until when a table may be given back for nothing.
package enum WayOut: Sendable, Equatable {
    /// Nothing that is known ends it.
    case always
    /// So many hours before the table.
    case before(hours: Double)
    /// It ends, or may, and nobody says when.
    case notStated

    /// `start`: of the table.
    package init(_ terms: Terms, start: Instant?) {
        switch terms.charges.isEmpty ? terms.cancelBy : terms.charges.freeUntil ?? terms.cancelBy {
        case let until?:
            self = start.map { .before(hours: max(0, $0.seconds - until.seconds) / 3600) } ?? .notStated
        case nil: self = terms.charges.isEmpty ? .always : .notStated
        }
    }

    /// Open until so many hours before the table, at least.
    package func isOpen(untilHoursBefore most: Double) -> Bool {
        switch self {
        case .always: true
        case .before(let hours): hours <= most
        case .notStated: false
        }
    }
}
