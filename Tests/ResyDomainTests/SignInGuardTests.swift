import Testing

@testable import ResyDomain

/// `f` a sign-in that failed, `s` one that succeeded, a minute apart, the last one a minute ago.
struct SignInGuardTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var tries: String
        var cause: SignInGuard.Refusal.Cause?
        /// Minutes from now.
        var wait: Double?
        var testDescription: String { tries.isEmpty ? "none" : tries }

        init(_ tries: String, _ cause: SignInGuard.Refusal.Cause? = nil, wait: Double? = nil) {
            (self.tries, self.cause, self.wait) = (tries, cause, wait)
        }
    }

    static let cases = [
        Case(""), Case("f"), Case("ff"), Case("fff", .failures, wait: 12), Case("ffff", .failures, wait: 12),
        Case("fsf"), Case("fsff"), Case("ffs"), Case("sff"), Case("sfff", .failures, wait: 12), Case("fffs"),
        Case("fffsf"), Case("ffsff"), Case("ffsfff", .failures, wait: 12), Case("sss"), Case("sssss"),
        Case("ssssss", .tries, wait: 9), Case("sssssss", .tries, wait: 9), Case("fsfsfs", .tries, wait: 9),
        Case("sssssfff", .failures, wait: 12), Case("ssssssf", .tries, wait: 9), Case("fsfsf"),
        // More than a quarter of an hour ago.
        Case("fff_____________"), Case("ff____________f"), Case("fff___________", .failures, wait: 1),
    ]

    @Test(arguments: cases)
    func failuresCountUntilASuccess(_ example: Case) {
        let now = Instant(seconds: 1_800_000_000)
        let tries = example.tries.reversed().enumerated().compactMap { minute, letter in
            letter == "_"
                ? nil
                : SignInGuard.Try(at: now.adding(-60 * Double(minute + 1)), hasSucceeded: letter == "s")
        }
        let refusal = SignInGuard().refusal(after: tries, now: now)
        #expect(refusal?.cause == example.cause)
        #expect(refusal?.until == example.wait.map { now.adding(60 * $0) })
    }

    @Test func aClockSetBackDoesNotWaitForLong() {
        let now = Instant(seconds: 1000)
        let later = SignInGuard.Try(at: Instant(seconds: 90_000), hasSucceeded: false)
        let refusal = SignInGuard().refusal(after: [later, later, later], now: now)
        #expect(refusal?.until == now.adding(900))
    }
}
