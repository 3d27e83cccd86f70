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
