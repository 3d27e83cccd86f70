internal import ResyDomain

/// A sink that keeps the whole body, in the pieces it came in.
package final class BodyBuffer: BodySink {
    private struct State {
        var head: HTTPHead?
        var chunks: [[UInt8]] = []
    }

    private let state = Lock(State())

    package init() {}

    package func begin(_ head: HTTPHead) {
        state.withLock { $0.head = head }
    }

    package func receive(_ chunk: [UInt8]) -> Bool {
        state.withLock { $0.chunks.append(chunk) }
        return true
    }

    package var head: HTTPHead? { state.withLock { $0.head } }

    package var chunks: [[UInt8]] { state.withLock { $0.chunks } }

    /// The pieces joined, anew at each call.
    package var bytes: [UInt8] {
        let chunks = chunks
        var joined: [UInt8] = []
        joined.reserveCapacity(chunks.reduce(0) { $0 + $1.count })
        for chunk in chunks { joined += chunk }
        return joined
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
