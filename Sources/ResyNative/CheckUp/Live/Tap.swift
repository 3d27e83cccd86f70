internal import ResyDomain

/// Passes requests on, without the cookies of whoever is signed in, and keeps the body of the last answer, at most as
/// long as its request allows.
final class Tap: HTTPClient {
    private let source: any HTTPClient
    private let kept = Lock<Copy?>(nil)

    init(on source: any HTTPClient) {
        self.source = source
    }

    func perform(_ request: HTTPRequest, into sink: any BodySink) async throws -> HTTPHead {
        var request = request
        request.usesCookies = false
        let copy = Copy(passingTo: sink, limit: request.bodyLimit)
        kept.withLock { $0 = copy }
        return try await source.perform(request, into: copy)
    }

    /// Forgets what came.
    func clear() { kept.withLock { $0 = nil } }

    /// The chunks of the last answer if its status was a 2xx and all of it was kept.
    var lastGoodBody: [[UInt8]]? { kept.withLock { $0 }?.goodBody }

    private final class Copy: BodySink {
        private struct State {
            var status = 0
            var chunks: [[UInt8]] = []
            var count = 0
        }

        private let sink: any BodySink
        private let limit: Int
        private let state = Lock(State())

        init(passingTo sink: any BodySink, limit: Int) {
            self.sink = sink
            self.limit = limit
        }

        func begin(_ head: HTTPHead) {
            state.withLock { $0.status = head.status }
            sink.begin(head)
        }

        /// Read on to its end where the reader behind has had enough: what it refused is what is looked for.
        func receive(_ chunk: [UInt8]) -> Bool {
            let isKept = state.withLock { state in
                state.count += chunk.count
                guard state.count <= limit else { return false }
                state.chunks.append(chunk)
                return true
            }
            return isKept && (sink.receive(chunk) || (200...299).contains(state.withLock { $0.status }))
        }

        var goodBody: [[UInt8]]? {
            state.withLock { state in
                (200...299).contains(state.status) && state.count <= limit ? state.chunks : nil
            }
        }
    }
}
