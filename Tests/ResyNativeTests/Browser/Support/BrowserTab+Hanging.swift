@testable import ResyDomain
@testable import ResyNative

extension BrowserTab {
    /// A script that never ends. The page has begun it when this returns: a task's first step may come after the
    /// steps that follow it in a test.
    func hanging() async throws -> Task<JSON, any Error> {
        let script = Task { try await evaluate("window.hasBegun = true; new Promise(() => {})", limit: 60) }
        let look = """
            new Promise(tell => {
              const look = () => window.hasBegun ? tell() : setTimeout(look, 5);
              look();
            })
            """
        _ = try await evaluate(look, limit: 30)
        return script
    }
}
