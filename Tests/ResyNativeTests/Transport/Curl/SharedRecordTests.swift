@testable import ResyDomain
import Testing

@testable import ResyNative

/// Two answers on one connection, whose bytes come together.
@Suite(.timeLimit(.minutes(1))) struct SharedRecordTests {
    /// libcurl 7.88 reads both, ends the first with its last byte, and leaves what follows in a buffer where nobody looks.
    @Test func theRestOfARecordIsReadThoughItsFirstAnswerHasEnded() async throws {
        let peer = try FramePeer { [.answer, .hold, .withHeld][min($0, 3) - 1] }
        defer { peer.stop() }
        try await CurlEngine.withTest(trusting: TestAuthority.shared.get().bundle) { engine in
            let request = HTTPRequest(.get, peer.url, timeLimit: 5)
            #expect(try await engine.text(request).isEmpty)
            async let held = engine.text(request)
            while peer.requests < 2 { try await Task.sleep(for: .milliseconds(5)) }
            let (long, short) = try await (engine.text(request), held)
            #expect(long.count == 20_000)
            #expect(short == "held")
        }
    }
}
