/// What a use case knows of the call it runs for: how long it may take, and whom to tell how far it is.
package struct CallContext: Sendable {
    /// When the call must have its answer.
    package var deadline: Instant
    /// Takes short lines of our own words, such as "asking Resy for tables"; never third-party text.
    package var progress: @Sendable (String) -> Void
    /// Asks a person a yes-or-no question in the client's own window; nil where the client cannot.
    package var ask: (@Sendable (Question) async -> Answer)?

    /// What a person is asked before money is spent.
    package struct Question: Sendable {
        package var message: String

        package init(message: String) { self.message = message }
    }

    package enum Answer: Sendable { case accepted, declined, dismissed }

    package init(
        deadline: Instant, progress: @escaping @Sendable (String) -> Void = { _ in },
        ask: (@Sendable (Question) async -> Answer)? = nil
    ) {
        self.deadline = deadline
        self.progress = progress
        self.ask = ask
    }
}
