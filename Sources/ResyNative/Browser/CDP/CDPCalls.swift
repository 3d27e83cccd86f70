internal import ResyDomain

/// The calls that have no answer yet.
final class CDPCalls: Sendable {
    typealias Answer = Result<JSON, BrowserError>

    struct Call: Sendable {
        var id: Int
        var method: String
        var session: String?
        let answer = Outcome<Answer>()
    }

    private struct State {
        var lastID = 0
        var open: [Int: Call] = [:]
        /// Sessions that answer no more, and why.
        var lost: [String: BrowserError] = [:]
        var end: BrowserError?
    }

    private let state = Lock(State())

    /// Throws at once where no answer can come any more.
    func open(_ method: String, session: String?) throws(BrowserError) -> Call {
        let opened: Result<Call, BrowserError> = state.withLock { state in
            if let error = state.end ?? session.flatMap({ state.lost[$0] }) { return .failure(error) }
            state.lastID += 1
            let call = Call(id: state.lastID, method: method, session: session)
            state.open[call.id] = call
            return .success(call)
        }
        return try opened.get()
    }

    /// An answer to it that comes later is nobody's.
    func forget(_ call: Call) {
        state.withLock { _ = $0.open.removeValue(forKey: call.id) }
    }

    func settle(_ id: Int, _ answer: (Call) -> Answer) {
        guard let call = state.withLock({ $0.open.removeValue(forKey: id) }) else { return }
        call.answer.settle(answer(call))
    }

    /// That session answers no more. The first reason stands.
    func lose(session: String, _ error: BrowserError) {
        let calls = state.withLock { state in
            if state.lost[session] == nil { state.lost[session] = error }
            let calls = state.open.values.filter { $0.session == session }
            for call in calls { state.open[call.id] = nil }
            return calls
        }
        for call in calls { call.answer.settle(.failure(error)) }
    }

    /// Nobody answers any more.
    func end(_ error: BrowserError) {
        let calls = state.withLock { state in
            if state.end == nil { state.end = error }
            defer { state.open = [:] }
            return Array(state.open.values)
        }
        for call in calls { call.answer.settle(.failure(error)) }
    }
}
