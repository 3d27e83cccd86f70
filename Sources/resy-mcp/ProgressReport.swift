internal import ResyDomain
internal import ResyNative

/// What a client is told while it waits: numbers that only rise, and not too often.
struct ProgressReport: Sendable {
    /// Least seconds between two notifications: four in a second.
    static let shortestGap = 0.25
    /// Most seconds without one; some clients give up after ten.
    static let longestGap = 9.0

    let token: JSON
    private(set) var lastSent: Instant
    private var count = 0
    private var message = "working"

    /// Nil where the request carries no token, or one that is neither a string nor an integer.
    init?(_ request: Request, now: Instant) {
        guard let token = request.meta.optional("progressToken"), token.kind != .real, (try? token.text) != nil
        else { return nil }
        self.token = token
        lastSent = now
    }

    /// Seconds to wait before the next one may go out.
    func pause(at now: Instant) -> Double {
        guard count > 0 else { return 0 }
        let passed = now.seconds - lastSent.seconds
        return min(max(ProgressReport.shortestGap - passed, 0), ProgressReport.shortestGap)
    }

    /// Whether the client has heard nothing for so long that it may give up.
    func isDue(at now: Instant) -> Bool {
        now.seconds - lastSent.seconds >= ProgressReport.longestGap - 0.001
    }

    /// The next notification; without `news` the last message once more.
    mutating func next(_ news: String?, now: Instant) -> JSON {
        if let news { message = String(news.prefix(120)) }
        count += 1
        lastSent = now
        return Outgoing.notification(
            "notifications/progress",
            ["progressToken": token, "progress": .integer(count), "message": .string(message)])
    }
}
