internal import CJansson
internal import LibC

/// What a list's elements so far tell of those to come.
///
/// The elements of an answer say most things over and over, and the same bytes are the same value: members that are objects are
/// kept byte by byte (of objects alone, since where one ends needs no look at what follows). And they are about as long as each
/// other.
final class JSONRepeats {
    /// More kinds of tables than nearly any restaurant has.
    private static let most = 8

    private struct Said {
        let bytes: [UInt8]
        let value: JSON.Node
        /// How many are in it.
        let values: Int
    }

    /// By the number of a member among those that are wanted; the latest first.
    private var said: [[Said]] = []
    /// Bytes of the element before.
    private var length = 0

    func note(length: Int) { self.length = length }

    /// The rest of such an element is waited for, so that few are begun twice. What ends with a bracket may be the end of all.
    func isHardlyThere(_ element: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard element.count < length / 8 * 7, let last = element.last(where: { $0 > 0x20 }) else { return false }
        return last != UInt8(ascii: "}") && last != UInt8(ascii: "]")
    }

    /// The value that these bytes begin with, where that member was just so before.
    func value(
        of member: Int, at start: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>
    ) -> (node: JSON.Node, count: Int, values: Int)? {
        guard member < said.count else { return nil }
        for known in said[member] where end - start >= known.bytes.count {
            guard memcmp(known.bytes, start, known.bytes.count) == 0 else { continue }
            return (known.value, known.bytes.count, known.values)
        }
        return nil
    }

    func keep(
        _ value: JSON.Node, of member: Int, from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, values: Int
    ) {
        while said.count <= member { said.append([]) }
        if said[member].count == Self.most { said[member].removeLast() }
        let bytes = Array(UnsafeBufferPointer(start: start, count: end - start))
        said[member].insert(Said(bytes: bytes, value: value, values: values), at: 0)
    }
}
