/// An element that is read where it lies in a chunk: that saves looking at each of its bytes twice.
enum JSONWhole {
    /// Reads and hands out the element that begins at `start`, if all of it is there and nothing about it is odd.
    typealias Read = (_ chunk: UnsafeBufferPointer<UInt8>, _ start: Int, _ room: Room) throws(JSONError) -> Reading

    struct Room {
        let array: Int
        let indices: [Int]
        /// Containers inside each other, and values, that it may have.
        let depth: Int
        let values: Int
    }

    enum Reading {
        /// Up to `end`, where a comma or the array's end follows.
        case read(end: Int, values: Int)
        /// The chunk ends before it does.
        case cut
        /// For the others to read, or to refuse.
        case odd
    }

    /// One that is longer is not waited for.
    static let longestCut = 64 << 10
}
