internal import ResyDomain

/// Decodes the rows of a list on the transfer's thread; read after the transfer has ended.
///
/// An odd row among good ones is left out: one table that Resy writes in a new way must not hide the others. Where no row
/// can be read, the answer has changed.
final class Rows<Row: Sendable>: Sendable {
    private struct State {
        var rows: [Row] = []
        var firstFault: JSONError?
    }

    private let state = Lock(State())

    /// False for an odd one.
    @discardableResult
    func take(_ decode: () throws(JSONError) -> Row) -> Bool {
        do throws(JSONError) {
            let row = try decode()
            state.withLock { $0.rows.append(row) }
            return true
        } catch {
            state.withLock { $0.firstFault = $0.firstFault ?? error }
            return false
        }
    }

    func reset() { state.withLock { $0 = State() } }

    /// Throws what is wrong with the first one where all are odd.
    var all: [Row] {
        get throws(JSONError) {
            let (rows, fault) = state.withLock { ($0.rows, $0.firstFault) }
            if rows.isEmpty, let fault { throw fault }
            return rows
        }
    }
}

extension JSON {
    /// The elements of a member that is an array; none where it is null, which is one way to write an empty one.
    func rows(_ key: String) throws(JSONError) -> [JSON] {
        guard let child = member(key) else { throw .missing(path: "\(path).\(key)") }
        return child.isNull ? [] : try child.items
    }
}
