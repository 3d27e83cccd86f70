import Testing

@testable import ResyDomain
@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct WebSocketLinkTests {
    /// The other side may be faster than whoever waits for the opening.
    @Test func whatOpenedAndEndedAtOnceWasOpen() async throws {
        let link = try WebSocketLink(queueLimit: 1 << 20)
        link.opened()
        link.deliver(.text([1]))
        link.finish(.failed(.connectionLost))
        try await link.awaitOpening()
        #expect(try await link.receive() == .text([1]))
        await #expect(throws: WebSocketError.connectionLost) { try await link.receive() }
    }

    @Test func whatNeverOpenedSaysWhy() async throws {
        let link = try WebSocketLink(queueLimit: 1 << 20)
        link.finish(.failed(.connectionLost))
        await #expect(throws: WebSocketError.connectionLost) { try await link.awaitOpening() }
    }
}
