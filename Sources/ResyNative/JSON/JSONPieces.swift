/// Parts of a text in their order, kept where they lie while that costs no more than a copy would.
struct JSONPieces {
    private(set) var slices: [ArraySlice<UInt8>] = []
    /// The last slice is a copy of ours that may grow.
    private var endsInCopy = false
    private static let copySize = 4096

    /// A slice keeps its whole chunk in memory: small parts of large chunks are copied, the others are not.
    mutating func append(_ range: Range<Int>, of chunk: [UInt8]) {
        if range.count * 2 >= chunk.count, range.count >= JSONPieces.copySize / 4 {
            slices.append(chunk[range])
            endsInCopy = false
        } else if endsInCopy, let last = slices.indices.last, slices[last].count < JSONPieces.copySize {
            slices[last].append(contentsOf: chunk[range])
        } else {
            slices.append(ArraySlice(Array(chunk[range])))
            endsInCopy = true
        }
    }
}
