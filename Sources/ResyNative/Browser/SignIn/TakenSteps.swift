internal import ResyDomain

/// What has been done on a page, how often and when.
///
/// A page answers a press in its own time, and other things move on it meanwhile. So nothing is done again, and nothing
/// that leads back, before the last step has had its whole pause; what has come of that step goes at once.
struct TakenSteps: Sendable {
    /// Times that one step is worth trying.
    private static let most = 4

    private struct Taken: Sendable {
        var purpose: SignInWalk.Purpose
        var at: Instant
        /// What was there when it was taken.
        var landmarks: PageLandmarks
    }

    private var tries: [String: (count: Int, at: Instant?)] = [:]
    /// The last that led on, and the one before; what is put out of the way does not count.
    private var last: Taken?
    private var before: Taken?
    /// When anything was done last.
    private(set) var latest: Instant?

    func mustWait(_ step: SignInWalk.Step, on landmarks: PageLandmarks, _ now: Instant) -> Bool {
        if let at = tries[step.key]?.at, now.seconds - at.seconds < step.pause { return true }
        guard let last, now.seconds - last.at.seconds < step.purpose.pause else { return false }
        // What lies above may be what the last step led to.
        if step.isClearing { return step.purpose <= last.purpose }
        guard step.purpose < last.purpose else { return false }
        return !(step.action.control.map { landmarks.hasMore(of: $0, than: last.landmarks) } ?? false)
    }

    func count(_ step: SignInWalk.Step) -> Int { tries[step.key]?.count ?? 0 }
    func isWornOut(_ step: SignInWalk.Step) -> Bool { count(step) >= Self.most }

    mutating func note(_ step: SignInWalk.Step, on landmarks: PageLandmarks, _ now: Instant) {
        tries[step.key] = (count(step) + 1, now)
        latest = now
        guard !step.isClearing else { return }
        before = last
        last = Taken(purpose: step.purpose, at: now, landmarks: landmarks)
    }

    /// It was tried and came to nothing at all: there is nothing to wait for.
    mutating func takeBack(_ step: SignInWalk.Step) {
        tries[step.key]?.at = nil
        if !step.isClearing { last = before }
    }
}
