@testable import ResyDomain
@testable import ResyNative

/// Once it is told to hold, it sends no request for tables before one for terms has been made.
struct TermsFirst: HTTPClient {
    let engine: CurlEngine
    let isHolding = Lock(false)
    private let asked = Gate()

    init(engine: CurlEngine) { self.engine = engine }

    func perform(_ request: HTTPRequest, into sink: any BodySink) async throws -> HTTPHead {
        if isHolding.withLock({ $0 }) {
            if request.url.hasSuffix("/3/details") { asked.open() }
            if request.url.hasSuffix("/4/find") { await asked.wait() }
        }
        return try await engine.perform(request, into: sink)
    }
}
