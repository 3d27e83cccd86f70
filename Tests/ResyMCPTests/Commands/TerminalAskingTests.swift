import LibC
import ResyDomain
import Testing

@testable import resy_mcp

/// What is typed while a call waits.
@Suite(.timeLimit(.minutes(1))) struct TerminalAskingTests {
    private static func typed(_ text: String?, within seconds: Double, closing: Bool = false) async throws
        -> Terminal.Typed
    {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        let (near, far) = (ends[0], ends[1])
        let bytes = Array((text ?? "").utf8)
        if !bytes.isEmpty { _ = write(far, bytes, bytes.count) }
        if closing { close(far) }
        defer {
            close(near)
            if !closing { close(far) }
        }
        return try await Terminal().typed(within: seconds, from: near)
    }

    @Test func aLineIsAnAnswer() async throws {
        #expect(try await Self.typed("y\nmore", within: 10) == .line("y"))
        #expect(try await Self.typed("\n", within: 10) == .line(""))
    }

    @Test func theEndOfInputIsNone() async throws {
        #expect(try await Self.typed(nil, within: 10, closing: true) == .end)
    }

    @Test func nothingInTimeIsLate() async throws {
        #expect(try await Self.typed(nil, within: 0.02) == .late)
    }

    @Test func whoIsStoppedStopsTheQuestion() async throws {
        let asked = Task { try await Self.typed(nil, within: 50) }
        asked.cancel()
        await #expect(throws: CancellationError.self) { try await asked.value }
    }

    /// Silence is no answer: it is said, and nothing was done.
    @Test func silenceIsTold() {
        #expect(Asking.late(.book).hasPrefix("resy-mcp: No answer came within 5 minutes. Nothing was booked.\n"))
        #expect(Asking.late(.cancel).contains("Nothing was cancelled."))
    }
}
