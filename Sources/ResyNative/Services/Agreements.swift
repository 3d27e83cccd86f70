internal import ResyDomain

/// What a call brought for an earlier question: a yes, or why there is none.
struct BroughtAnswer: Sendable {
    var given: GivenAgreement?
    /// Nil where nothing was answered: then it is asked.
    var reply: Reply?
    /// The question that was answered without a yes: it is spent by that.
    var closed: GivenAgreement?
}

/// Lays down what a yes would be for, and finds it again by what comes back.
struct Agreements: Sendable {
    /// Of the home: what is sealed is nothing to another one.
    let key: @Sendable () throws -> Secret
    let store: Store
    let clock: any WallClock

    /// Each has a key of its own, so that one is nothing to the other.
    private enum Carrier: String, Sendable {
        /// Kept here; its handle goes through a model's hands.
        case token = "confirm-token"
        /// Travels whole, between a question in the client's window and its answer.
        case state = "request-state"
    }

    // MARK: - Laying down

    /// The token that a yes comes with: a handle, which tells nothing of what is kept under it.
    func keep(_ agreement: Agreement) async throws -> (token: String, expires: Instant) {
        let (now, token) = (clock.now, Handle.make())
        let expires = now.adding(Agreement.lifetime)
        let sealed = try sealer(.token).seal(agreement.json, expires: expires)
        try await store.keep(agreement: sealed, under: Self.hash(of: token), until: expires, now: now)
        return (token, expires)
    }

    /// The state of a question that ends a call.
    func seal(_ agreement: Agreement) throws -> String {
        try sealer(.state).seal(agreement.json, expires: clock.now.adding(Agreement.lifetime))
    }

    // MARK: - Finding again

    /// Throws `bad_request` for a token that is not ours, is not for this deed or has run out; `UnknownState` for such a
    /// state.
    func read(token: String?, _ answered: AnsweredQuestion?, for deed: Deed) async throws -> BroughtAnswer {
        if let answered { return try read(answered, for: deed) }
        guard let token, !token.isBlank else { return BroughtAnswer() }
        do {
            return BroughtAnswer(given: try await find(token, for: deed), reply: .yes)
        } catch SealError.expired {
            throw ResyError(.badRequest, .yes(.tooLate), advice: [.deed(.askAnew)])
        } catch is SealError {
            throw ResyError(.badRequest, .yes(.foreign(deed)), advice: [.deed(.useTheNewYes)])
        }
    }

    private func find(_ token: String, for deed: Deed) async throws -> GivenAgreement {
        guard let handle = Handle.read(token), let kept = try await store.agreement(under: Self.hash(of: handle)) else {
            throw SealError.tampered
        }
        guard clock.now < kept.expires, !kept.sealed.isEmpty else { throw SealError.expired }
        var given = try open(kept.sealed, from: .token, for: deed)
        given.yes.number = Self.hash(of: handle)
        return given
    }

    private func read(_ answered: AnsweredQuestion, for deed: Deed) throws -> BroughtAnswer {
        var given: GivenAgreement
        do {
            given = try open(answered.state, from: .state, for: deed)
            given.isAnswer = true
        } catch SealError.expired {
            // A no is one however late; a yes to terms of old is asked for anew.
            return BroughtAnswer(
                reply: answered.answer.flatMap { Reply($0, after: Agreement.lifetime) == .no ? .no : nil })
        } catch is SealError {
            throw UnknownState()
        }
        guard let answer = answered.answer else { return BroughtAnswer() }
        let asked = given.yes.expires.adding(-Agreement.lifetime)
        let reply = Reply(answer, after: clock.now.seconds - asked.seconds)
        return BroughtAnswer(
            given: reply == .yes ? given : nil, reply: reply, closed: reply == .yes ? nil : given)
    }

    private func open(_ text: String, from carrier: Carrier, for deed: Deed) throws -> GivenAgreement {
        let opened = try sealer(carrier).open(text, now: clock.now)
        guard let agreement = Agreement(opened.payload), agreement.deed == deed else { throw SealError.tampered }
        return GivenAgreement(agreement: agreement, yes: Store.Yes(number: opened.nonce, expires: opened.expires))
    }

    // MARK: - Once

    /// True the first time only. One that a deed is done by is spent with the deed's intent.
    func spend(_ given: GivenAgreement) async throws -> Bool { try await store.spend(given.yes, now: clock.now) }

    /// An answer counts once and for all: a question that was declined or closed cannot be answered with a yes afterwards.
    func spendAnswered(_ brought: BroughtAnswer) async throws {
        if let closed = brought.closed { _ = try await spend(closed) }
    }

    /// Throws `bad_request` for a yes that came too late.
    func refuseSpent(_ given: GivenAgreement) async throws {
        guard try await store.isSpent(given.yes) else { return }
        throw ResyError(.badRequest, .yes(given.isAnswer ? .usedOrAnswered : .used), advice: [.deed(.tryAnew)])
    }

    private func sealer(_ carrier: Carrier) throws -> Sealer {
        Sealer(key: try key(), purpose: carrier.rawValue)
    }

    private static func hash(of handle: String) -> String { Digest.sha256Hex(Array(handle.utf8)) }
}
