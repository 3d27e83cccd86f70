package import ResyDomain

/// What a use case knows of the call it runs for: how long it may take, whom to tell how far it is, and whom to ask.
package struct CallContext: Sendable {
    /// When the call must have its answer.
    package var deadline: Instant
    /// Takes short lines of our own words, such as "asking Resy for tables"; never third-party text.
    package var progress: @Sendable (String) -> Void
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
        deadline: Instant, progress: @escaping @Sendable (String) -> Void = { _ in }, asking: Asking? = nil,
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

/// A question that a call ends with.
package struct OpenQuestion: Sendable, Equatable {
    package var question: Question
    /// Sealed; comes back with the answer.
    package var state: String

    package init(question: Question, state: String) {
        self.question = question
        self.state = state
    }
}

/// What came back for it: whatever a client sends, so nothing is sure before it is opened.
package struct AnsweredQuestion: Sendable {
    package var state: String
    /// Nil where the call brought none.
    package var answer: Answer?

    package init(state: String, answer: Answer?) {
        self.state = state
        self.answer = answer
    }
}

/// The state that came with an answer is not one that was given here, or not for this.
package struct UnknownState: Error {
    package init() {}
}
