@testable import ResyDomain
@testable import ResyNative

/// Somebody at the client's own window, who answers as the test says.
struct Person: Sendable {
    private let heard = Lock<[Question]>([])
    private let limits = Lock<[Instant]>([])
    private let answer: @Sendable (Int) async throws -> Answer

    /// `answer` is given the number of the question, from 1.
    init(_ answer: @escaping @Sendable (Int) async throws -> Answer) { self.answer = answer }

    /// One who takes so many seconds for it.
    init(_ answer: Answer, after seconds: Double = 5, on clock: StageClock) {
        self.init { _ in
            clock.skew(seconds)
            return answer
        }
    }

    var questions: [Question] { heard.withLock { $0 } }
    var limit: Instant? { limits.withLock { $0.last } }

    var asking: CallContext.Asking { asking(patience: 300) }

    func asking(patience: Double) -> CallContext.Asking {
        .inCall(patience: patience) { question, limit in
            limits.withLock { $0.append(limit) }
            let number = heard.withLock { heard in
                heard.append(question)
                return heard.count
            }
            return try await answer(number)
        }
    }
}

extension Stage {
    /// Enough for a machine with much else to do: the stage's clock runs while it works.
    static let patience = 1000.0

    func book(
        _ name: String = "Card & Hold", _ ahead: Int = 3, asking: CallContext.Asking?,
        answered: AnsweredQuestion? = nil,
        progress: @escaping @Sendable (Step) -> Void = { _ in },
        _ change: (inout BookingRequest) -> Void = { _ in }
    ) async throws -> BookingOutcome {
        var request = BookingRequest(restaurant: name, date: day(ahead), time: "19:00")
        change(&request)
        return try await resy.makeReservation(
            request,
            context: CallContext(
                deadline: clock.now.adding(Stage.patience), progress: progress, asking: asking,
                answered: answered))
    }

    func cancel(
        _ name: String? = nil, id: String? = nil, asking: CallContext.Asking?, answered: AnsweredQuestion? = nil
    ) async throws -> CancellationOutcome {
        try await resy.cancelReservation(
            CancellationRequest(restaurant: name, confirmationID: id),
            context: CallContext(deadline: clock.now.adding(Stage.patience), asking: asking, answered: answered))
    }
}
