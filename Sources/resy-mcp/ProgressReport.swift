internal import ResyDomain
internal import ResyNative

/// What a client is told while it waits: numbers that only rise, and not too often.
struct ProgressReport: Sendable {
    /// Least seconds between two notifications: four in a second.
    static let shortestGap = 0.25
    /// Most seconds without one; some clients give up after ten.
    static let longestGap = 9.0
    /// Where nothing new has come.
    private static let leastRise = 1.0 / 1024

    let token: JSON
    private(set) var lastSent: Instant
    /// The last number told, and how many were.
    private var told = 0.0
    private var count = 0
    private var message = "working"
    /// Where a search began to count, and how far it will.
    private var search: (start: Double, total: Int)?

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

    /// The next notification; without `news` the last message once more. Each number is above the one before, as the protocol
    /// wants it; of a search it is the count of answers, behind the steps before it.
    mutating func next(_ news: Step?, now: Instant) -> JSON {
        if let news { message = String(Voice.model.text(news).prefix(120)) }
        count += 1
        lastSent = now
        var total: Double?
        if case .searching(let done, let all)? = news {
            let start = search?.start ?? told
            search = (start, max(all, search?.total ?? 0))
            told = max(start + Double(done), told + Self.leastRise)
        } else if search != nil, news == nil {
            told += Self.leastRise
        } else {
            search = nil
            told = told.rounded(.down) + 1
        }
        if let search { total = max(search.start + Double(search.total), told) }
        let members: [(String, JSON)] = [
            ("progressToken", token), ("progress", .number(told)), ("total", .number(total)),
            ("message", .string(message)),
        ]
        return Outgoing.notification("notifications/progress", Facts.object(members))
    }
}
