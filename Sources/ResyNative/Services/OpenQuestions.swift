internal import ResyDomain

/// The evenings that somebody is being asked about, in whatever call of this process: one question at a time, so that two
/// answers cannot cross.
final class OpenQuestions: Sendable {
    struct Evening: Sendable, Hashable {
        var account: String
        var day: CalendarDay
    }

    private let open = Lock<Set<Evening>>([])

    /// Nil where a question about that evening is open already.
    func asking<R: Sendable>(about evening: Evening, _ ask: () async throws -> R) async rethrows -> R? {
        guard open.withLock({ $0.insert(evening).inserted }) else { return nil }
        defer { open.withLock { _ = $0.remove(evening) } }
        return try await ask()
    }
}

extension Agreement {
    var evening: OpenQuestions.Evening {
        OpenQuestions.Evening(account: account, day: deed != .cancel ? day : Evening.day(of: day, time))
    }
}
