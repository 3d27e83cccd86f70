@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct CommitmentsTests {
    /// From its first step on: whoever ends the process then must not find nothing to wait for.
    @Test func whatHasBegunIsWaitedFor() async throws {
        for _ in 0..<2000 {
            let commitments = Commitments()
            let (begun, done) = (Gate(), Lock(false))
            let call = Task {
                try await commitments.run {
                    begun.open()
                    for _ in 0..<20 { await Task.yield() }
                    done.withLock { $0 = true }
                }
            }
            await begun.wait()
            call.cancel()
            await commitments.finish()
            #expect(done.withLock { $0 })
            try await call.value
            #expect(commitments.isIdle)
        }
    }
}
