/// How many requests are under way at the front: from the last byte that came until the last that goes.
final class Traffic: Sendable {
    private struct State {
        var now: [Endpoint: Int] = [:]
        var most: [Endpoint: Int] = [:]
    }

    /// One request under way.
    final class Turn: Sendable {
        private let isOver = Guarded(false)
        private let ending: @Sendable () -> Void

        init(ending: @escaping @Sendable () -> Void) { self.ending = ending }

        func end() {
            let isFirst = isOver.withLock { over in
                defer { over = true }
                return !over
            }
            if isFirst { ending() }
        }
    }

    private let state = Guarded(State())

    func begin(_ endpoint: Endpoint) -> Turn {
        state.withLock { state in
            let count = (state.now[endpoint] ?? 0) + 1
            state.now[endpoint] = count
            state.most[endpoint] = max(count, state.most[endpoint] ?? 0)
        }
        return Turn { [state] in state.withLock { $0.now[endpoint, default: 1] -= 1 } }
    }

    /// The most of each at once since the last look.
    var seen: [Endpoint: Int] { state.withLock { $0.most } }

    /// The same; what is under way now counts for the next look too.
    func look() -> [Endpoint: Int] {
        state.withLock { state in
            defer { state.most = state.now.filter { $0.value > 0 } }
            return state.most
        }
    }
}
