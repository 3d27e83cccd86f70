@testable import ResyDomain
@testable import ResyNative

/// A browser that does what the test says, and remembers what it was asked.
final class ScriptedBrowser: BrowserSignIn {
    private let asked = Lock<[BrowserLogin]>([])
    private let script: @Sendable (BrowserLogin, CallContext) async throws -> SignedIn

    init(_ script: @escaping @Sendable (BrowserLogin, CallContext) async throws -> SignedIn) {
        self.script = script
    }

    var requests: [BrowserLogin] { asked.withLock { $0 } }

    func signIn(_ request: BrowserLogin, context: CallContext) async throws -> SignedIn {
        asked.withLock { $0.append(request) }
        return try await script(request, context)
    }
}
