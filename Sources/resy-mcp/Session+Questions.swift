internal import Logging
internal import ResyDomain
internal import ResyNative

/// Questions that the server asks the client while a call waits for the answer.
extension Session {
    /// One that is open.
    struct Asked {
        let call: RequestID
        let answer: CheckedContinuation<Answer, any Error>
    }

    /// Asks, and waits until that moment at the latest. Throws `CancellationError` when the call is over.
    func ask(_ question: Question, until limit: Instant, for id: RequestID, _ number: Int) async throws -> Answer {
        guard calls[id]?.number == number, !hasEnded else { throw CancellationError() }
        let asked = clock.now
        calls[id]?.askedAt = asked
        defer { think(id, number, since: asked) }
        lastQuestion += 1
        let name = "resy-question-\(lastQuestion)"
        let timer = Task(executorPreference: executor) { [self, clock] in
            do { try await clock.sleep(seconds: limit.seconds - clock.now.seconds) } catch { return }
            await withdraw(name, "no answer came in time", .success(.late))
        }
        defer { timer.cancel() }
        return try await withCheckedThrowingContinuation { continuation in
            questions[name] = Asked(call: id, answer: continuation)
            send(Outgoing.request(name, Elicitation.method, Elicitation.params(question, saysMode: false)))
        }
    }

    /// What a person took is not the call's own time.
    private func think(_ id: RequestID, _ number: Int, since asked: Instant) {
        guard calls[id]?.number == number else { return }
        calls[id]?.askedAt = nil
        calls[id]?.thought += max(0, clock.now.seconds - asked.seconds)
    }

    /// An answer of the client to something we asked. One to nothing, or to what was withdrawn, is left.
    func take(_ response: Response) {
        guard let name = response.id?.text, let asked = questions.removeValue(forKey: name) else {
            log.debug("an answer to nothing that is asked")
            return
        }
        switch response.body {
        case .result(let result): asked.answer.resume(returning: Elicitation.answer(result))
        case .error(let code):
            // Some clients declare that they can ask, and cannot.
            log.debug("a question was refused", metadata: ["code": "\(code)"])
            asked.answer.resume(returning: .unclear)
        }
    }

    /// Takes back whatever a call that is over has asked.
    func withdrawQuestions(of id: RequestID) {
        for (name, asked) in questions where asked.call == id {
            withdraw(name, "the call is over", .failure(CancellationError()))
        }
    }

    private func withdraw(_ name: String, _ reason: String, _ end: Result<Answer, any Error>) {
        guard let asked = questions.removeValue(forKey: name) else { return }
        send(Outgoing.notification("notifications/cancelled", ["requestId": .string(name), "reason": .string(reason)]))
        asked.answer.resume(with: end)
    }

    func isAsking(_ id: RequestID) -> Bool { questions.values.contains { $0.call == id } }
}
