package import ResyDomain

/// What a use case knows of the call it runs for: how long it may take, whom to tell how far it is, and whom to ask.
package struct CallContext: Sendable {
    /// When the call must have its answer.
    package var deadline: Instant
    /// Takes what is being done, as it begins.
    package var progress: @Sendable (Step) -> Void
    /// How a person can be asked in the client's own window; nil where the client cannot.
    package var asking: Asking?
    /// What came with the call for a question that an earlier one ended with.
    package var answered: AnsweredQuestion?
    /// Shared by all copies of this.
    let account = CallAccount()

    package enum Asking: Sendable {
        /// While the call waits, until that moment at the latest. Throws `CancellationError` when the call is over.
        case inCall(@Sendable (Question, Instant) async throws -> Answer)
        /// The call ends with the question, and comes again with the answer.
        case byReturn
    }

    package init(
        deadline: Instant, progress: @escaping @Sendable (Step) -> Void = { _ in }, asking: Asking? = nil,
        answered: AnsweredQuestion? = nil
    ) {
        self.deadline = deadline
        self.progress = progress
        self.asking = asking
        self.answered = answered
    }

    /// The same call, by then at the latest.
    func ending(by moment: Instant) -> CallContext {
        var shorter = self
        shorter.deadline = min(deadline, moment)
        return shorter
    }
}
