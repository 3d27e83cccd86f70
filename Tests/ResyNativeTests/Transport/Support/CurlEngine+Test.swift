@testable import ResyDomain
@testable import ResyNative

extension CurlEngine {
    /// An engine that trusts the test authority alone, stopped when the body is done.
    @discardableResult
    static func withTest<R>(
        trusting bundle: String? = nil, cookieHosts: [String] = [], stallLimit: Int = 15,
        trace: TraceOutput? = nil, redactor: Redactor = Redactor(), _ body: (CurlEngine) async throws -> R
    ) async throws -> R {
        var options = CurlEngine.Options()
        options.caBundle = bundle
        options.cookieHosts = cookieHosts
        options.stallLimit = stallLimit
        options.trace = trace
        options.redactor = redactor
        let engine = CurlEngine(options)
        defer { engine.stop() }
        return try await body(engine)
    }

    func text(_ request: HTTPRequest) async throws -> String {
        let body = BodyBuffer()
        _ = try await perform(request, into: body)
        return body.text
    }

    func failure(_ request: HTTPRequest) async -> TransportError? {
        do {
            _ = try await perform(request, into: BodyBuffer())
            return nil
        } catch {
            return error as? TransportError
        }
    }
}
