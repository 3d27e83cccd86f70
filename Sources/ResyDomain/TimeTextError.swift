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

    package var message: String {
        switch reason {
        case .notUnderstood: text.isEmpty ? "No time is given." : "The time “\(text)” is not understood."
        case .noSuchTime: "The time “\(text)” does not exist."
        case .several: "The time “\(text)” is more than one; one time is wanted."
        }
    }

    package var hint: String { "Say 19:00, 7pm, 7:30 PM, half past seven pm, noon or midnight." }
}
