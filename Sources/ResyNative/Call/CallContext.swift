package import ResyDomain

/// What a use case knows of the call it runs for: how long it may take, whom to tell how far it is, and whom to ask.
package struct CallContext: Sendable {
    /// Takes what is being done, as it begins.
    package var progress: @Sendable (Step) -> Void
    /// How a person can be asked in the client's own window; nil where the client cannot.
    package var asking: Asking?
    /// When the last question must be over, for a call that has an end whoever is asked; nil where it has none.
    package var lastQuestion: Instant?
    /// What came with the call for a question that an earlier one ended with.
    package var answered: AnsweredQuestion?
    /// What its requests are for, which decides what they wait for.
    var purpose = Purpose.look
    /// Shared by all copies of this.
    let account = CallAccount()
    private let leftOut = Lock(0.0)
    private let sent = Lock(0)
    /// The deadline of a call in which nobody is asked.
    private var limit: Instant

    package enum Asking: Sendable {
        /// While the call waits, for so many seconds at most; `ask` is given the moment until which it may. Throws
        /// `CancellationError` when the call is over.
        case inCall(patience: Double, _ ask: @Sendable (Question, Instant) async throws -> Answer)
        /// The call ends with the question, and comes again with the answer.
        case byReturn
    }

    package init(
        deadline: Instant, progress: @escaping @Sendable (Step) -> Void = { _ in }, asking: Asking? = nil,
        lastQuestion: Instant? = nil, answered: AnsweredQuestion? = nil
    ) {
        limit = deadline
        self.progress = progress
        self.asking = asking
        self.lastQuestion = lastQuestion
        self.answered = answered
    }

    /// When the call must have its answer. What a person takes to answer a question moves it on.
    package var deadline: Instant { limit.adding(leftOut.withLock { $0 }) }

    /// Somebody was asked for so many seconds.
    func leaveOut(_ seconds: Double) { leftOut.withLock { $0 += max(0, seconds) } }

    /// Requests to Resy that this call has sent so far.
    var requests: Int { sent.withLock { $0 } }

    /// Shared by all copies of this.
    let finds = FindAllowance()

    /// A request that the transport wrote once more.
    func countRepeat(ofFind isFind: Bool) {
        countRequest()
        if isFind { finds.count(1) }
    }

    func countRequest() { sent.withLock { $0 += 1 } }

    // MARK: - The looking budget

    /// How long one call waits for it in all, in seconds: one request more, and no silence that looks like a fault.
    static let budgetPatience = LookingBudget.refill + 0.5
    /// What a call needs after the request that it waited for.
    private static let rest = 5.0
    private let waited = Lock(0.0)

    /// How long to wait for a request that may go at that moment, from now on; nil where that is more than the call has
    /// patience or time for, or its purpose none. It is taken from the patience.
    func budgetWait(until moment: Instant, now: Instant) -> Double? {
        guard purpose == .look, moment < deadline.adding(-Self.rest) else { return nil }
        let seconds = max(0, moment.seconds - now.seconds)
        return waited.withLock { waited in
            guard waited + seconds <= Self.budgetPatience else { return nil }
            waited += seconds
            return seconds
        }
    }

    /// The same call for another purpose.
    func on(_ purpose: Purpose) -> CallContext {
        var other = self
        other.purpose = purpose
        return other
    }

    /// The same call, by then at the latest.
    func ending(by moment: Instant) -> CallContext {
        var shorter = self
        shorter.limit = min(limit, moment.adding(-leftOut.withLock { $0 }))
        return shorter
    }
}
