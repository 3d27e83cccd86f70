internal import ResyDomain

/// Asks a person for a yes, in whichever way the client can.
struct Asker: Sendable {
    let call: AccountCall
    let agreements: Agreements
    let clock: any WallClock

    /// Less than this and no person can read a question and answer it, in seconds.
    private static let shortest: Double = 5

    /// In the client's own window while the call waits; nil where it cannot be asked so. `reserve`: seconds of the call that
    /// must remain.
    func ask(_ question: Question, _ step: Step, reserve: Double) async throws -> Reply? {
        let until = call.deadline.adding(-reserve)
        guard case .inCall(let ask)? = call.asking, until.seconds - clock.now.seconds > Self.shortest else {
            return nil
        }
        call.progress(step)
        let asked = clock.now
        let answer = try await ask(question, until)
        return Reply(answer, after: clock.now.seconds - asked.seconds)
    }

    /// The call ends with a question: in the client's window where it asks between two calls, else by a token for the next
    /// one.
    enum Pending {
        case question(OpenQuestion)
        case token(String, until: Instant)
    }

    /// `last`: how the last question ended; one that nobody saw is not asked in the same way again.
    func leave(_ question: Question, _ agreement: Agreement, after last: Reply?) throws -> Pending {
        if case .byReturn? = call.asking, last != .unseen {
            return .question(
                OpenQuestion(question: question, state: try agreements.seal(agreement, in: .state).text))
        }
        let sealed = try agreements.seal(agreement, in: .token)
        return .token(sealed.text, until: sealed.expires)
    }
}
