internal import ResyDomain

/// What a call brought for an earlier question: a yes, or why there is none.
struct BroughtAnswer: Sendable {
    var given: GivenAgreement?
    /// Nil where nothing was answered: then it is asked.
    var reply: Reply?
    /// The question that was answered without a yes: it is spent by that.
    var closed: GivenAgreement?
}

/// Seals agreements into texts that travel through the client, and opens them again.
struct Agreements: Sendable {
    /// Of the home: what is sealed is nothing to another one.
    let key: @Sendable () throws -> Secret
    let store: Store
    let clock: any WallClock

    /// Each has a key of its own, so that one is nothing to the other.
    enum Carrier: String, Sendable {
        /// Through a model's hands.
        case token = "confirm-token"
        /// Between a question in the client's window and its answer.
        case state = "request-state"
    }

    func seal(_ agreement: Agreement, in carrier: Carrier) throws -> (text: String, expires: Instant) {
        let expires = clock.now.adding(Agreement.lifetime)
        return (try sealer(carrier).seal(agreement.json, expires: expires), expires)
    }

    /// Throws `bad_request` for a token that is not ours, is damaged or has run out; `UnknownState` for such a state.
    func read(token: String?, _ answered: AnsweredQuestion?, for deed: Deed) throws -> BroughtAnswer {
        if let answered { return try read(answered, for: deed) }
        guard let token, !token.isBlank else { return BroughtAnswer() }
        do {
            return BroughtAnswer(given: try open(token, from: .token, for: deed), reply: .yes)
        } catch SealError.expired {
            throw ResyError(.badRequest, .yes(.tooLate), advice: [.deed(.askAnew)])
        } catch is SealError {
            throw ResyError(.badRequest, .yes(.foreign), advice: [.deed(.useTheNewYes)])
        }
    }

    private func read(_ answered: AnsweredQuestion, for deed: Deed) throws -> BroughtAnswer {
        let given: GivenAgreement
        do {
            given = try open(answered.state, from: .state, for: deed)
        } catch SealError.expired {
            // A no is one however late; a yes to terms of old is asked for anew.
            return BroughtAnswer(
                reply: answered.answer.flatMap { Reply($0, after: Agreement.lifetime) == .no ? .no : nil })
        } catch is SealError {
            throw UnknownState()
        }
        guard let answer = answered.answer else { return BroughtAnswer() }
        let asked = given.expires.adding(-Agreement.lifetime)
        let reply = Reply(answer, after: clock.now.seconds - asked.seconds)
        return BroughtAnswer(
            given: reply == .yes ? given : nil, reply: reply, closed: reply == .yes ? nil : given)
    }

    private func open(_ text: String, from carrier: Carrier, for deed: Deed) throws -> GivenAgreement {
        let opened = try sealer(carrier).open(text, now: clock.now)
        guard let agreement = Agreement(opened.payload), agreement.deed == deed else { throw SealError.tampered }
        return GivenAgreement(agreement: agreement, nonce: opened.nonce, expires: opened.expires)
    }

    /// True the first time only.
    func spend(_ given: GivenAgreement) async throws -> Bool {
        try await store.spend(nonce: given.nonce, expires: given.expires, now: clock.now)
    }

    /// An answer counts once and for all: a question that was declined or closed cannot be answered with a yes afterwards.
    func spendAnswered(_ brought: BroughtAnswer) async throws {
        if let closed = brought.closed { _ = try await spend(closed) }
    }

    /// Throws `bad_request` for a yes that came too late.
    func refuseSpent(_ given: GivenAgreement) async throws {
        guard try await store.isSpent(nonce: given.nonce) else { return }
        throw ResyError(.badRequest, .yes(.usedOrAnswered), advice: [.deed(.tryAnew)])
    }

    private func sealer(_ carrier: Carrier) throws -> Sealer {
        Sealer(key: try key(), purpose: carrier.rawValue)
    }
}
