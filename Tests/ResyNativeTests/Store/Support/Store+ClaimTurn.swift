@testable import ResyDomain

@testable import ResyNative

extension Store {
    /// Takes the next turn of a request that keeps the pause, with no budget in the way.
    func claimTurn(host: String, now: Instant, pause: Double) throws -> Instant {
        let claim = Turnstile.Claim(
            pause: pause, budget: LookingBudget(size: 0), latest: Instant(seconds: .greatestFiniteMagnitude))
        guard case .go(let turn) = try self.claim(claim, host: host, now: now) else { throw Barred() }
        return turn
    }

    private struct Barred: Error {}
}
