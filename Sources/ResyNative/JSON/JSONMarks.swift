internal import CJansson

/// What is odd about some nodes of a tree: what the grammar of JSON allows and no node can hold.
///
/// Kept beside the nodes, by address, so that a tree in which nothing is odd has none and costs nothing.
final class JSONMarks: Sendable {
    enum Mark: Sendable {
        /// A text in which U+FFFD stands for what is no character.
        case mended
        /// A number beyond any that is counted in, or a value nested too deep; the node holds its text.
        case beyond
        /// A key that occurs again with another value; the node is an array of all of them.
        case disputed
    }

    /// An address means nothing once another node has it, so marked nodes live as long as their marks.
    struct Book: Sendable {
        var marks: [UInt: Mark] = [:]
        var kept: [JSON.Node] = []
    }

    private let book: Lock<Book>
    private let others: [JSONMarks]

    init(_ book: Book, beside others: [JSONMarks] = []) {
        self.book = Lock(book)
        self.others = others
    }

    func mark(of raw: UnsafePointer<json_t>) -> Mark? {
        if let mark = book.withLock({ $0.marks[UInt(bitPattern: raw)] }) { return mark }
        for other in others {
            if let mark = other.mark(of: raw) { return mark }
        }
        return nil
    }

    func add(_ mark: Mark, to node: JSON.Node) {
        book.withLock {
            $0.marks[UInt(bitPattern: node.raw)] = mark
            $0.kept.append(node)
        }
    }

    /// Those of a value that is made of these; nil where none of them has any.
    static func joined(_ values: [JSON]) -> JSONMarks? {
        var seen: Set<ObjectIdentifier> = []
        var all: [JSONMarks] = []
        for case let marks? in values.lazy.map(\.marks) where seen.insert(ObjectIdentifier(marks)).inserted {
            all.append(marks)
        }
        return all.count < 2 ? all.first : JSONMarks(Book(), beside: all)
    }
}
