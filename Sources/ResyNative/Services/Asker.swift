internal import ResyDomain

/// Asks a person for a yes, in whichever way the client can.
struct Asker: Sendable {
    let call: AccountCall
    let agreements: Agreements
    let questions: OpenQuestions
    let clock: any WallClock

    /// Less than this and no person can read a question and answer it, in seconds.
    private static let shortest: Double = 5

    /// What came of a question in the client's own window.
    struct Asked: Sendable {
        var reply: Reply
        /// For so many seconds it was open, and nobody answered; nil where somebody did.
        var unansweredFor: Double?
    }

    /// In the client's own window while the call waits; nil where it cannot be asked so. The time that a person takes is not
    /// the call's: `reserve` are the seconds of its own that must remain.
    ///
    /// Throws `conflict` where somebody is being asked about that evening already.
    func ask(_ question: Question, _ agreement: Agreement, _ step: Step, reserve: Double) async throws -> Asked? {
        guard case .inCall(let patience, let ask)? = call.asking, call.secondsLeft > reserve else { return nil }
        let asked = clock.now
        let until = min(asked.adding(patience), call.context.lastQuestion ?? asked.adding(patience))
        guard until.seconds - asked.seconds > Self.shortest else { return nil }
        let answer = try await questions.asking(about: agreement.evening) {
            call.progress(step)
            defer { call.context.leaveOut(clock.now.seconds - asked.seconds) }
            return try await ask(question, until)
        }
        guard let answer else {
            throw ResyError(
                .conflict, .held(.questionOpen(evening: agreement.evening.day)), advice: [.deed(.answerFirst)])
        }
        let seconds = clock.now.seconds - asked.seconds
        return Asked(
            reply: Reply(answer, after: seconds), unansweredFor: answer == .late ? seconds.rounded() : nil)
    }

    /// The call ends with a question: in the client's window where it asks between two calls, else by a token for the next
    /// one.
    enum Pending {
        case question(OpenQuestion)
        case token(String, until: Instant)
    }

    /// `last`: how the last question ended; one that nobody saw is not asked in the same way again.
    func leave(_ question: Question, _ agreement: Agreement, after last: Reply?) async throws -> Pending {
        if case .byReturn? = call.asking, last != .unseen {
            return .question(OpenQuestion(question: question, state: try agreements.seal(agreement)))
        }
        let kept = try await agreements.keep(agreement)
        return .token(kept.token, until: kept.expires)
    }
}
