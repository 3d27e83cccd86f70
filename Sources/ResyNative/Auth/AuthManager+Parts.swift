extension AuthManager.Parts {
    /// Out of the engine's jar; what is stored stays.
    func dropRefreshCookie() async {
        let ended = await cookies.cookies().compactMap { CookieLine($0) }
            .filter { $0.name == CookieLine.refreshName }.map(\.ended)
        if !ended.isEmpty { await cookies.importCookies(ended) }
    }

    /// What is worth storing of the engine's jar: libcurl goes on listing what was ended until its next request.
    func liveCookies() async -> [Secret] {
        await cookies.cookies().filter { !CookieLine.isEnded($0) }
    }

    /// Counts a sign-in before it is tried, over all processes of this home; throws `TooManySignIns`.
    func claim(_ account: String) async throws {
        let refusal = try await store.claimSignIn(account: AccountKey.of(email: account), now: clock.now)
        if let refusal { throw TooManySignIns(refusal: refusal, now: clock.now) }
    }

    /// What was counted went well. A sign-in is not lost over it.
    func noteSignedIn(_ account: String) async {
        try? await store.noteSignedIn(account: AccountKey.of(email: account))
    }

    /// Held while signing in, over all processes of this home.
    func whileLocked<R: Sendable>(
        _ context: CallContext, _ work: @Sendable () async throws -> R
    ) async throws -> R {
        let lock = try await credentials.lockSignIn(until: context.deadline, clock: clock)
        defer { lock.release() }
        return try await work()
    }
}
