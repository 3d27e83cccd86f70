internal import ResyDomain

/// One call of ours, and the account that it works on: it stays with that one, whoever signs in meanwhile.
struct AccountCall: Sendable {
    let auth: AuthManager
    let api: ResyAPI
    let context: CallContext

    /// The same with less time.
    func ending(by moment: Instant) -> AccountCall {
        AccountCall(auth: auth, api: api, context: context.ending(by: moment))
    }

    /// The same for another purpose.
    func on(_ purpose: Purpose) -> AccountCall { AccountCall(auth: auth, api: api, context: context.on(purpose)) }

    // MARK: - Access to Resy

    /// With a token that is believed to work.
    func resy() async throws -> ResyCall { api.call(try await auth.access(context), context) }

    /// With a fresh token after that one was refused.
    func renewed(after refused: Secret?) async throws -> ResyCall {
        api.call(try await auth.renew(after: refused, context), context)
    }

    /// Asks with a token that works, and once more with a fresh one if Resy refuses it.
    func withAccess<R: Sendable>(_ body: @Sendable (ResyCall) async throws -> R) async throws -> R {
        let resy = try await resy()
        do {
            return try await body(resy)
        } catch APIFailure.signedOut {
            return try await body(try await renewed(after: resy.access.token))
        }
    }

    /// Asks with the token there is, and without one if Resy refuses it.
    func withOptionalAccess<R: Sendable>(_ body: @Sendable (ResyCall) async throws -> R) async throws -> R {
        let access = await auth.optionalAccess()
        do {
            return try await body(api.call(access, context))
        } catch APIFailure.signedOut where access.token != nil {
            return try await body(api.call(auth.anonymous, context))
        }
    }

    // MARK: - What is known of the call

    var deadline: Instant { context.deadline }
    var asking: CallContext.Asking? { context.asking }
    var answered: AnsweredQuestion? { context.answered }
    var account: CallAccount { context.account }
    var secondsLeft: Double { context.deadline.seconds - api.clock.now.seconds }

    func progress(_ step: Step) { context.progress(step) }

    /// The key of the account that the call works on, else of the one that is signed in; empty where nobody knows it.
    func accountKey() async throws -> String {
        if let key = context.account.key { return key }
        return try await auth.accountKey() ?? ""
    }
}
