internal import ResyDomain

/// Reads a JSON body while it arrives: the elements of chosen arrays one by one, the rest as one value at the end.
///
/// The whole tree never exists. Elements are handed over on the client's thread, the last ones perhaps by `finish`, before it is
/// known that the text as a whole is sound: what they gave counts only once `finish` has returned. A body of any status but 2xx is not read
/// as an answer: its first bytes are kept in `errorBody`.
package final class JSONStream: BodySink {
    /// Takes an element and the index in each array on the way to it; throwing ends the transfer.
    package typealias Handler = @Sendable (JSON, [Int]) throws(JSONError) -> Void

    package typealias RowHandler = @Sendable (JSONRow, [Int]) throws(JSONError) -> Void

    /// The elements of one array, and who takes them.
    package struct Elements: Sendable {
        enum Taking: Sendable {
            case whole(Handler)
            case rows(JSONMembers, RowHandler)
        }

        let path: JSONArrayPath
        let taking: Taking

        /// - Parameter path: such as `$.results.venues[].slots[]`.
        package init(of path: String, _ take: @escaping Handler) {
            self.path = JSONArrayPath(path)
            taking = .whole(take)
        }

        /// - Parameter wanted: all that is read of an element, whatever else it holds.
        package init(of path: String, rows wanted: JSONMembers, _ take: @escaping RowHandler) {
            self.path = JSONArrayPath(path)
            taking = .rows(wanted, take)
        }

        func take(_ element: JSON, _ indices: [Int]) throws(JSONError) {
            switch taking {
            case .whole(let take): try take(element, indices)
            case .rows(let wanted, let take): try take(JSONRow(element, wanted), indices)
            }
        }
    }

    private struct State {
        let arrays: [Elements]
        let mends: Bool
        var splitter: JSONSplitter
        var head: HTTPHead?
        var skeleton = JSONPieces()
        var element = JSONPieces()
        /// What is read at the moment; between two chunks the beginning of an element that the last one cut off.
        var text: [UInt8] = []
        var errorBody: [UInt8] = []
        var failure: JSONError?
        /// By the arrays.
        var repeats: [JSONRepeats]
    }

    private let state: Lock<State>

    package static let longestErrorBody = 64 << 10

    /// - Parameters:
    ///   - arrays: none inside the elements of another.
    ///   - mends: false refuses what is odd; what it costs to mend is measured against that.
    package init(limits: JSONLimits = JSONLimits(), arrays: [Elements] = [], mends: Bool = true) {
        state = Lock(
            State(
                arrays: arrays, mends: mends, splitter: JSONSplitter(arrays: arrays.map(\.path), limits: limits),
                repeats: arrays.map { _ in JSONRepeats() }))
    }

    /// Status and headers, once they are there.
    package var head: HTTPHead? { state.withLock { $0.head } }

    /// What came with a status other than 2xx, cut after 64 KiB.
    package var errorBody: [UInt8] { state.withLock { $0.errorBody } }

    /// No byte of a body came with a 2xx status.
    package var isEmpty: Bool { state.withLock { $0.skeleton.slices.isEmpty && $0.failure == nil } }

    package func begin(_ head: HTTPHead) {
        state.withLock { $0.head = head }
    }

    package func receive(_ chunk: [UInt8]) -> Bool {
        state.withLock { state in
            if let status = state.head?.status, !(200..<300).contains(status) {
                state.errorBody += chunk.prefix(JSONStream.longestErrorBody - state.errorBody.count)
                return true
            }
            return Self.receive(chunk, isLast: false, &state)
        }
    }

    private static func receive(_ chunk: [UInt8], isLast: Bool, _ state: inout State) -> Bool {
        guard state.failure == nil else { return false }
        do throws(JSONError) {
            try take(chunk, isLast: isLast, &state)
            return true
        } catch {
            state.failure = error
            state.element = JSONPieces()
            state.text = []
            return false
        }
    }

    /// What is left of the text, the chosen arrays empty; throws what was wrong with any part of it.
    package func finish() throws(JSONError) -> JSON {
        let (failure, pieces, mends) = state.withLock { state in
            if !state.text.isEmpty { _ = Self.receive([], isLast: true, &state) }
            return (state.failure, state.skeleton.slices, state.mends)
        }
        if let failure { throw failure }
        return try Self.read(pieces, at: .document, offset: 0, mends)
    }

    private static func take(_ chunk: [UInt8], isLast: Bool, _ state: inout State) throws(JSONError) {
        var splitter = state.splitter
        defer { state.splitter = splitter }
        // Read again only with so much more of it that byte after byte does not take ever longer.
        let mayBeCut = !isLast && chunk.count >= state.text.count / 4
        // The closure below takes all from the state: what it held by itself would be counted up and down at each bracket.
        state.text = state.text.isEmpty ? chunk : state.text + chunk
        let (arrays, repeats) = (state.arrays, state.repeats)
        let whole: JSONWhole.Read = { (bytes, start, room) throws(JSONError) in
            try read(arrays[room.array], bytes, from: start, room, repeats[room.array])
        }
        let taken = try splitter.feed(state.text, whole: state.mends && mayBeCut ? whole : nil) {
            (part) throws(JSONError) in
            switch part {
            case .skeleton(let range):
                state.skeleton.append(range, of: state.text)
            case .element(let range):
                state.element.append(range, of: state.text)
            case .deep(let inElement):
                let beyond = JSONSplitter.beyond
                if inElement {
                    state.element.append(beyond.indices, of: beyond)
                } else {
                    state.skeleton.append(beyond.indices, of: beyond)
                }
            case .end(let array, let indices, let offset):
                let element = try read(
                    state.element.slices, at: .cut(state.arrays[array].path, indices), offset: offset, state.mends)
                state.repeats[array].note(length: state.element.slices.reduce(0) { $0 + $1.count })
                state.element = JSONPieces()
                try state.arrays[array].take(element, indices)
            }
        }
        state.text = taken < state.text.count ? Array(state.text[taken...]) : []
    }

    private static func read(
        _ array: Elements, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ room: JSONWhole.Room,
        _ repeats: JSONRepeats
    ) throws(JSONError) -> JSONWhole.Reading {
        guard let first = bytes.baseAddress else { return .odd }
        guard !repeats.isHardlyThere(bytes[start...]) else { return .cut }
        var reader = JSONPlainReader(from: first + start, to: first + bytes.count, deepest: room.depth)
        reader.mostValues = room.values
        reader.repeats = repeats
        let place = JSON.Place.cut(array.path, room.indices)
        let handOver: () throws(JSONError) -> Void
        switch array.taking {
        case .whole(let take):
            guard let element = reader.read(at: place) else { return reader.isAtEnd ? .cut : .odd }
            handOver = { () throws(JSONError) in try take(element, room.indices) }
        case .rows(let wanted, let take):
            guard let row = reader.row(at: place, wanted) else { return reader.isAtEnd ? .cut : .odd }
            handOver = { () throws(JSONError) in try take(row, room.indices) }
        }
        let end = reader.next - first
        repeats.note(length: end - start)
        reader.skipBlanks()
        guard !reader.isAtEnd else { return .cut }
        guard reader.values <= room.values, reader.skip(UInt8(ascii: ",")) || reader.skip(UInt8(ascii: "]"))
        else { return .odd }
        try handOver()
        return .read(end: end, values: reader.values)
    }

    private static func read(
        _ pieces: [ArraySlice<UInt8>], at place: JSON.Place, offset: Int, _ mends: Bool
    ) throws(JSONError) -> JSON {
        if mends { return try JSON(pieces: pieces, at: place, offset: offset) }
        return try JSON(strictly: pieces, at: place, offset: offset)
    }
}
