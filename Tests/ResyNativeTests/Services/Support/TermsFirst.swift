@testable import ResyDomain
@testable import ResyNative

/// Once it is told to hold, it sends no request for tables before one for terms has been answered.
struct TermsFirst: HTTPClient {
    let engine: CurlEngine
    let isHolding = Lock(false)
    private let answered = Gate()

    init(engine: CurlEngine) { self.engine = engine }

    func perform(_ request: HTTPRequest, into sink: any BodySink) async throws -> HTTPHead {
        if isHolding.withLock({ $0 }), request.url.hasSuffix("/4/find") { await answered.wait() }
        defer { if isHolding.withLock({ $0 }), request.url.hasSuffix("/3/details") { answered.open() } }
        return try await engine.perform(request, into: sink)
    }
}
