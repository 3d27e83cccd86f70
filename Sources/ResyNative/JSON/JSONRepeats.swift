internal import CJansson
internal import LibC

/// What the members of an element were last, byte by byte: the elements of an answer say most things over and over, and the
/// same bytes are the same value. Of objects alone: where one ends needs no look at what follows.
final class JSONRepeats {
    private struct Said {
        let bytes: [UInt8]
        let value: JSON.Node
        /// How many are in it.
        let values: Int
    }

    /// By the number of a member among those that are wanted.
    private var said: [Int: Said] = [:]

    /// A new reference to the value that these bytes begin with, where that member was just so before.
    func value(
        of member: Int, at start: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>
    ) -> (raw: JSONPlainReader.Raw, count: Int, values: Int)? {
        guard let last = said[member], end - start >= last.bytes.count,
            memcmp(last.bytes, start, last.bytes.count) == 0, let raw = resy_json_incref(last.value.raw)
        else { return nil }
        return (raw, last.bytes.count, last.values)
    }

    func keep(
        _ raw: JSONPlainReader.Raw, of member: Int, from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>,
        values: Int
    ) {
        guard let shared = resy_json_incref(raw) else { return }
        said[member] = Said(
            bytes: Array(UnsafeBufferPointer(start: start, count: end - start)), value: JSON.Node(owning: shared),
            values: values)
    }
}
