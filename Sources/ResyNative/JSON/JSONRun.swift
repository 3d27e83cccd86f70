internal import ResyDomain

/// Bytes of one chunk, side by side, that go to the same place: an element or the rest.
struct JSONRun {
    typealias Emit = (JSONSplitter.Part) throws(JSONError) -> Void

    var isElement: Bool
    var start = 0

    init(isElement: Bool) {
        self.isElement = isElement
    }

    mutating func flush(to end: Int, _ emit: Emit) throws(JSONError) {
        if end > start { try emit(isElement ? .element(start..<end) : .skeleton(start..<end)) }
        start = end
    }

    mutating func turn(toElement: Bool, at position: Int, _ emit: Emit) throws(JSONError) {
        try flush(to: position, emit)
        isElement = toElement
    }

    /// Leaves out the byte at that position.
    mutating func skip(_ position: Int, _ emit: Emit) throws(JSONError) {
        try flush(to: position, emit)
        start = position + 1
    }
}
