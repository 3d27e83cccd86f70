internal import ResyDomain

/// What keeps a request from going out after a limit or a block, and what its own answer does to that.
extension ResyCall {
    /// Throws where a stop stands; nil where nothing is remembered of them.
    func pass(_ kind: Breaker.Call) async throws(APIFailure) -> Stops.Pass? {
        do {
            return try await api.stops?.pass(kind)
        } catch {
            throw .stopped(error.stop)
        }
    }

    /// What came of it; nil for an answer that is as it should be.
    func note(_ failure: APIFailure?, of pass: Stops.Pass) async {
        guard let event = APIFailure.event(failure, of: pass) else { return }
        await api.stops?.note(event, of: pass)
    }

    /// The same for a failure, which from then on says until when nothing is asked.
    func noted(_ failure: APIFailure, of pass: Stops.Pass) async -> APIFailure {
        await note(failure, of: pass)
        switch failure {
        case .rateLimited(let retryAt):
            return .rateLimited(retryAt: await api.stops?.standing(pass.call.group)?.until ?? retryAt)
        case .blocked(let status, _):
            return .blocked(status: status, until: await api.stops?.standing(pass.call.group)?.until)
        default: return failure
        }
    }
}

extension APIFailure {
    fileprivate static func event(_ failure: APIFailure?, of pass: Stops.Pass) -> Breaker.Event? {
        switch failure {
        case .rateLimited(let retryAt): .tripped(pass.call, .rateLimited, retryAt: retryAt)
        case .blocked: .tripped(pass.call, .blocked, retryAt: nil)
        // Nothing that Resy itself said.
        case .network, .schema, .server, .stopped: nil
        default: .succeeded(pass.call, began: pass.began)
        }
    }
}

extension Breaker.Call {
    init(_ endpoint: Endpoint, settles: Bool) {
        self =
            switch endpoint {
            case .refresh: .refresh
            case _ where endpoint.isSignIn: .signIn
            case .reservations, .notifies: settles ? .settlingList : .list
            case _ where endpoint.isCommitment: .commitment
            default: .read
            }
    }
}
