import ResyDomain
import ResyNative

@testable import resy_mcp

extension ScriptedConcierge {
    /// One that asks about every booking, in the call or between two (then under the state `s`), and does as it is told.
    /// `ended` opens when asking throws.
    static func asking(_ ended: Gate = Gate()) -> ScriptedConcierge {
        ScriptedConcierge(
            onBook: { _, context in
                let start = context.deadline.adding(-(Session.patience - Session.margin))
                if let answered = context.answered {
                    guard answered.state == "s" else { throw UnknownState() }
                    if let answer = answered.answer { return outcome(of: answer) }
                }
                switch context.asking {
                case .inCall(let patience, let ask)?:
                    do {
                        let until = start.adding(patience)
                        return outcome(of: try await ask(Samples.question, min(until, context.lastQuestion ?? until)))
                    } catch {
                        ended.open()
                        throw error
                    }
                case .byReturn?:
                    var waiting = Samples.waiting
                    waiting.confirmToken = nil
                    waiting.question = OpenQuestion(question: Samples.question, state: "s")
                    return waiting
                case nil: return Samples.waiting
                }
            },
            onChange: { _, context in
                if let answered = context.answered {
                    guard answered.state == "s" else { throw UnknownState() }
                    if let answer = answered.answer { return change(of: answer) }
                }
                switch context.asking {
                case .inCall(let patience, let ask)?:
                    let until = context.deadline.adding(patience)
                    return change(of: try await ask(Samples.changeQuestion, min(until, context.lastQuestion ?? until)))
                case .byReturn?:
                    var waiting = Samples.change(.needsConfirmation)
                    waiting.confirmToken = nil
                    waiting.question = OpenQuestion(question: Samples.changeQuestion, state: "s")
                    return waiting
                case nil: return Samples.change(.needsConfirmation)
                }
            })
    }

    private static func change(of answer: Answer) -> ChangeOutcome {
        switch answer {
        case .accepted: Samples.change(.changed)
        case .declined, .refused: Samples.change(.declined)
        case .dismissed, .unclear, .late: Samples.change(.needsConfirmation)
        }
    }

    private static func outcome(of answer: Answer) -> BookingOutcome {
        switch answer {
        case .accepted: Samples.booked
        case .declined, .refused: Samples.outcome(.declined)
        case .dismissed, .unclear, .late: Samples.waiting
        }
    }
}
