@testable import ResyDomain
@testable import ResyNative

/// Stops each request to one path until the test lets it go on.
struct GatedClient: HTTPClient {
    let engine: CurlEngine
    let path: String
    let arrived: Gate
    let goOn: Gate

    func perform(_ request: HTTPRequest, into sink: any BodySink) async throws -> HTTPHead {
        if request.url.hasSuffix(path) {
            arrived.open()
            await goOn.wait()
        }
        return try await engine.perform(request, into: sink)
    }
}
