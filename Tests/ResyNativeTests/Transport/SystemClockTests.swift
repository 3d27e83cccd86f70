import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct SystemClockTests {
    @Test func sleepsAndWakes() async throws {
        let clock = SystemClock()
        let start = clock.now
        try await clock.sleep(seconds: 0.02)
        #expect(clock.now.seconds - start.seconds >= 0.019)
    }

    @Test(arguments: [0, -1, 3600, .infinity]) func aCancelledTaskDoesNotSleep(_ seconds: Double) async {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await SystemClock().sleep(seconds: seconds)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
