/// Why a text is no time of day, with what would be understood instead.
package struct TimeTextError: Error, Sendable, Equatable {
    package enum Reason: Error, Sendable, Equatable {
        case notUnderstood
        case noSuchTime
        /// A range, or a choice of times.
        case several
    }

    package let reason: Reason
    /// What was said, cleaned and cut to 60 characters.
    package let text: String

    package init(reason: Reason, text: String) {
        self.reason = reason
        self.text = text
    }
}
